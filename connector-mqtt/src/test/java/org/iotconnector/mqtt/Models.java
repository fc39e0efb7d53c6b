package org.iotconnector.mqtt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.EventSpec;
import org.iotconnector.core.thing.FieldSpec;
import org.iotconnector.core.thing.PropertySpec;
import org.iotconnector.core.thing.ServiceSpec;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.core.thing.ThingModelFormat;

/** Thing models that the tests share. */
public final class Models {
    private Models() {}

    /** A lamp: Light, Level, Mode, Power; event Overheat; service Blink. */
    public static ThingModel lamp() {
        return ThingModel.builder()
                .property(PropertySpec.readWrite("Light", DataType.bool("off", "on")))
                .property(PropertySpec.readWrite("Level", DataType.int32(0, 100, 1, "%")))
                .property(PropertySpec.readWrite("Mode", DataType.enumeration(Map.of(0, "warm"))))
                .property(PropertySpec.readOnly("Power", DataType.float64(0, 100, 0, "W")))
                .event(EventSpec.of(
                        "Overheat", EventSpec.Kind.ALERT, FieldSpec.of("degrees", DataType.float64(-50, 300))))
                .service(ServiceSpec.of(
                        "Blink",
                        ServiceSpec.CallType.ASYNC,
                        List.of(FieldSpec.of("times", DataType.int32(1, 10))),
                        List.of(FieldSpec.of("done", DataType.int32()))))
                .build();
    }

    /** A file that holds the lamp, and is deleted when the tests end. */
    public static Path lampFile() {
        try {
            Path file = Files.createTempFile("lamp", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, ThingModelFormat.TSL.write(lamp()).json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
