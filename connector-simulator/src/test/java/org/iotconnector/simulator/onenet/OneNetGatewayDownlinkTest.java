package org.iotconnector.simulator.onenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.VirtualTime;
import org.iotconnector.simulator.testing.Client;
import org.iotconnector.simulator.testing.OneNetCredentials;
import org.iotconnector.simulator.testing.OneNetThing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OneNetGatewayDownlinkTest {
    private static final String KEY = OneNetCredentials.key("any");
    private static final String CHILD = "SubPid0001/child-1";
    private static final String CHILD_NAMES = "'productID':'SubPid0001','deviceName':'child-1'";

    private final VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-11-20T00:00:00Z"));
    private final Simulator simulator = Simulator.builder()
            .onenet(settings -> settings.product(
                            "Gateway001",
                            product -> product.nodeType(NodeType.GATEWAY).device("gw-1", KEY))
                    .product(
                            "SubPid0001",
                            product -> product.nodeType(NodeType.SUB_DEVICE)
                                    .device("child-1", KEY)
                                    .device("child-2", KEY))
                    .product("Direct0001", product -> product.device("direct-1", KEY)))
            .time(time)
            .start();

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void set_ofAChild_goesThroughTheGateway() {
        try (OneNetThing gateway = withChild().subscribe("thing/sub/property/set")) {
            CompletableFuture<DeviceReply> future =
                    simulator.onenet().device(CHILD).set(Map.of("power", 1));

            Map<String, @Nullable Object> request = gateway.answer("_reply", "'code':200,'msg':'success'");

            assertThat(request)
                    .containsEntry(
                            "params",
                            Map.of("productID", "SubPid0001", "deviceName", "child-1", "params", Map.of("power", 1)));
            assertThat(Client.await(future).isSuccess()).isTrue();
        }
    }

    @Test
    void set_ofAChild_timesOutAfterFiveSeconds() {
        try (OneNetThing gateway = withChild().subscribe("thing/sub/property/set")) {
            CompletableFuture<DeviceReply> future =
                    simulator.onenet().device(CHILD).set(Map.of("power", 1));
            // The bug of one vendor SDK: a failed set is answered where a get would be.
            String id = String.valueOf(gateway.nextJson().get("id"));
            gateway.send("thing/sub/property/get_reply", "{'id':'" + id + "','code':100,'msg':'no'}");

            time.advance(Duration.ofSeconds(5));

            assertThat(Client.await(future).outcome()).isEqualTo(DeviceReply.Outcome.TIMEOUT);
        }
    }

    @Test
    void get_ofAChild_returnsItsValues() {
        try (OneNetThing gateway = withChild().subscribe("thing/sub/property/get")) {
            CompletableFuture<DeviceReply> future =
                    simulator.onenet().device(CHILD).get(List.of("power"));

            gateway.answer("_reply", "'code':200,'msg':'success','data':{'power':1}");

            assertThat(Client.await(future).data()).isEqualTo(Map.of("power", 1));
        }
    }

    @Test
    void invoke_ofAChild_carriesIdentifierAndInput() {
        try (OneNetThing gateway = withChild().subscribe("thing/sub/service/invoke")) {
            CompletableFuture<DeviceReply> future =
                    simulator.onenet().device(CHILD).invoke("reset", Map.of("d", 1));

            Map<String, @Nullable Object> request = gateway.answer(
                    "_reply",
                    "'code':200,'msg':'success','data':{" + CHILD_NAMES
                            + ",'identifier':'reset','output':{'ok':true}}");

            assertThat(request)
                    .containsEntry(
                            "params",
                            Map.of(
                                    "productID",
                                    "SubPid0001",
                                    "deviceName",
                                    "child-1",
                                    "identifier",
                                    "reset",
                                    "input",
                                    Map.of("d", 1)));
            assertThat(Client.await(future).data()).containsEntry("output", Map.of("ok", true));
        }
    }

    @Test
    void set_ofAChildNobodyIsBoundTo_isOffline() {
        assertThat(Client.await(simulator.onenet().device(CHILD).set(Map.of("power", 1)))
                        .outcome())
                .isEqualTo(DeviceReply.Outcome.OFFLINE);
    }

    @Test
    void bind_inTheConsole_tellsTheGatewayTheFullList() {
        try (OneNetThing gateway = gateway().subscribe("thing/sub/topo/change")) {
            gateway.device().bind(List.of(CHILD));
            gateway.answer("_reply", "'code':200,'msg':'success'");
            CompletableFuture<DeviceReply> future = gateway.device().bind(List.of("SubPid0001/child-2"));

            Map<String, @Nullable Object> change = gateway.answer("_reply", "'code':200,'msg':'success'");

            assertThat(change)
                    .containsEntry(
                            "params",
                            Map.of(
                                    "subList",
                                    List.of(
                                            Map.of("productID", "SubPid0001", "deviceName", "child-1"),
                                            Map.of("productID", "SubPid0001", "deviceName", "child-2"))));
            assertThat(Client.await(future).isSuccess()).isTrue();
        }
    }

    @Test
    void unbind_inTheConsole_tellsTheGatewayTheRest() {
        try (OneNetThing gateway = gateway().subscribe("thing/sub/topo/change")) {
            gateway.device().bind(List.of(CHILD));
            Mqtt3Publish bound = gateway.next();

            gateway.device().unbind(List.of(CHILD));

            assertThat(bound.getTopic()).hasToString(gateway.topic("thing/sub/topo/change"));
            assertThat(gateway.nextJson()).containsEntry("params", Map.of("subList", List.of()));
        }
    }

    @Test
    void bind_notASubDeviceOrUnknown_isTheCallersMistake() {
        OneNetDevice gateway = simulator.onenet().device("Gateway001/gw-1");

        assertThatThrownBy(() -> gateway.bind(List.of("Direct0001/direct-1"))).hasMessageContaining("no sub-device");
        assertThatThrownBy(() -> gateway.bind(List.of("SubPid0001/none"))).hasMessageContaining("no device");
    }

    private OneNetThing gateway() {
        return new OneNetThing(simulator, "Gateway001", "gw-1", KEY);
    }

    private OneNetThing withChild() {
        simulator.onenet().device("Gateway001/gw-1").bind(List.of(CHILD));
        return gateway();
    }
}
