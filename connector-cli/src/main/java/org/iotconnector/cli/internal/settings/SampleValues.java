package org.iotconnector.cli.internal.settings;

import java.util.List;
import java.util.Optional;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.thing.AccessMode;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.PropertySpec;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/** Something a device might report, for examples that really work. */
public final class SampleValues {
    /** The properties of the classic board exercise: an LED and the voltage at it. */
    private static final Values WITHOUT_MODEL = Values.of("LightSwitch", true, "CurrentLedADC", 512);

    private static final int PROPERTIES = 2;

    private SampleValues() {}

    /** Values for the first properties of a device, by its thing model or its settings; without either, those of a lamp. */
    public static Values of(DeviceConfig<?> config) {
        Optional<ThingModel> model = config.thingModel();
        if (model.isEmpty() && !config.knownProperties().isEmpty()) {
            Values.Builder known = Values.builder();
            config.knownProperties().stream().limit(PROPERTIES).forEach(name -> known.put(name, Value.of(1)));
            return known.build();
        }
        Values.Builder values = Values.builder();
        List<PropertySpec> readable = model.map(it -> it.properties().stream()
                        .filter(property -> property.access() != AccessMode.WRITE)
                        .toList())
                .orElse(List.of());
        int count = 0;
        for (PropertySpec property : readable) {
            Optional<Value> value = sample(property.type());
            if (value.isPresent() && count < PROPERTIES) {
                values.put(property.identifier(), value.get());
                count++;
            }
        }
        return count == 0 ? WITHOUT_MODEL : values.build();
    }

    private static Optional<Value> sample(DataType type) {
        Object plain = switch (type.name()) {
            case "bool" -> true;
            case "text" -> "on";
            case "enum" -> type.labels().keySet().stream().findFirst().orElse(0);
            case "date" -> 0L;
            default -> type.min().map(Number::longValue).orElse(0L);
        };
        Value value = Value.of(plain);
        return type.check(type.name(), value, violation -> {});
    }
}
