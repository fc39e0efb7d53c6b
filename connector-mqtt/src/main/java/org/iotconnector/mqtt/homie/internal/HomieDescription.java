package org.iotconnector.mqtt.homie.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import org.iotconnector.core.spi.JsonWriter;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.mqtt.homie.HomieConfig;
import org.iotconnector.mqtt.homie.HomieVersion;

/** What a device says of itself: attributes on topics of their own, or one document in version 5. */
final class HomieDescription {
    private HomieDescription() {}

    /** One attribute: a path below the device's root, and its text. */
    record Attribute(String path, String text) {}

    /** The attributes of versions 3 and 4 but the state, in sending order. */
    static List<Attribute> attributes(HomieConfig config, HomieLayout layout) {
        List<Attribute> all = new ArrayList<>();
        all.add(new Attribute("$homie", config.homieVersion().toString()));
        all.add(new Attribute("$name", config.name()));
        all.add(new Attribute("$implementation", config.implementation()));
        if (config.homieVersion() == HomieVersion.V3) {
            all.addAll(firmware(config));
            all.add(new Attribute("$stats", "uptime"));
            all.add(new Attribute("$stats/interval", seconds(config)));
        } else {
            extensions(config, all);
        }
        all.add(new Attribute("$nodes", String.join(",", layout.nodes().keySet())));
        layout.nodes().forEach((id, properties) -> node(config, id, properties, all));
        return all;
    }

    private static List<Attribute> firmware(HomieConfig config) {
        return List.of(
                new Attribute("$localip", config.localIp()),
                new Attribute("$mac", config.mac()),
                new Attribute("$fw/name", config.firmwareName().orElse(config.implementation())),
                new Attribute("$fw/version", config.firmwareVersion().orElse("0")));
    }

    private static void extensions(HomieConfig config, List<Attribute> all) {
        List<String> names = new ArrayList<>();
        if (config.statsInterval().isPresent()) {
            names.add("org.homie.legacy-stats:0.1.1:[4.x]");
            all.add(new Attribute("$stats/interval", seconds(config)));
        }
        if (config.firmwareName().isPresent()) {
            names.add("org.homie.legacy-firmware:0.1.1:[4.x]");
            all.addAll(firmware(config));
        }
        all.add(new Attribute("$extensions", String.join(",", names)));
    }

    private static String seconds(HomieConfig config) {
        return Long.toString(config.statsInterval().map(Duration::toSeconds).orElse(60L));
    }

    private static void node(HomieConfig config, String id, List<LaidProperty> properties, List<Attribute> all) {
        all.add(new Attribute(id + "/$name", config.nodeName(id)));
        all.add(new Attribute(id + "/$type", config.nodeType(id)));
        all.add(new Attribute(
                id + "/$properties",
                String.join(",", properties.stream().map(LaidProperty::id).toList())));
        for (LaidProperty property : properties) {
            String path = id + "/" + property.id() + "/";
            all.add(new Attribute(path + "$name", property.name()));
            all.add(new Attribute(path + "$datatype", property.form().datatype().text()));
            if (!property.form().format().isEmpty()) {
                all.add(new Attribute(path + "$format", property.form().format()));
            }
            all.add(new Attribute(path + "$settable", Boolean.toString(property.settable())));
            all.add(new Attribute(path + "$retained", Boolean.toString(property.retained())));
            if (!property.unit().isEmpty()) {
                all.add(new Attribute(path + "$unit", property.unit()));
            }
        }
    }

    /** The document of version 5. Its number follows from its content, so it differs after every change. */
    static Bytes document(HomieConfig config, HomieLayout layout) {
        CRC32 content = new CRC32();
        content.update(write(config, layout, 0));
        OptionalLong given = config.descriptionVersion();
        return Bytes.copyOf(write(config, layout, given.orElse(content.getValue())));
    }

    private static byte[] write(HomieConfig config, HomieLayout layout, long version) {
        JsonWriter json = JsonWriter.create()
                .startObject()
                .name("homie")
                .text(config.homieVersion().toString())
                .name("version")
                .number(version)
                .name("name")
                .text(config.name())
                .name("nodes")
                .startObject();
        for (Map.Entry<String, List<LaidProperty>> node : layout.nodes().entrySet()) {
            json.name(node.getKey())
                    .startObject()
                    .name("name")
                    .text(config.nodeName(node.getKey()))
                    .name("type")
                    .text(config.nodeType(node.getKey()))
                    .name("properties")
                    .startObject();
            node.getValue().forEach(property -> write(property, json));
            json.endObject().endObject();
        }
        return json.endObject()
                .name("extensions")
                .startArray()
                .endArray()
                .endObject()
                .finish();
    }

    private static void write(LaidProperty property, JsonWriter json) {
        json.name(property.id())
                .startObject()
                .name("name")
                .text(property.name())
                .name("datatype")
                .text(property.form().datatype().text());
        if (!property.form().format().isEmpty()) {
            json.name("format").text(property.form().format());
        }
        json.name("settable").bool(property.settable()).name("retained").bool(property.retained());
        if (!property.unit().isEmpty()) {
            json.name("unit").text(property.unit());
        }
        json.endObject();
    }
}
