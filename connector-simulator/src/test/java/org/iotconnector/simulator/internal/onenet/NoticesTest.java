package org.iotconnector.simulator.internal.onenet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iotconnector.simulator.VirtualTime;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.internal.platform.PendingCalls;
import org.iotconnector.simulator.onenet.DataPoint;
import org.iotconnector.simulator.onenet.DataProtocol;
import org.iotconnector.simulator.onenet.NodeType;
import org.iotconnector.simulator.onenet.PropertyValue;
import org.iotconnector.simulator.onenet.ReportedEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoticesTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_000L);
    private static final String COMMON =
            "{\"productId\":\"a1B2c3D4e5\",\"deviceId\":1001,\"deviceName\":\"sensor-01\",\"messageType\":";

    private final Notices notices = new Notices();
    private final NoticeSender sender =
            new NoticeSender(notices, VirtualTime.startingAt(NOW).clock());
    private final DeviceState device = new DeviceState(
            new ProductState("a1B2c3D4e5", null, DataProtocol.ONEJSON, NodeType.DIRECT, null, null),
            "sensor-01",
            "a2V5",
            1001,
            NOW);
    private final List<Notices.Notice> sent = new ArrayList<>();

    @BeforeEach
    void subscribe() {
        notices.subscribe(sent::add);
    }

    @Test
    void lifeCycle_online_hasTheRuleEnginesBody() {
        sender.lifeCycle(device, true);

        assertThat(body()).isEqualTo(COMMON + "\"lifeCycle\",\"data\":{\"status\":\"online\",\"time\":1700000000000}}");
    }

    @Test
    void properties_ofAReport_haveTheRuleEnginesBody() {
        sender.properties(device, "101", Map.of("t", List.of(new PropertyValue(1.1, NOW))));

        assertThat(body())
                .isEqualTo(COMMON
                        + "\"notify\",\"notifyType\":\"property\",\"data\":{\"id\":\"101\",\"version\":\"1.0\","
                        + "\"params\":{\"t\":{\"time\":1700000000000,\"value\":1.1}}}}");
    }

    @Test
    void events_ofAReport_haveTheRuleEnginesBody() {
        sender.events(device, "102", List.of(new ReportedEvent("hot", Map.of("temp", 81.5), NOW)));

        assertThat(body())
                .isEqualTo(
                        COMMON + "\"notify\",\"notifyType\":\"event\",\"data\":{\"id\":\"102\",\"version\":\"1.0\","
                                + "\"params\":{\"hot\":{\"eventType\":\"info\",\"time\":1700000000000,\"value\":{\"temp\":81.5}}}}}");
    }

    @Test
    void serviceReply_ofAnAsynchronousCall_holdsRequestAndResponse() {
        VirtualTime time = VirtualTime.startingAt(NOW);
        AsyncCalls calls = new AsyncCalls(new NoticeSender(notices, time.clock()), time.clock());
        PendingCalls.Key key = new PendingCalls.Key("topic", "44");
        calls.expect(key, device, "reboot", Map.of("delay", 3));
        time.advance(Duration.ofMillis(500));

        calls.complete(key, Map.of("id", "44", "code", 200));
        calls.complete(key, Map.of("id", "44", "code", 200));

        assertThat(sent)
                .singleElement()
                .satisfies(notice -> assertThat(notice.body())
                        .containsEntry("messageType", "reply")
                        .containsEntry("callType", "async")
                        .containsEntry("sTime", NOW.toEpochMilli())
                        .containsEntry("rTime", NOW.toEpochMilli() + 500)
                        .containsEntry(
                                "request",
                                Map.of(
                                        "id",
                                        "44",
                                        "version",
                                        "1.0",
                                        "params",
                                        Map.of("identifier", "reboot", "input", Map.of("delay", 3)))));
    }

    @Test
    void dataPoint_ofAStream_namesItAndItsValue() {
        sender.dataPoint(device, "temp", new DataPoint(30, NOW));

        assertThat(sent)
                .singleElement()
                .satisfies(notice -> assertThat(notice.body())
                        .containsEntry("data", Map.of("datastream", "temp", "time", NOW.toEpochMilli(), "value", 30)));
    }

    private String body() {
        assertThat(sent).hasSize(1);
        return Json.text(sent.get(0).body());
    }
}
