package org.iotconnector.onenet;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Values;
import org.iotconnector.simulator.ConnectionInfo;
import org.iotconnector.simulator.Fault;
import org.iotconnector.simulator.ReceivedMessage;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.onenet.DeviceReply;
import org.iotconnector.simulator.onenet.NodeType;
import org.iotconnector.simulator.onenet.OneNetDevice;
import org.iotconnector.simulator.onenet.OneNetRule;
import org.iotconnector.simulator.onenet.OneNetSimulator;
import org.iotconnector.tck.ContractPlatform;

/** The simulated platform with one device, a gateway with its sub-device, as the contract kit wants to see it. */
final class SimulatedOneNet implements ContractPlatform {
    static final String GATEWAY_PRODUCT = "Demo0Gate1";
    static final String SUB_PRODUCT = "Demo0Sub01";

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String TOPICS = "$sys/" + Devices.PRODUCT_ID + "/" + Devices.DEVICE_NAME + "/";

    private final Simulator simulator;
    private final OneNetSimulator platform;
    private final OneNetDevice device;

    SimulatedOneNet() {
        simulator = Simulator.builder()
                .onenet(onenet -> onenet.listen(Transport.TCP, 0)
                        .http(0)
                        .rule(OneNetRule.CONNECT_BAN, false)
                        .product(
                                Devices.PRODUCT_ID,
                                product -> product.accessKey(Devices.PRODUCT_KEY)
                                        .device(Devices.DEVICE_NAME, Devices.DEVICE_KEY))
                        .product(
                                GATEWAY_PRODUCT,
                                product -> product.nodeType(NodeType.GATEWAY).device("hub-1", Devices.DEVICE_KEY))
                        .product(
                                SUB_PRODUCT,
                                product -> product.nodeType(NodeType.SUB_DEVICE)
                                        .device("child-1", Devices.PRODUCT_KEY)
                                        .device("child-2", Devices.PRODUCT_KEY)))
                .start();
        platform = simulator.onenet();
        device = platform.device(Devices.PRODUCT_ID + "/" + Devices.DEVICE_NAME);
    }

    OneNetSimulator platform() {
        return platform;
    }

    OneNetDevice device() {
        return device;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("endpoint", platform.mqttUri().toString());
    }

    @Override
    public List<Values> reports() {
        return platform.received().stream()
                .filter(ReceivedMessage::isAccepted)
                .filter(message -> message.topic().endsWith("/thing/property/post"))
                .map(message -> bare(Json.readObject(message.payload()).struct("params")))
                .collect(Collectors.toList());
    }

    private static Values bare(Values wrapped) {
        Values.Builder bare = Values.builder();
        wrapped.forEach((name, value) -> bare.put(name, value.asStruct().get("value")));
        return bare.build();
    }

    @Override
    public long acceptedConnects() {
        return platform.counters().connectsAccepted();
    }

    @Override
    public Optional<String> clientIdentifier() {
        return platform.connections().stream().map(ConnectionInfo::clientId).findFirst();
    }

    @Override
    public CompletableFuture<OptionalInt> set(Values values) {
        return asking("thing/property/set", () -> device.set(values.toPlain(), LIMIT));
    }

    @Override
    public CompletableFuture<OptionalInt> invoke(String service, Values input) {
        return asking("thing/service/" + service + "/invoke", () -> device.invoke(service, input.toPlain(), LIMIT));
    }

    private CompletableFuture<OptionalInt> asking(String topic, Supplier<CompletableFuture<DeviceReply>> question) {
        return CompletableFuture.supplyAsync(() -> {
                    device.awaitSubscribed(TOPICS + topic, LIMIT);
                    return question.get();
                })
                .thenCompose(answer -> answer)
                .thenApply(DeviceReply::code);
    }

    @Override
    public void sendGarbage() {
        device.publish(TOPICS + "thing/property/set", "{\"id\":".getBytes(StandardCharsets.UTF_8), 0);
    }

    @Override
    public void refuseConnects(int code, int times) {
        platform.inject(new Fault.RefuseConnect(code, times));
    }

    @Override
    public void ignoreConnects(int times) {
        platform.inject(new Fault.SilentAccept(times));
    }

    @Override
    public void cutConnections() {
        platform.dropAllConnections();
    }

    @Override
    public void withholdAcknowledgements(int times) {
        platform.inject(new Fault.LosePubAck(times));
    }

    @Override
    public void loseReplies(int times) {
        platform.inject(new Fault.LoseReply(times));
    }

    @Override
    public void stop() {
        platform.stopListening();
        platform.dropAllConnections();
    }

    @Override
    public void start() {
        platform.startListening();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
