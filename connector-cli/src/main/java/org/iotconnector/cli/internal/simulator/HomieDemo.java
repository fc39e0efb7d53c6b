package org.iotconnector.cli.internal.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.Transport;

/** The demo's lamp by the Homie convention, version 5, on a simulated broker behind TLS. */
final class HomieDemo extends SimulatedDemo {
    private static final String SWITCH_TOPIC = "homie/5/" + DemoSet.DEVICE_NAME + "/main/light-switch";
    private static final String MODEL = "lamp-tsl.json";

    private final Path thingModel;

    HomieDemo() {
        super(Simulator.builder()
                .mqtt(settings -> settings.listen(Transport.TLS, 0).allowAnonymous(true)));
        this.thingModel = copyOfModel();
    }

    /** A convention that describes devices needs to know what there is to describe. */
    private static Path copyOfModel() {
        try (InputStream model = DemoSet.class.getResourceAsStream(MODEL)) {
            if (model == null) {
                throw new IllegalStateException(MODEL + " is missing in the simulator.");
            }
            Path file = Files.createTempFile("iotc-demo-lamp", ".json");
            file.toFile().deleteOnExit();
            Files.copy(model, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String id() {
        return "homie";
    }

    @Override
    Map<String, String> lamp() {
        return Map.of(
                "deviceId",
                DemoSet.DEVICE_NAME,
                "thingModel",
                thingModel.toString(),
                "endpoint",
                simulator().mqtt().mqttsUri().toString());
    }

    @Override
    public CompletableFuture<Answer> switchLight(boolean on) {
        return answeredByReport(
                simulator().mqtt(),
                () -> {
                    simulator().mqtt().awaitSubscribed(SWITCH_TOPIC + "/set", ANSWER_LIMIT);
                    simulator().mqtt().publish(SWITCH_TOPIC + "/set", Boolean.toString(on), 1, false);
                },
                SWITCH_TOPIC,
                Boolean.toString(on));
    }
}
