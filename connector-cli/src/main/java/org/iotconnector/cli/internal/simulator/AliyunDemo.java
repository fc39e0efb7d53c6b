package org.iotconnector.cli.internal.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.aliyun.AliyunDevice;
import org.iotconnector.simulator.aliyun.DeviceReply;

/** The demo's lamp on the simulated Aliyun IoT, behind TLS on a free port. */
final class AliyunDemo implements DemoPlatform {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

    private final Simulator simulator;
    private final Path caFile;

    private AliyunDemo(Simulator simulator, Path caFile) {
        this.simulator = simulator;
        this.caFile = caFile;
    }

    static AliyunDemo start() {
        Simulator simulator = Simulator.builder()
                .demoAliyun(settings -> settings.listen(Transport.TLS, 0))
                .start();
        try {
            Path caFile = Files.createTempFile("iotc-demo-ca", ".pem");
            simulator.writeCaCertificate(caFile);
            return new AliyunDemo(simulator, caFile);
        } catch (IOException e) {
            simulator.close();
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String id() {
        return "aliyun";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "productKey", DemoSet.PRODUCT_KEY,
                "deviceName", DemoSet.DEVICE_NAME,
                "deviceSecret", DemoSet.DEVICE_SECRET,
                "endpoint", simulator.aliyun().mqttsUri().toString(),
                "trustFile", caFile.toString());
    }

    @Override
    public CompletableFuture<Answer> switchLight(boolean on) {
        return lamp().set(Map.of("LightSwitch", on ? 1 : 0), ANSWER_LIMIT).thenApply(AliyunDemo::answer);
    }

    @Override
    public void close() {
        simulator.close();
        try {
            Files.deleteIfExists(caFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AliyunDevice lamp() {
        return simulator.aliyun().device(DemoSet.PRODUCT_KEY + "/" + DemoSet.DEVICE_NAME);
    }

    private static Answer answer(DeviceReply reply) {
        String text = reply.code().isPresent()
                ? Integer.toString(reply.code().getAsInt())
                : "no answer (" + reply.outcome() + ")";
        return new Answer(reply.isSuccess(), text);
    }
}
