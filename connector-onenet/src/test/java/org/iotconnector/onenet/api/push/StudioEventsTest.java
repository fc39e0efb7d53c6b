package org.iotconnector.onenet.api.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies as the pages of OneNET Studio show them. */
class StudioEventsTest {
    private static final String HEAD =
            "{\"productId\":\"a1B2c3D4e5\",\"deviceId\":1001,\"deviceName\":\"sensor-01\",\"messageType\":";
    private static final EventDevice DEVICE =
            new EventDevice(Optional.of("a1B2c3D4e5"), Optional.of("sensor-01"), Optional.of("1001"));
    private static final Optional<Instant> TIME = Optional.of(Instant.ofEpochMilli(1_700_000_000_000L));

    @Test
    void lifeCycle_online_isOnline() {
        PlatformEvent event =
                Pushes.event(HEAD + "\"lifeCycle\",\"data\":{\"status\":\"online\",\"time\":1700000000000}}");

        PlatformEvent.LifeCycle lifeCycle = new PlatformEvent.LifeCycle(DEVICE, "online", TIME);
        assertThat(event).isEqualTo(lifeCycle);
        assertThat(lifeCycle.isOnline()).isTrue();
    }

    @Test
    void notifyOfProperties_inOrder_givesEachWithItsTime() {
        PlatformEvent event = Pushes.event(
                HEAD + "\"notify\",\"notifyType\":\"property\",\"data\":{\"id\":\"101\","
                        + "\"version\":\"1.0\",\"params\":{\"t\":{\"time\":1700000000000,\"value\":1.1},\"on\":{\"value\":true}}}}");

        PlatformEvent.PropertyReport report = (PlatformEvent.PropertyReport) event;
        assertThat(report.device()).isEqualTo(DEVICE);
        assertThat(report.properties().keySet()).containsExactly("t", "on");
        assertThat(report.properties().get("t")).isEqualTo(new Sample(Value.of(1.1), TIME));
        assertThat(report.properties().get("on")).isEqualTo(new Sample(Value.of(true), Optional.empty()));
    }

    @Test
    void notifyOfTwoEvents_inOneMessage_givesTwo() {
        List<PlatformEvent> events = Pushes.events(HEAD + "\"notify\",\"notifyType\":\"event\",\"data\":{\"params\":{"
                + "\"hot\":{\"eventType\":\"alert\",\"time\":1700000000000,\"value\":{\"temp\":81.5}},"
                + "\"cold\":{\"value\":{}}}}}");

        assertThat(events)
                .containsExactly(
                        new PlatformEvent.EventReport(
                                DEVICE, "hot", Optional.of("alert"), Values.of("temp", 81.5), TIME),
                        new PlatformEvent.EventReport(
                                DEVICE, "cold", Optional.empty(), Values.empty(), Optional.empty()));
    }

    @Test
    void reply_ofAnAsynchronousCall_carriesCodeAndOutput() {
        PlatformEvent event = Pushes.event(HEAD + "\"reply\",\"callType\":\"async\",\"request\":{\"id\":\"44\","
                + "\"version\":\"1.0\",\"params\":{\"identifier\":\"reboot\",\"input\":{}}},\"response\":{\"id\":\"44\","
                + "\"code\":200,\"msg\":\"succ\",\"data\":{\"identifier\":\"reboot\",\"output\":{\"ms\":7}}},"
                + "\"sTime\":1699999999500,\"rTime\":1700000000000}");

        assertThat(event)
                .isEqualTo(
                        new PlatformEvent.ServiceReply(DEVICE, "44", "reboot", 200, "succ", Values.of("ms", 7), TIME));
    }

    @Test
    void deviceDatapoint_ofTheMqttSuite_isADataPoint() {
        PlatformEvent event = Pushes.event("{\"sysProperty\":{\"messageType\":\"deviceDatapoint\",\"productId\":\"9\"},"
                + "\"appProperty\":{\"deviceId\":\"1001\",\"dataTimestamp\":1700000000000,\"datastream\":\"t\"},"
                + "\"body\":21.5}");

        EventDevice device = new EventDevice(Optional.of("9"), Optional.empty(), Optional.of("1001"));
        assertThat(event).isEqualTo(new PlatformEvent.DataPoint(device, "t", new Sample(Value.of(21.5), TIME)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"messageType\":\"sceneLog\",\"data\":{}}",
                "{\"messageType\":\"lifeCycle\"}",
                "{\"messageType\":\"lifeCycle\",\"data\":7}",
                "{\"messageType\":{},\"deviceId\":[],\"productId\":true}",
                "{\"messageType\":\"notify\",\"notifyType\":\"property\",\"data\":{\"params\":{\"t\":1}}}",
                "{\"messageType\":\"notify\",\"notifyType\":\"event\",\"data\":{\"params\":{\"hot\":{\"value\":1}}}}",
                "{\"messageType\":\"reply\",\"response\":{\"id\":\"1\"}}",
                "{\"sysProperty\":1,\"appProperty\":2}",
                "{\"sysProperty\":{\"messageType\":\"deviceDatapoint\"}}",
                "{\"sysProperty\":{\"messageType\":\"deviceLifeCycle\"},\"body\":{\"event\":\"online\"}}"
            })
    void whatever_hasAnotherForm_arrivesAsItIs(String msg) {
        PlatformEvent event = Pushes.event(msg);

        assertThat(event).isInstanceOf(PlatformEvent.Other.class);
    }

    @Test
    void other_always_carriesKindAndBody() {
        PlatformEvent.Other other =
                (PlatformEvent.Other) Pushes.event("{\"messageType\":\"sceneLog\",\"data\":{\"a\":1}}");

        assertThat(other.kind()).isEqualTo("sceneLog");
        assertThat(other.body().struct("data")).isEqualTo(Values.of("a", 1));
    }

    @Test
    void time_thatIsNone_doesNotCostTheEvent() {
        PlatformEvent event =
                Pushes.event(HEAD + "\"lifeCycle\",\"data\":{\"status\":\"offline\",\"time\":\"yesterday\"}}");

        assertThat(event).isEqualTo(new PlatformEvent.LifeCycle(DEVICE, "offline", Optional.empty()));
    }

    @Test
    void list_ofMessages_givesTheEventsOfAll() {
        List<PlatformEvent> events = Pushes.events("[{\"messageType\":\"a\"},{\"messageType\":\"b\"}]");

        assertThat(events)
                .extracting(event -> ((PlatformEvent.Other) event).kind())
                .containsExactly("a", "b");
    }
}
