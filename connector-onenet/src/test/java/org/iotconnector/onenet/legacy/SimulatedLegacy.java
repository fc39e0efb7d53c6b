package org.iotconnector.onenet.legacy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Values;
import org.iotconnector.simulator.ConnectionInfo;
import org.iotconnector.simulator.Fault;
import org.iotconnector.simulator.ReceivedMessage;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.onenet.DeviceReply;
import org.iotconnector.simulator.onenet.legacy.OneNetLegacyDevice;
import org.iotconnector.simulator.onenet.legacy.OneNetLegacySimulator;
import org.iotconnector.tck.ContractPlatform;

/** The simulated platform with one device, as the contract kit wants to see it. */
final class SimulatedLegacy implements ContractPlatform {
    static final String PRODUCT_ID = "86540";
    static final String DEVICE_ID = "5616839";
    static final String REGISTER_CODE = "rc-N4bV7xQ2";
    static final String API_KEY = "pk-T8mZ3cW6yH1k=";

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Simulator simulator;
    private final OneNetLegacySimulator platform;
    private final OneNetLegacyDevice device;

    SimulatedLegacy() {
        simulator = Simulator.builder()
                .onenetLegacy(settings -> settings.http(0)
                        .product(
                                PRODUCT_ID,
                                product -> product.apiKey(API_KEY)
                                        .registerCode(REGISTER_CODE)
                                        .device(DEVICE_ID, Devices.AUTH_INFO)))
                .start();
        platform = simulator.onenetLegacy();
        device = platform.device(PRODUCT_ID + "/" + DEVICE_ID);
    }

    OneNetLegacySimulator platform() {
        return platform;
    }

    OneNetLegacyDevice device() {
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
                .filter(message -> message.topic().equals(DataPoints.TOPIC))
                .map(message -> DataPoints.decode(Bytes.copyOf(message.payload())))
                .map(packet -> ((DataPacket.Latest) packet).values())
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
        return CompletableFuture.supplyAsync(() -> {
                    device.awaitOnline(LIMIT);
                    return device.command(Json.write(values), LIMIT);
                })
                .thenCompose(answer -> answer)
                .thenApply(DeviceReply::code);
    }

    @Override
    public void sendGarbage() {
        device.awaitOnline(LIMIT);
        device.command("{\"threshold\":".getBytes(StandardCharsets.UTF_8), LIMIT);
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
