package org.iotconnector.aliyun;

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
import org.iotconnector.simulator.aliyun.AliyunDevice;
import org.iotconnector.simulator.aliyun.AliyunSimulator;
import org.iotconnector.simulator.aliyun.DeviceReply;
import org.iotconnector.tck.ContractPlatform;

/** The simulated platform with one device, as the contract kit wants to see it. */
final class SimulatedAliyun implements ContractPlatform {
    static final String PRODUCT_KEY = "a1Demo0Prod";
    static final String DEVICE_NAME = "lamp-0001";

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String TOPICS = "/sys/" + PRODUCT_KEY + "/" + DEVICE_NAME;

    private final Simulator simulator;
    private final AliyunSimulator platform;
    private final AliyunDevice device;

    SimulatedAliyun() {
        simulator = Simulator.builder()
                .aliyun(aliyun -> aliyun.product(PRODUCT_KEY, product -> product.device(DEVICE_NAME, Devices.SECRET)))
                .start();
        platform = simulator.aliyun();
        device = platform.device(PRODUCT_KEY + "/" + DEVICE_NAME);
    }

    AliyunSimulator platform() {
        return platform;
    }

    AliyunDevice device() {
        return device;
    }

    Simulator simulator() {
        return simulator;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("endpoint", platform.mqttUri().toString());
    }

    @Override
    public List<Values> reports() {
        return platform.received().stream()
                .filter(ReceivedMessage::isAccepted)
                .filter(message -> message.topic().endsWith("/thing/event/property/post"))
                .map(message -> Json.readObject(message.payload()).struct("params"))
                .collect(Collectors.toList());
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
        return asking("/thing/service/property/set", () -> device.set(values.toPlain(), LIMIT));
    }

    @Override
    public CompletableFuture<OptionalInt> invoke(String service, Values input) {
        return asking("/thing/service/" + service, () -> device.invokeAsync(service, input.toPlain(), LIMIT));
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
        device.publish(TOPICS + "/thing/service/property/set", "{\"method\":".getBytes(StandardCharsets.UTF_8), 1);
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
