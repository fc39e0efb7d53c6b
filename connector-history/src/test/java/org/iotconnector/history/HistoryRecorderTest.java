package org.iotconnector.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.SubscriptionHandle;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.easyiot.EasyIotConfig;
import org.iotconnector.easyiot.Layout;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HistoryRecorderTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path folder;

    private Mosquitto broker;
    private Connector connector;
    private History history;
    private HistoryRecorder recorder;

    @BeforeEach
    void start() {
        broker = Mosquitto.start(folder);
        connector = Connector.create();
        history = History.open(folder.resolve("history.db"));
        recorder = HistoryRecorder.into(history, InstantSource.fixed(NOON));
    }

    @AfterEach
    void stop() {
        // A test that was aborted because there is no broker has nothing to close.
        if (connector != null) {
            connector.close();
            history.close();
            broker.close();
        }
    }

    private EasyIotConfig config(String name) {
        return EasyIotConfig.builder()
                .iotId("rJ4xYq2Wb")
                .iotPwd(Secret.of("unused"))
                .name(name)
                .topic("temperature", "BJpHJt1VW")
                .topic("light", "Bkgk2zXb4")
                .endpoint(broker.endpoint())
                .build();
    }

    private Device open(EasyIotConfig config) {
        Device device = connector.open(config);
        device.awaitOnline(Await.LIMIT);
        return device;
    }

    private static Sample sample(String property, Object value) {
        return new Sample("rJ4xYq2Wb/history", property, NOON, Value.of(value));
    }

    @Test
    void follow_ofADevice_storesWhatItAndOthersSayUnderTheNamesOfProperties() {
        EasyIotConfig config = config("history");
        Device watching = open(config);
        Device board = open(config("board"));
        Await.value(recorder.follow(watching, config).result());

        Await.value(board.report(Values.of("temperature", 21.5)).acknowledged());
        Await.value(watching.report(Values.of("light", true)).acknowledged());

        Await.until("both are stored", () -> recorder.stored() == 2);
        assertThat(history.query(HistoryQuery.all()))
                .containsExactly(sample("temperature", "21.5"), sample("light", "on"));
    }

    @Test
    void follow_ofADeviceWithJson_storesEachProperty() {
        EasyIotConfig config =
                config("history").newBuilder().layout(Layout.JSON).build();
        Device watching = open(config);
        Await.value(recorder.follow(watching, config).result());

        watching.session().publish(Publication.text("BJpHJt1VW", "{\"temperature\":21.5,\"humidity\":40}"));

        Await.until("both are stored", () -> recorder.stored() == 2);
        assertThat(history.query(HistoryQuery.all()))
                .containsExactly(sample("temperature", 21.5), sample("humidity", 40));
    }

    @Test
    void follow_ofAMessageThatNobodyCanRead_countsItAndGoesOn() {
        EasyIotConfig config =
                config("history").newBuilder().layout(Layout.JSON).build();
        Device watching = open(config);
        Await.value(recorder.follow(watching, config).result());

        watching.session().publish(Publication.text("BJpHJt1VW", "{\"temperature\":"));
        watching.session().publish(Publication.text("BJpHJt1VW", "{\"temperature\":1}"));

        Await.until("the second is stored", () -> recorder.stored() == 1);
        assertThat(recorder.unreadable()).isEqualTo(1);
    }

    @Test
    void record_ofTopics_storesWhatTheyCarry() {
        Device watching = open(config("history"));
        Await.value(recorder.record(
                        watching.session(),
                        List.of(Subscription.atLeastOnce("room/#")),
                        MessageReader.ofTopics("class"))
                .result());

        watching.session().publish(Publication.text("room/1/t", "21.5"));
        watching.session().publish(Publication.text("room/1/say", "hello"));
        watching.session().publish(Publication.text("room/2", "{\"t\":20}"));

        Await.until("all are stored", () -> recorder.stored() == 3);
        assertThat(history.query(HistoryQuery.all()))
                .containsExactly(
                        new Sample("class", "room/1/t", NOON, Value.of(21.5)),
                        new Sample("class", "room/1/say", NOON, Value.of("hello")),
                        new Sample("class", "room/2/t", NOON, Value.of(20)));
    }

    @Test
    void record_ofARetainedMessage_leavesItOut() {
        Device watching = open(config("history"));
        Await.value(watching.session()
                .publish(Publication.text("room/1", "old").asRetained())
                .acknowledged());
        Await.value(recorder.record(
                        watching.session(),
                        List.of(Subscription.atLeastOnce("room/1")),
                        MessageReader.ofTopics("class"))
                .result());

        watching.session().publish(Publication.text("room/1", "new"));

        Await.until("the new one is stored", () -> recorder.stored() > 0);
        assertThat(history.query(HistoryQuery.all()))
                .extracting(sample -> sample.value().asText())
                .containsExactly("new");
    }

    @Test
    void record_afterClose_storesNoMore() {
        Device watching = open(config("history"));
        List<Subscription> topics = List.of(Subscription.atLeastOnce("room/1"));
        SubscriptionHandle closed = recorder.record(watching.session(), topics, MessageReader.ofTopics("closed"));
        closed.close();
        Await.value(recorder.record(watching.session(), topics, MessageReader.ofTopics("open"))
                .result());

        watching.session().publish(Publication.text("room/1", "1"));

        Await.until("it is stored", () -> recorder.stored() > 0);
        assertThat(history.query(HistoryQuery.all())).extracting(Sample::device).containsExactly("open");
    }

    @Test
    void report_ofValues_storesThemOnceAcknowledged() {
        Device device = open(config("history"));

        Await.value(recorder.report(device, Values.of("temperature", 21.5)));

        assertThat(history.query(HistoryQuery.all())).containsExactly(sample("temperature", 21.5));
    }

    @Test
    void record_whileTheFileCannotBeWritten_keepsTheMessagesUntilItCan() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        Device board = open(config("board"));
        Await.value(recorder.record(
                        connector.session(SessionConfig.of(
                                ConnectParameters.builder(
                                                Endpoint.parse(broker.endpoint()), ClientIdentifier.of("recorder"))
                                        .build(),
                                SessionOptions.standard())),
                        List.of(Subscription.atLeastOnce("#")),
                        (message, time) -> {
                            tries.incrementAndGet();
                            return MessageReader.ofTopics("any").read(message, time);
                        })
                .result());
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("history.db"));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            Await.value(board.report(Values.of("temperature", 21.5)).acknowledged());
            Await.value(board.report(Values.of("temperature", 22)).acknowledged());
            Await.until("the first has been tried again", () -> tries.get() > 1 && recorder.stored() == 0);
            statement.execute("ROLLBACK");
        }

        Await.until("both are stored", () -> recorder.stored() == 2);
        assertThat(history.query(HistoryQuery.all()).stream()
                        .map(sample -> sample.value().asDouble())
                        .toList())
                .containsExactly(21.5, 22.0);
    }
}
