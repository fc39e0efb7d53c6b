package org.iotconnector.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.iotconnector.simulator.DemoSet;

/** Settings files of the demo set's lamp. */
final class Lamp {
    static final String SECRET = DemoSet.DEVICE_SECRET;
    static final String DEVICE = DemoSet.PRODUCT_KEY + "/" + DemoSet.DEVICE_NAME;

    private Lamp() {}

    /** A lamp at {@code endpoint}, its secret in a file beside; {@code more} are further lines. */
    static Path file(Path folder, String endpoint, String... more) {
        write(folder.resolve("lamp.secret"), SECRET + "\n");
        return write(
                folder.resolve("lamp.yaml"),
                "platform: aliyun\nproductKey: " + DemoSet.PRODUCT_KEY + "\ndeviceName: " + DemoSet.DEVICE_NAME
                        + "\ndeviceSecretFile: lamp.secret\nendpoint: " + endpoint + "\n" + String.join("\n", more)
                        + "\n");
    }

    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The thing model of the demo set. */
    static Path thingModel(Path folder) {
        try (var tsl = DemoSet.class.getResourceAsStream("lamp-tsl.json")) {
            Path file = folder.resolve("lamp-tsl.json");
            Files.copy(tsl, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
