package org.iotconnector.onenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.core.ServiceResult;
import org.iotconnector.core.SetResult;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.Values;
import org.iotconnector.simulator.onenet.DeviceReply;
import org.iotconnector.simulator.onenet.OneNetDevice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A gateway and its sub-devices against the simulated platform, over real sockets. */
class OneNetGatewayTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final SimulatedOneNet cloud = new SimulatedOneNet();
    private final Connector connector = Connector.create();
    private final OneNetConfig hub = OneNetConfig.builder()
            .productId(SimulatedOneNet.GATEWAY_PRODUCT)
            .deviceName("hub-1")
            .deviceKey(Secret.of(Devices.DEVICE_KEY))
            .endpoint(cloud.platform().mqttUri().toString())
            .publishRate(0)
            .build();

    @AfterEach
    void close() {
        connector.close();
        cloud.close();
    }

    private OneNetConfigBuilder child(String name) {
        return OneNetConfig.builder()
                .gateway(hub)
                .productId(SimulatedOneNet.SUB_PRODUCT)
                .deviceName(name)
                .deviceKey(Secret.of(Devices.PRODUCT_KEY));
    }

    private Device online(String name) {
        Device device = connector.open(child(name).bindToGateway(true).build());
        device.awaitOnline(LIMIT);
        return device;
    }

    private OneNetDevice cloudSide(String name) {
        return cloud.platform().device(SimulatedOneNet.SUB_PRODUCT + "/" + name);
    }

    @Test
    void subDevice_withBinding_comesOnlineThroughTheGateway() {
        online("child-1");

        assertThat(cloudSide("child-1").isOnline()).isTrue();
        assertThat(cloud.platform().connections()).hasSize(1);
    }

    @Test
    void subDevice_thatIsNotBound_isRefusedWithTheReason() {
        Device unbound = connector.open(child("child-1").build());

        assertThatThrownBy(() -> unbound.awaitOnline(LIMIT))
                .isInstanceOf(PlatformRejectedException.class)
                .hasMessageContaining("not attached to its gateway");
    }

    @Test
    void report_ofASubDevice_isRepliedAndStored() {
        Device child = online("child-1");

        int code = child.report(Values.of("power", 1)).replied().join().code();

        assertThat(code).isEqualTo(200);
        assertThat(cloudSide("child-1").property("power")).map(Object::toString).contains("1");
    }

    @Test
    void event_ofASubDevice_isStored() {
        Device child = online("child-1");

        child.event("alarm", Values.of("code", 7)).replied().join();

        assertThat(cloudSide("child-1").events()).hasSize(1);
    }

    @Test
    void set_forASubDevice_reachesItAlone() throws Exception {
        BlockingQueue<Values> sets = new LinkedBlockingQueue<>();
        online("child-2").onSet(values -> SetResult.failed("the wrong one"));
        online("child-1").onSet(values -> {
            sets.add(values);
            return SetResult.done();
        });

        DeviceReply reply = cloudSide("child-1").set(Map.of("power", 0)).get(10, TimeUnit.SECONDS);

        assertThat(reply.isSuccess()).isTrue();
        assertThat(sets.poll(5, TimeUnit.SECONDS)).isEqualTo(Values.of("power", 0));
    }

    @Test
    void get_fromASubDevice_isAnsweredByItsHandler() throws Exception {
        online("child-1").onGet(names -> Values.of("temperature", 20.5));

        DeviceReply reply = cloudSide("child-1").get(List.of("temperature")).get(10, TimeUnit.SECONDS);

        assertThat(reply.isSuccess()).isTrue();
        assertThat(reply.toString()).contains("20.5");
    }

    @Test
    void service_ofASubDevice_isAnsweredWithItsOutput() throws Exception {
        online("child-1").onService("reset", input -> ServiceResult.of(Values.of("ok", true)));

        DeviceReply reply = cloudSide("child-1").invoke("reset", Map.of("d", 1)).get(10, TimeUnit.SECONDS);

        assertThat(reply.isSuccess()).isTrue();
    }

    @Test
    void subDevice_afterTheConnectionWasCut_isLoggedInAgain() {
        Device child = online("child-1");

        cloud.cutConnections();
        int code = child.report(Values.of("power", 2)).replied().join().code();

        assertThat(code).isEqualTo(200);
        assertThat(cloudSide("child-1").isOnline()).isTrue();
    }

    @Test
    void close_ofASubDevice_logsItOut() {
        Device gateway = connector.open(hub);
        Device child = online("child-1");

        child.close();

        cloud.platform()
                .await("the sub-device is offline", () -> !cloudSide("child-1").isOnline(), LIMIT);
        assertThat(gateway.isOnline()).isTrue();
    }

    @Test
    void topology_addedAndRemoved_isWhatThePlatformSays() {
        Device gateway = connector.open(hub);
        gateway.awaitOnline(LIMIT);
        OneNetGateway topology = OneNetGateway.of(gateway, hub);
        OneNetConfig child = child("child-1").build();

        topology.add(child).join();
        List<OneNetDeviceId> added = topology.subDevices().join();
        topology.remove(child).join();
        List<OneNetDeviceId> removed = topology.subDevices().join();

        assertThat(added).containsExactly(new OneNetDeviceId(SimulatedOneNet.SUB_PRODUCT, "child-1"));
        assertThat(removed).isEmpty();
    }

    @Test
    void add_withAWrongKey_isRejected() {
        Device gateway = connector.open(hub);
        gateway.awaitOnline(LIMIT);

        assertThatThrownBy(() -> OneNetGateway.of(gateway, hub)
                        .add(child("child-1")
                                .deviceKey(Secret.of(Devices.DEVICE_KEY))
                                .build())
                        .join())
                .hasCauseInstanceOf(PlatformRejectedException.class);
    }

    @Test
    void change_inTheConsole_isToldAndAnswered() throws Exception {
        Device gateway = connector.open(hub);
        gateway.awaitOnline(LIMIT);
        BlockingQueue<List<OneNetDeviceId>> changes = new LinkedBlockingQueue<>();
        OneNetGateway.of(gateway, hub).onChange(changes::add);
        String path = SimulatedOneNet.GATEWAY_PRODUCT + "/hub-1";

        DeviceReply reply = cloud.platform()
                .device(path)
                .bind(List.of(SimulatedOneNet.SUB_PRODUCT + "/child-2"))
                .get(10, TimeUnit.SECONDS);

        assertThat(changes.poll(5, TimeUnit.SECONDS))
                .containsExactly(new OneNetDeviceId(SimulatedOneNet.SUB_PRODUCT, "child-2"));
        assertThat(reply.isSuccess()).isTrue();
    }
}
