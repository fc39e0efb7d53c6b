package org.iotconnector.mqtt.homie;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.mqtt.homie.internal.HomieForm;
import org.iotconnector.mqtt.homie.internal.HomieIds;

/**
 * Reads the {@code $description} of version 5. Unknown members are ignored, and so is a whole object that has an illegal
 * value in a known one, as the convention wants it.
 */
final class DescriptionReader {
    private static final String NAME = "name";

    private DescriptionReader() {}

    /** What the document says; empty if it is ignored as a whole. */
    static Optional<DeviceShape> read(Bytes payload, String deviceId) {
        try {
            return Optional.of(device(Json.readObject(payload.toArray()), deviceId));
        } catch (MappingException illegal) {
            return Optional.empty();
        }
    }

    private static DeviceShape device(Values document, String deviceId) {
        // Whole, though its value does not matter here: a number that differs only says that something has changed.
        document.longInteger("version");
        List<HomieNode> nodes = new ArrayList<>();
        if (document.has("nodes")) {
            Values all = document.struct("nodes");
            all.forEach((id, value) -> legal(() -> node(id, value)).ifPresent(nodes::add));
        }
        return new DeviceShape(
                text(document, "homie").orElseThrow(() -> new MappingException("homie", "is missing")),
                text(document, NAME).orElse(deviceId),
                nodes,
                text(document, "root"),
                text(document, "parent"),
                texts(document, "children"),
                texts(document, "extensions"));
    }

    private static HomieNode node(String id, Value value) {
        requireId(id);
        Values node = value.asStruct();
        List<HomieProperty> properties = new ArrayList<>();
        if (node.has("properties")) {
            node.struct("properties")
                    .forEach((name, each) -> legal(() -> property(name, each)).ifPresent(properties::add));
        }
        return new HomieNode(id, text(node, NAME).orElse(id), text(node, "type").orElse(""), properties);
    }

    private static HomieProperty property(String id, Value value) {
        requireId(id);
        Values property = value.asStruct();
        HomieDatatype datatype = text(property, "datatype")
                .flatMap(name -> HomieDatatype.of(name, HomieVersion.V5))
                .orElseThrow(() -> new MappingException("datatype", "is missing or unknown"));
        String format = text(property, "format").orElse("");
        try {
            HomieForm ignored = new HomieForm(HomieVersion.V5, datatype, format);
        } catch (IllegalArgumentException illegal) {
            throw new MappingException("format", String.valueOf(illegal.getMessage()), illegal);
        }
        return new HomieProperty(
                id,
                text(property, NAME).orElse(id),
                datatype,
                format,
                text(property, "unit").orElse(""),
                flag(property, "settable", false),
                flag(property, "retained", true),
                Optional.empty(),
                Optional.empty());
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> Optional<T> legal(Reading<T> reading) {
        try {
            return Optional.of(reading.read());
        } catch (MappingException illegal) {
            return Optional.empty();
        }
    }

    private static void requireId(String id) {
        HomieIds.problem(id, HomieVersion.V5).ifPresent(rule -> {
            throw new MappingException(id, rule);
        });
    }

    private static Optional<String> text(Values values, String name) {
        return values.find(name).map(value -> {
            if (value instanceof Value.Text text) {
                return text.value();
            }
            throw new MappingException(name, "is no text");
        });
    }

    private static List<String> texts(Values values, String name) {
        return values.find(name)
                .map(value -> value.asList().stream().map(Value::asText).toList())
                .orElse(List.of());
    }

    private static boolean flag(Values values, String name, boolean standard) {
        return values.find(name)
                .map(value -> {
                    if (value instanceof Value.Bool bool) {
                        return bool.value();
                    }
                    throw new MappingException(name, "is neither true nor false");
                })
                .orElse(standard);
    }
}
