package org.iotconnector.tck.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.SetResult;
import org.iotconnector.core.outbox.OutboxOptions;
import org.iotconnector.core.outbox.OverflowPolicy;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.RateBudget;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.session.VirtualTime;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.Values;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.Script;
import org.iotconnector.tck.ScriptedTransport;
import org.iotconnector.tck.ScriptedTransports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MirrorTest {
    private final ScriptedTransports transports = new ScriptedTransports(Script.WILLING);
    private final VirtualTime time = VirtualTime.create();
    private final Connector connector = Connector.builder()
            .transports(transports)
            .time(time)
            .handlerThreads(2)
            .build();
    private final List<Values> sets = Collections.synchronizedList(new ArrayList<>());
    private final List<Downlink.Notice> notices = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        CompletableFuture<Void> closed = CompletableFuture.runAsync(connector::close);
        Await.until("the connector is closed", () -> {
            time.advance(Duration.ofSeconds(1));
            return closed.isDone();
        });
    }

    private Device open(String name) {
        return open(name, false, SessionOptions.standard());
    }

    private Device open(String name, boolean introduces, SessionOptions options) {
        Device device = connector.open(new MirrorConfig(name, introduces, options), opened -> {
            opened.onSet(values -> {
                sets.add(values);
                return SetResult.done();
            });
            opened.onNotice(notices::add);
        });
        device.awaitOnline(Await.LIMIT);
        return device;
    }

    private ScriptedTransport wire(int session) {
        return transports.all().get(session);
    }

    private List<String> sent(int session) {
        return wire(session).publishes().stream()
                .map(request -> request.publication().topic() + " " + request.text())
                .toList();
    }

    private List<String> reports(int session) {
        return sent(session).stream().filter(line -> line.contains("=")).toList();
    }

    private void deliver(int session, String topic, String text) {
        Message message = new Message(TopicName.of(topic), Bytes.ofUtf8(text), QualityOfService.AT_LEAST_ONCE, false);
        Await.until("it is handled", wire(session).deliver(message)::isAcknowledged);
    }

    @Test
    void ownReport_thatComesBack_isNoCommand() {
        Device lamp = open("lamp");
        Await.value(lamp.report(Values.of("on", "1")).acknowledged());

        deliver(0, "lamp", "on=1");

        assertThat(sets).isEmpty();
        assertThat(lamp.session().droppedMessages()).isZero();
    }

    @Test
    void sameWords_ofSomebodyElseAfterTheEcho_areACommand() {
        Device lamp = open("lamp");
        Await.value(lamp.report(Values.of("on", "1")).acknowledged());
        deliver(0, "lamp", "on=1");

        deliver(0, "lamp", "on=1");

        assertThat(sets).containsExactly(Values.of("on", "1"));
    }

    @Test
    void otherWords_whileAnEchoIsExpected_areACommand() {
        Device lamp = open("lamp");
        Await.value(lamp.report(Values.of("on", "1")).acknowledged());

        deliver(0, "lamp", "on=0");

        assertThat(sets).containsExactly(Values.of("on", "0"));
    }

    @Test
    void sameWords_longAfterAReportWhoseEchoWasLost_areACommand() {
        Device lamp = open("lamp");
        Await.value(lamp.report(Values.of("on", "1")).acknowledged());
        time.advance(Duration.ofSeconds(11));

        deliver(0, "lamp", "on=1");

        assertThat(sets).containsExactly(Values.of("on", "1"));
    }

    @Test
    void sameWords_whileTheReportStillWaits_areACommand() {
        Device lamp = open("lamp");
        deliver(0, "notice", "THROTTLED 60");
        lamp.report(Values.of("on", "1"));

        deliver(0, "lamp", "on=1");

        assertThat(sets).containsExactly(Values.of("on", "1"));
    }

    @Test
    void lastValue_isAskedForAfterEveryGrantBeforeWhatWaits() {
        Device lamp = open("lamp");
        Await.value(lamp.report(Values.of("on", "1")).acknowledged());
        wire(0).lose();
        lamp.report(Values.of("on", "0"));
        time.advance(Duration.ofSeconds(5));
        lamp.awaitOnline(Await.LIMIT);

        assertThat(sent(0)).containsExactly("lamp/get ", "lamp on=1", "lamp/get ", "lamp on=0");
    }

    @Test
    void lastValue_isAskedForWhenASetHandlerComesLater() {
        Device lamp = connector.open(new MirrorConfig("lamp", false, SessionOptions.standard()));
        lamp.awaitOnline(Await.LIMIT);
        assertThat(sent(0)).isEmpty();

        lamp.onSet(values -> SetResult.done());

        assertThat(sent(0)).containsExactly("lamp/get ");
    }

    @Test
    void throttleNotice_holdsEveryDeviceOfTheAccountUntilItsTime() {
        Device lamp = open("lamp");
        Device fan = open("fan");

        deliver(0, "notice", "THROTTLED 20");
        lamp.report(Values.of("on", "1"));
        fan.report(Values.of("on", "1"));
        time.advance(Duration.ofSeconds(19));
        List<String> before = List.of(reports(0).toString(), reports(1).toString());
        time.advance(Duration.ofSeconds(1));

        assertThat(before).containsExactly("[]", "[]");
        assertThat(reports(0)).hasSize(1);
        assertThat(reports(1)).hasSize(1);
    }

    @Test
    void shorterPause_withinALongerOne_doesNotShortenIt() {
        Device lamp = open("lamp");
        deliver(0, "notice", "BANNED 60");
        deliver(0, "notice", "THROTTLED 1");

        lamp.report(Values.of("on", "1"));
        time.advance(Duration.ofSeconds(59));

        assertThat(reports(0)).isEmpty();
    }

    @Test
    void notice_reachesTheHandlers() {
        open("lamp");

        deliver(0, "notice", "BANNED 30");

        assertThat(notices)
                .singleElement()
                .satisfies(notice -> assertThat(notice.kind()).isEqualTo(Downlink.NoticeKind.BANNED));
    }

    @Test
    void valuesOfTheWholeAccount_countTowardsItsRate() {
        Device lamp = open("lamp");
        Device fan = open("fan");

        lamp.report(Values.of("a", "1", "b", "1", "c", "1", "d", "1"));
        fan.report(Values.of("a", "1", "b", "1"));
        fan.report(Values.of("a", "2"));
        time.advance(Duration.ofSeconds(59));
        int before = reports(1).size();
        time.advance(Duration.ofSeconds(1));

        assertThat(before).isEqualTo(1);
        assertThat(reports(1)).hasSize(2);
    }

    @Test
    void budget_isWhatTheDevicesHaveLeft() {
        Device lamp = open("lamp");
        RateBudget budget = connector.budget(new MirrorConfig("other", false, SessionOptions.standard()));
        Await.value(
                lamp.report(Values.of("a", "1", "b", "1", "c", "1", "d", "1")).acknowledged());

        CompletableFuture<Void> two = budget.take(2);
        CompletableFuture<Void> one = budget.take(1);

        assertThat(two).isCompleted();
        assertThat(one).isNotDone();
        time.advance(Duration.ofSeconds(60));
        assertThat(one).isCompleted();
    }

    @Test
    void budget_pausedByACaller_holdsTheDevicesToo() {
        Device lamp = open("lamp");

        connector
                .budget(new MirrorConfig("other", false, SessionOptions.standard()))
                .pause(Duration.ofSeconds(30));
        lamp.report(Values.of("on", "1"));
        time.advance(Duration.ofSeconds(29));

        assertThat(reports(0)).isEmpty();
        time.advance(Duration.ofSeconds(1));
        assertThat(reports(0)).hasSize(1);
    }

    @Test
    void budget_whenTheConnectorCloses_failsThoseWhoWait() {
        open("lamp");
        RateBudget budget = connector.budget(new MirrorConfig("other", false, SessionOptions.standard()));
        budget.take(6);
        CompletableFuture<Void> waiting = budget.take(1);

        close();

        assertThat(Await.failure(waiting)).hasMessageContaining("closed");
        assertThat(Await.failure(budget.take(1))).hasMessageContaining("closed");
    }

    @Test
    void budget_whoseCallerGaveUp_servesTheNext() {
        open("lamp");
        RateBudget budget = connector.budget(new MirrorConfig("other", false, SessionOptions.standard()));
        budget.take(6);
        CompletableFuture<Void> given = budget.take(6);
        CompletableFuture<Void> next = budget.take(1);

        given.cancel(false);
        time.advance(Duration.ofSeconds(60));

        assertThat(next).isCompleted();
    }

    @Test
    void fastReports_keepingTheLast_arriveNewestLastWithinTheRate() {
        SessionOptions keepLast = SessionOptions.builder()
                .outbox(OutboxOptions.standard().withOverflow(OverflowPolicy.KEEP_LAST))
                .build();
        Device lamp = open("lamp", false, keepLast);

        for (int i = 1; i <= 600; i++) {
            lamp.report(Values.of("n", Integer.toString(i)));
            time.advance(Duration.ofMillis(100));
        }
        time.advance(Duration.ofMinutes(1));

        assertThat(reports(0)).hasSizeLessThanOrEqualTo(12).endsWith("lamp n=600");
        assertThat(lamp.session().ledger().addsUp()).isTrue();
        assertThat(lamp.session().ledger().coalesced()).isGreaterThan(500);
    }

    @Test
    void introduction_comesBeforeEveryReportOnEveryConnection() {
        Device lamp = open("lamp", true, SessionOptions.standard());
        Await.value(lamp.report(Values.of("on", "1")).acknowledged());
        wire(0).lose();
        lamp.report(Values.of("on", "0"));
        time.advance(Duration.ofSeconds(5));
        lamp.awaitOnline(Await.LIMIT);
        Await.until("the second report is sent", () -> reports(0).contains("lamp on=0"));

        assertThat(sent(0))
                .containsExactly(
                        "lamp/get ",
                        "lamp/hello ",
                        "lamp/ready ",
                        "lamp on=1",
                        "lamp/get ",
                        "lamp/hello on=0",
                        "lamp/ready ",
                        "lamp on=0");
    }

    @Test
    void goodbye_isTheLastThatIsSent() {
        Device lamp = open("lamp", true, SessionOptions.standard());
        lamp.report(Values.of("on", "1"));

        lamp.close();

        assertThat(sent(0)).endsWith("lamp on=1", "lamp/goodbye ");
    }

    @Test
    void goodbye_isSaidWhenTheConnectorCloses() {
        open("lamp", true, SessionOptions.standard());

        close();

        assertThat(sent(0)).endsWith("lamp/goodbye ");
    }
}
