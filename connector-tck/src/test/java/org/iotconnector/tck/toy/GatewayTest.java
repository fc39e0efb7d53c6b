package org.iotconnector.tck.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.Device;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.core.SetResult;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.session.VirtualTime;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Values;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.PublishRequest;
import org.iotconnector.tck.Script;
import org.iotconnector.tck.ScriptedTransport;
import org.iotconnector.tck.ScriptedTransports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sub-devices over a gateway's session, on a scripted network and a virtual clock. */
@Timeout(60)
class GatewayTest {
    private final ScriptedTransports transports = new ScriptedTransports(Script.WILLING);
    private final VirtualTime time = VirtualTime.create();
    private final Connector connector = Connector.builder()
            .transports(transports)
            .time(time)
            // The longest waits: after a shorter one a reply's time would run out in the same step of the clock.
            .jitter(() -> 0.999)
            .handlerThreads(2)
            .build();
    private final ToyConfig gateway = new ToyConfig(
            "hub",
            Secret.of("k9WmZq3TfLx7RvB2"),
            Endpoint.of(Endpoint.Transport.TCP, "toy.invalid", 1883),
            SessionOptions.standard());
    private final List<Object> handled = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        CompletableFuture<Void> closed = CompletableFuture.runAsync(connector::close);
        Await.until("the connector is closed", () -> {
            time.advance(Duration.ofSeconds(1));
            return closed.isDone();
        });
    }

    private ToyChild child(String name) {
        return new ToyChild(name, gateway);
    }

    private ScriptedTransport wire() {
        return transports.first();
    }

    private List<PublishRequest> sentTo(String topic) {
        return transports.all().stream()
                .flatMap(transport -> transport.publishes().stream())
                .filter(request -> request.publication().topic().text().equals("toy/hub/" + topic))
                .toList();
    }

    private static String field(PublishRequest request, String name) {
        return String.valueOf(Json.readObject(request.publication().payload().toArray())
                .toPlain()
                .get(name));
    }

    private void deliver(String topic, String payload) {
        wire().deliver(new Message(
                TopicName.of("toy/hub/" + topic), Bytes.ofUtf8(payload), QualityOfService.AT_LEAST_ONCE, false));
    }

    /** Answers the newest message on {@code step}. */
    private void answer(String step, int code) {
        List<PublishRequest> asked = sentTo(step);
        deliver("child/" + step, "{\"id\":" + field(asked.get(asked.size() - 1), "id") + ",\"code\":" + code + "}");
    }

    private Device attached(String name) {
        int before = sentTo("join").size();
        Device device = connector.open(child(name));
        Await.until("the child joins", () -> sentTo("join").size() > before);
        answer("join", 200);
        Await.until("the child logs in", () -> sentTo("login").size() > before);
        answer("login", 200);
        Await.until("the child is online", device::isOnline);
        return device;
    }

    @Test
    void open_subDevice_sharesTheGatewaysSession() {
        Device hub = connector.open(gateway);

        Device lamp = connector.open(child("lamp"));

        assertThat(lamp.session()).isSameAs(hub.session());
        assertThat(transports.all()).hasSize(1);
    }

    @Test
    void open_subDeviceAlone_opensItsGateway() {
        connector.open(child("lamp"));

        Await.until("the gateway subscribes", () -> !wire().subscribes().isEmpty());
        assertThat(wire().connects()).hasSize(1);
        assertThat(wire().connects().get(0).parameters().username()).contains("hub");
    }

    @Test
    void steps_onAConnection_goOneAfterTheOther() {
        Device lamp = connector.open(child("lamp"));
        Await.until("the child joins", () -> sentTo("join").size() == 1);

        int loginsBeforeTheAnswer = sentTo("login").size();
        answer("join", 200);
        Await.until("the child logs in", () -> sentTo("login").size() == 1);

        assertThat(loginsBeforeTheAnswer).isZero();
        assertThat(lamp.isOnline()).isFalse();
        answer("login", 200);
        Await.until("the child is online", lamp::isOnline);
    }

    @Test
    void report_beforeTheSubDeviceIsAttached_waitsAndIsThenSent() {
        Device lamp = connector.open(child("lamp"));
        Device hub = connector.open(gateway);
        lamp.report(Values.of("Level", 1));
        hub.report(Values.of("Load", 7));
        Await.until("the gateway's report is sent", () -> sentTo("report").size() == 1);
        String first = sentTo("report").get(0).text();

        answer("join", 200);
        Await.until("the child logs in", () -> sentTo("login").size() == 1);
        answer("login", 200);
        Await.until("the child's report is sent", () -> sentTo("report").size() == 2);

        assertThat(first).contains("Load");
        assertThat(sentTo("report").get(1).text()).contains("Level").contains("lamp");
        assertThat(lamp.session().ledger().acknowledged()).isEqualTo(4);
    }

    @Test
    void subDevice_onEveryNewConnection_isAttachedAgain() {
        Device lamp = attached("lamp");

        wire().lose();
        boolean whileLost = lamp.isOnline();
        lamp.report(Values.of("Level", 1));
        time.advance(Duration.ofSeconds(2));
        Await.until("the child joins again", () -> sentTo("join").size() == 2);

        assertThat(whileLost).isFalse();
        assertThat(sentTo("report")).isEmpty();
        answer("join", 200);
        Await.until("the child logs in again", () -> sentTo("login").size() == 2);
        answer("login", 200);
        Await.until("the report is sent", () -> sentTo("report").size() == 1);
    }

    @Test
    void replies_toSubDevicesOfOneGateway_reachTheRightOne() {
        Device lamp = attached("lamp");
        Device door = attached("door");
        Delivery first = lamp.report(Values.of("Level", 1));
        Delivery second = door.report(Values.of("Open", true));
        Await.until("both are sent", () -> sentTo("report").size() == 2);

        deliver("report/reply", "{\"id\":" + field(sentTo("report").get(1), "id") + ",\"code\":200}");
        second.replied().join();
        deliver("report/reply", "{\"id\":" + field(sentTo("report").get(0), "id") + ",\"code\":500}");

        assertThatThrownBy(() -> first.replied().join()).hasCauseInstanceOf(PlatformRejectedException.class);
    }

    @Test
    void set_forASubDevice_reachesItsHandlerAndIsAnswered() {
        Device lamp = attached("lamp");
        attached("door").onSet(values -> {
            handled.add("door");
            return SetResult.done();
        });
        lamp.onSet(values -> {
            handled.add(values.integer("Level"));
            return SetResult.done();
        });

        deliver("child/set", "{\"id\":9,\"child\":\"lamp\",\"values\":{\"Level\":3}}");

        Await.until("the set is answered", () -> sentTo("child/set/reply").size() == 1);
        assertThat(handled).containsExactly(3);
        assertThat(sentTo("child/set/reply").get(0).text())
                .contains("\"code\":200")
                .contains("lamp");
    }

    @Test
    void set_forASubDeviceThatIsNotOpen_isAnsweredAsFailed() {
        attached("lamp");

        deliver("child/set", "{\"id\":9,\"child\":\"ghost\",\"values\":{\"Level\":3}}");

        Await.until("the set is answered", () -> sentTo("child/set/reply").size() == 1);
        assertThat(sentTo("child/set/reply").get(0).text()).contains("\"code\":500");
    }

    @Test
    void awaitOnline_ofASubDeviceThatIsRefused_saysWhy() {
        Device lamp = connector.open(child("lamp"));
        Await.until("the child joins", () -> sentTo("join").size() == 1);

        answer("join", 401);

        assertThatThrownBy(() -> lamp.awaitOnline(Duration.ofSeconds(10)))
                .isInstanceOf(PlatformRejectedException.class)
                .hasMessageContaining("401")
                .hasMessageContaining("lamp is not attached to its gateway");
    }

    @Test
    void subDevice_thatWasRefused_isTriedAgainLater() {
        Device lamp = connector.open(child("lamp"));
        Await.until("the child joins", () -> sentTo("join").size() == 1);
        answer("join", 401);
        Await.until("the refusal is known", () -> refused(lamp));

        time.advance(Duration.ofSeconds(30));
        Await.until("the child joins again", () -> sentTo("join").size() == 2);
        answer("join", 200);
        Await.until("the child logs in", () -> sentTo("login").size() == 1);
        answer("login", 200);

        Await.until("the child is online", lamp::isOnline);
    }

    private static boolean refused(Device device) {
        try {
            device.awaitOnline(Duration.ZERO);
            return false;
        } catch (PlatformRejectedException refused) {
            return true;
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    @Test
    void close_ofASubDevice_logsItOutAndLeavesTheGateway() {
        Device hub = connector.open(gateway);
        Device lamp = attached("lamp");

        lamp.close();

        Await.until("the child logs out", () -> sentTo("logout").size() == 1);
        assertThat(hub.isOnline()).isTrue();
        assertThat(wire().disconnects()).isZero();
    }

    @Test
    void close_ofTheLastSubDevice_logsItOutAndThenEndsTheSession() {
        Device lamp = attached("lamp");

        CompletableFuture<Void> closing = CompletableFuture.runAsync(lamp::close);
        Await.until("it is closed", () -> {
            time.advance(Duration.ofSeconds(1));
            return closing.isDone();
        });

        assertThat(sentTo("logout")).hasSize(1);
        assertThat(wire().disconnects()).isPositive();
    }

    @Test
    void open_sameSubDeviceTwice_isOneDevice() {
        attached("lamp");

        Device again = connector.open(child("lamp"));

        assertThat(again.isOnline()).isTrue();
        assertThat(sentTo("login")).hasSize(1);
    }

    @Test
    void attach_always_isGivenTheTime() {
        connector.open(child("lamp"));
        Await.until("the child joins", () -> sentTo("join").size() == 1);

        assertThat(field(sentTo("join").get(0), "now")).isEqualTo(time.now().toString());
    }
}
