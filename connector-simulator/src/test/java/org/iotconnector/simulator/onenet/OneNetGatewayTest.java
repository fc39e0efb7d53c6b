package org.iotconnector.simulator.onenet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.VirtualTime;
import org.iotconnector.simulator.testing.OneNetCredentials;
import org.iotconnector.simulator.testing.OneNetThing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneNetGatewayTest {
    private static final String GATEWAY_KEY = OneNetCredentials.key("gateway");
    private static final String CHILD_KEY = OneNetCredentials.key("child");
    private static final String CHILD = "SubPid0001/child-1";
    private static final String CHILD_NAMES = "'productID':'SubPid0001','deviceName':'child-1'";
    private static final Duration WAIT = Duration.ofSeconds(5);

    private final VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-11-20T00:00:00Z"));
    private final Simulator simulator = Simulator.builder()
            .onenet(settings -> settings.product(
                            "Gateway001",
                            product -> product.nodeType(NodeType.GATEWAY)
                                    .device("gw-1", GATEWAY_KEY)
                                    .device("gw-2", GATEWAY_KEY))
                    .product(
                            "SubPid0001",
                            product -> product.nodeType(NodeType.SUB_DEVICE)
                                    .device("child-1", CHILD_KEY)
                                    .device("child-2", CHILD_KEY))
                    .product("Direct0001", product -> product.device("direct-1", CHILD_KEY)))
            .time(time)
            .start();

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void topoAdd_childsToken_bindsIt() {
        try (OneNetThing gateway = gateway()) {
            Map<String, @Nullable Object> reply = add(gateway, "SubPid0001", "child-1", CHILD_KEY);

            assertThat(reply).containsEntry("code", 200);
            assertThat(gateway.device().subDevices()).containsExactly(CHILD);
        }
    }

    @Test
    void topoAdd_tokenOfAnotherKey_isRefusedWith1106() {
        try (OneNetThing gateway = gateway()) {
            Map<String, @Nullable Object> reply = add(gateway, "SubPid0001", "child-1", GATEWAY_KEY);

            assertThat(reply).containsEntry("code", 1106);
            assertThat(gateway.device().subDevices()).isEmpty();
        }
    }

    @Test
    void topoAdd_tokenOfAnotherDevice_isRefusedWith1114() {
        try (OneNetThing gateway = gateway()) {
            String token =
                    OneNetCredentials.token("products/SubPid0001/devices/child-2", CHILD_KEY, OneNetCredentials.FAR);

            Map<String, @Nullable Object> reply = gateway.ask(
                    "thing/sub/topo/add", "{'id':'1','params':{" + CHILD_NAMES + ",'sasToken':'" + token + "'}}");

            assertThat(reply).containsEntry("code", 1114);
        }
    }

    @Test
    void topoAdd_withoutToken_isRefusedWith1101() {
        try (OneNetThing gateway = gateway()) {
            assertThat(gateway.ask("thing/sub/topo/add", "{'id':'1','params':{" + CHILD_NAMES + "}}"))
                    .containsEntry("code", 1101);
        }
    }

    @Test
    void topoAdd_unknownDirectOrForeignDevice_isRefused() {
        simulator.onenet().device("Gateway001/gw-2").bind(List.of("SubPid0001/child-2"));
        try (OneNetThing gateway = gateway()) {
            assertThat(add(gateway, "SubPid0001", "nobody", CHILD_KEY)).containsEntry("code", 307);
            assertThat(add(gateway, "Direct0001", "direct-1", CHILD_KEY)).containsEntry("code", 313);
            assertThat(add(gateway, "SubPid0001", "child-2", CHILD_KEY)).containsEntry("code", 313);
            assertThat(gateway.device().subDevices()).isEmpty();
        }
    }

    @Test
    void topoGet_boundChildren_areListed() {
        try (OneNetThing gateway = gateway()) {
            add(gateway, "SubPid0001", "child-1", CHILD_KEY);

            Map<String, @Nullable Object> reply = gateway.ask("thing/sub/topo/get", "{'id':'108','version':'1.0'}");
            gateway.send("thing/sub/topo/get/result", "{'id':'108','code':200,'msg':'success'}");

            assertThat(reply)
                    .isEqualTo(Map.of(
                            "id",
                            "108",
                            "code",
                            200,
                            "msg",
                            "success",
                            "data",
                            List.of(Map.of("productID", "SubPid0001", "deviceName", "child-1"))));
            assertThat(gateway.device().isOnline()).isTrue();
        }
    }

    @Test
    void topoDelete_boundChild_unbindsIt() {
        try (OneNetThing gateway = gateway()) {
            add(gateway, "SubPid0001", "child-1", CHILD_KEY);

            Map<String, @Nullable Object> reply = topo(gateway, "delete", "SubPid0001", "child-1", CHILD_KEY);

            assertThat(reply).containsEntry("code", 200);
            assertThat(gateway.device().subDevices()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thing/sub/login", "thing/sub/topo/get"})
    void gatewayMessage_ofADirectDevice_isRefused(String path) {
        try (OneNetThing direct = new OneNetThing(simulator, "Direct0001", "direct-1", CHILD_KEY)) {
            assertThat(direct.ask(path, "{'id':'1','params':{" + CHILD_NAMES + "}}"))
                    .containsEntry("code", 313);
        }
    }

    @Test
    void login_unboundChild_isRefused() {
        try (OneNetThing gateway = gateway()) {
            assertThat(gateway.ask("thing/sub/login", "{'id':'1','params':{" + CHILD_NAMES + "}}"))
                    .containsEntry("code", 307);
        }
    }

    @Test
    void login_boundChild_isOnlineUntilItLogsOut() {
        OneNetDevice child = simulator.onenet().device(CHILD);
        try (OneNetThing gateway = withChild()) {
            DeviceStatus before = child.status();
            gateway.ask("thing/sub/login", "{'id':'1','params':{" + CHILD_NAMES + "}}");
            DeviceStatus during = child.status();

            gateway.ask("thing/sub/logout", "{'id':'2','params':{" + CHILD_NAMES + "}}");

            assertThat(before).isEqualTo(DeviceStatus.INACTIVE);
            assertThat(during).isEqualTo(DeviceStatus.ONLINE);
            assertThat(child.status()).isEqualTo(DeviceStatus.OFFLINE);
        }
    }

    @Test
    void disconnect_ofTheGateway_takesItsChildrenOffline() {
        OneNetDevice child = simulator.onenet().device(CHILD);
        OneNetThing gateway = withChild();
        gateway.ask("thing/sub/login", "{'id':'1','params':{" + CHILD_NAMES + "}}");

        gateway.close();

        simulator.onenet().await("child offline", () -> !child.isOnline(), WAIT);
        assertThat(child.status()).isEqualTo(DeviceStatus.OFFLINE);
    }

    @Test
    void packPost_boundChild_isStoredAtTheChild() {
        try (OneNetThing gateway = withChild()) {
            Map<String, @Nullable Object> reply = gateway.ask(
                    "thing/pack/post",
                    "{'id':'1','params':[{'properties':{'temperature':{'value':20.1}}},{'identity':{" + CHILD_NAMES
                            + "},'properties':{'power':{'value':1}},'events':{'alarm':{'value':{'code':7}}}}]}");

            OneNetDevice child = simulator.onenet().device(CHILD);
            assertThat(reply).containsEntry("code", 200);
            assertThat(gateway.device().property("temperature")).contains(20.1);
            assertThat(child.property("power")).contains(1);
            assertThat(child.events())
                    .singleElement()
                    .satisfies(event -> assertThat(event.outputs()).isEqualTo(Map.of("code", 7)));
        }
    }

    @Test
    void packPost_oneChildIsNotBound_storesNothing() {
        try (OneNetThing gateway = withChild()) {
            Map<String, @Nullable Object> reply = gateway.ask(
                    "thing/pack/post",
                    "{'id':'1','params':[{'properties':{'temperature':{'value':20.1}}},"
                            + "{'identity':{'productID':'SubPid0001','deviceName':'child-2'},'properties':{'power':{'value':1}}}]}");

            assertThat(reply).containsEntry("code", 307);
            assertThat(gateway.device().properties()).isEmpty();
        }
    }

    @Test
    void packPost_elevenChildren_isRefused() {
        List<String> names = IntStream.range(0, 11).mapToObj(i -> "c" + i).toList();
        try (Simulator many = Simulator.builder()
                        .onenet(settings -> settings.product(
                                        "Gateway001",
                                        product -> product.nodeType(NodeType.GATEWAY)
                                                .device("gw-1", GATEWAY_KEY))
                                .product("SubPid0001", product -> {
                                    product.nodeType(NodeType.SUB_DEVICE);
                                    names.forEach(name -> product.device(name, CHILD_KEY));
                                }))
                        .start();
                OneNetThing gateway = new OneNetThing(many, "Gateway001", "gw-1", GATEWAY_KEY)) {
            gateway.device()
                    .bind(names.stream().map(name -> "SubPid0001/" + name).toList());
            String entries = names.stream()
                    .map(name -> "{'identity':{'productID':'SubPid0001','deviceName':'" + name + "'},'properties':{}}")
                    .collect(Collectors.joining(","));

            assertThat(gateway.ask("thing/pack/post", "{'id':'1','params':[" + entries + "]}"))
                    .containsEntry("code", 313);
        }
    }

    private OneNetThing gateway() {
        return new OneNetThing(simulator, "Gateway001", "gw-1", GATEWAY_KEY);
    }

    private OneNetThing withChild() {
        simulator.onenet().device("Gateway001/gw-1").bind(List.of(CHILD));
        return gateway();
    }

    private static Map<String, @Nullable Object> add(OneNetThing gateway, String product, String device, String key) {
        return topo(gateway, "add", product, device, key);
    }

    private static Map<String, @Nullable Object> topo(
            OneNetThing gateway, String operation, String product, String device, String key) {
        String token =
                OneNetCredentials.token("products/" + product + "/devices/" + device, key, OneNetCredentials.FAR);
        return gateway.ask(
                "thing/sub/topo/" + operation,
                "{'id':'107','params':{'productID':'" + product + "','deviceName':'" + device + "','sasToken':'" + token
                        + "'}}");
    }
}
