package org.iotconnector.tck.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.iotconnector.core.Connector;
import org.iotconnector.core.ConnectorException;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.Device;
import org.iotconnector.core.ReplyTimeoutException;
import org.iotconnector.core.SetResult;
import org.iotconnector.core.outbox.DeliveryOutcome;
import org.iotconnector.core.session.VirtualTime;
import org.iotconnector.core.settings.SettingSource;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.thing.Values;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a device adds to its session, on the toy platform and a virtual clock. */
@Timeout(60)
class DeviceTest {
    private final ToyPlatform platform = new ToyPlatform();
    private final VirtualTime time = VirtualTime.create();
    private final Connector connector = Connector.builder()
            .transports(platform.transports())
            .time(time)
            .handlerThreads(2)
            .build();
    private final List<Object> handled = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        CompletableFuture<Void> closed = CompletableFuture.runAsync(connector::close);
        Await.until("the connector is closed", () -> {
            time.advance(Duration.ofSeconds(1));
            return closed.isDone();
        });
    }

    private Device open(String... keysAndValues) {
        Map<String, String> all = new LinkedHashMap<>(platform.settings());
        all.putAll(Map.of("device", "lamp", "key", "k9WmZq3TfLx7RvB2"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            all.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        ToyProvider provider = new ToyProvider();
        return connector.open(provider.configure(Settings.builder(provider.settings())
                .read(SettingSource.options(all))
                .build()));
    }

    private static Values level(int level) {
        return Values.of("Level", level);
    }

    @Test
    void keepLast_whileOffline_keepsTheNewestReportOfTheSameProperties() {
        platform.refuseConnects(4, 1);
        Device lamp = open("outboxOverflow", "keep-last");

        Delivery old = lamp.report(level(1));
        Delivery other = lamp.report(Values.of("Light", true));
        lamp.report(level(2));
        lamp.report(level(3));

        assertThat(old.outcome()).contains(DeliveryOutcome.EVICTED);
        assertThat(other.outcome()).isEmpty();
        assertThat(lamp.session().ledger().coalesced()).isEqualTo(2);
        lamp.session().connect();
        assertThat(platform.reports()).containsExactly(Values.of("Light", true), level(3));
        assertThat(lamp.session().ledger().addsUp()).isTrue();
    }

    @Test
    void keepLast_ofAReportWithMoreProperties_keepsWhatTheNewerOneDoesNotHold() {
        platform.refuseConnects(4, 1);
        Device lamp = open("outboxOverflow", "keep-last");

        Delivery both = lamp.report(Values.of("Level", 1, "Light", true));
        lamp.report(level(2));

        assertThat(both.outcome()).isEmpty();
        assertThat(lamp.session().ledger().waiting()).isEqualTo(2);
    }

    @Test
    void answerToThePlatform_overtakesReportsThatWait() {
        Device lamp = open("inFlightWindow", "1");
        lamp.onSet(values -> SetResult.done());
        platform.withholdAcknowledgements(1);
        lamp.report(level(1));
        for (int i = 2; i <= 20; i++) {
            lamp.report(level(i));
        }
        platform.set(Values.of("Light", true));
        Await.until("the answer waits", () -> lamp.session().ledger().waiting() == 20);

        platform.cutConnections();
        time.advance(Duration.ofSeconds(1));

        assertThat(platform.answersBeforeReport(2)).isEqualTo(1);
        assertThat(platform.reports()).endsWith(level(19), level(20));
    }

    @Test
    void reply_thatDoesNotCome_timesOutAfterTheAcknowledgement() {
        Device lamp = open("replyTimeout", "20s");
        platform.loseReplies(1);
        Delivery delivery = lamp.report(level(1));
        Await.value(delivery.acknowledged());

        time.advance(Duration.ofSeconds(19));
        assertThat(delivery.replied()).isNotDone();
        time.advance(Duration.ofSeconds(1));

        assertThat(Await.failure(delivery.replied()))
                .isInstanceOf(ReplyTimeoutException.class)
                .hasMessageContaining("20000 ms");
    }

    @Test
    void replied_whenTheConnectorIsClosed_fails() {
        Device lamp = open();
        platform.loseReplies(1);
        Delivery delivery = lamp.report(level(1));
        CompletableFuture<?> replied = delivery.replied();

        connector.close();

        assertThat(Await.failure(replied)).isInstanceOf(ConnectorException.class);
    }

    @Test
    void acknowledged_askedAfterTheConnectorIsClosed_completes() {
        Device lamp = open();
        Delivery delivery = lamp.report(level(1));

        connector.close();

        assertThat(delivery.outcome()).contains(DeliveryOutcome.ACKNOWLEDGED);
        Await.value(delivery.acknowledged());
    }

    @Test
    @SuppressWarnings("NullAway") // What users do by mistake.
    void handler_thatReturnsNull_isAnsweredAsFailed() {
        Device lamp = open();
        lamp.onSet(values -> null);

        OptionalInt answer = Await.value(platform.set(Values.of("Light", true)));

        assertThat(answer).hasValue(500);
    }

    @Test
    @SuppressWarnings("NullAway") // What users do by mistake.
    void asyncHandler_thatReturnsNull_isAnsweredAsFailed() {
        Device lamp = open();
        lamp.onSetAsync(values -> null);

        OptionalInt answer = Await.value(platform.set(Values.of("Light", true)));

        assertThat(answer).hasValue(500);
    }

    @Test
    void asyncHandler_whoseStageFails_isAnsweredAsFailed() {
        Device lamp = open();
        lamp.onSetAsync(values -> CompletableFuture.failedFuture(new IllegalStateException("broken")));

        OptionalInt answer = Await.value(platform.set(Values.of("Light", true)));

        assertThat(answer).hasValue(500);
    }

    @Test
    void set_thatComesWithoutSubscription_isHandledAndNeverSubscribed() {
        Device lamp = open();
        lamp.onSet(values -> {
            handled.add(values);
            return SetResult.done();
        });
        lamp.awaitOnline(Await.LIMIT);

        platform.setUnasked(Values.of("Light", true));

        Await.until("it is handled", () -> handled.contains(Values.of("Light", true)));
        assertThat(lamp.session().droppedMessages()).isZero();
        assertThat(platform.subscribed()).noneMatch(filter -> filter.contains("unasked"));
    }

    @Test
    void set_thatComesWithoutSubscription_isHandledAfterAReconnect() {
        Device lamp = open();
        lamp.onSet(values -> {
            handled.add(values);
            return SetResult.done();
        });
        lamp.awaitOnline(Await.LIMIT);
        platform.cutConnections();
        time.advance(Duration.ofSeconds(2));
        lamp.awaitOnline(Await.LIMIT);

        platform.setUnasked(Values.of("Light", false));

        Await.until("it is handled", () -> handled.contains(Values.of("Light", false)));
    }

    @Test
    void commands_ofOneDevice_areHandledOneAtATimeInOrder() {
        Device lamp = open();
        lamp.onSet(values -> {
            handled.add(values.integer("n"));
            return SetResult.done();
        });
        List<Object> expected = new ArrayList<>();

        for (int i = 0; i < 100; i++) {
            expected.add(i);
            platform.set(Values.of("n", i));
        }

        Await.until("all are handled", () -> handled.size() == 100);
        assertThat(handled).isEqualTo(expected);
    }

    @Test
    void handler_thatBlocks_doesNotHoldUpReplies() {
        Device lamp = open();
        CountDownLatch go = new CountDownLatch(1);
        lamp.onSet(values -> {
            go.await();
            return SetResult.done();
        });
        platform.set(Values.of("Light", true));

        assertThat(Await.value(lamp.report(level(1)).replied()).code()).isEqualTo(200);
        go.countDown();
    }

    @Test
    void secondSetHandler_isRefusedByName() {
        Device lamp = open();
        lamp.onSet(values -> SetResult.done());

        assertThatThrownBy(() -> lamp.onSet(values -> SetResult.done()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lamp has a set handler already");
    }

    @Test
    void message_thatThePlatformDoesNotHave_isRefusedInWords() {
        Device lamp = open();

        assertThatThrownBy(() -> lamp.event("overheat", Values.empty()))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("Toy has no events");
        assertThat(lamp.session().ledger().accepted()).isZero();
    }

    @Test
    void handle_thatIsClosed_takesItsHandlersWithIt() {
        Device first = open();
        Device second = open();
        first.onSet(values -> {
            handled.add("first");
            return SetResult.done();
        });

        first.close();
        second.onSet(values -> {
            handled.add("second");
            return SetResult.done();
        });
        Await.value(platform.set(Values.of("Light", true)));

        assertThat(handled).containsExactly("second");
    }
}
