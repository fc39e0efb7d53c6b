package org.iotconnector.mqtt.homie;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iotconnector.mqtt.homie.internal.HomieForm;

/** Puts the attributes of versions 3 and 4 together, which come one by one and in any order. */
final class AttributeReader {
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,4})-([0-9]{1,4})");
    private static final int MOST_ELEMENTS = 1_000;

    private final HomieVersion version;
    private final String deviceId;
    private final Map<String, String> attributes;

    /** A reader of {@code attributes}, by their paths below the device's root. */
    AttributeReader(HomieVersion version, String deviceId, Map<String, String> attributes) {
        this.version = version;
        this.deviceId = deviceId;
        this.attributes = attributes;
    }

    /** What they say, once all is there that must be. */
    Optional<DeviceShape> read() {
        Optional<String> homie = find("$homie");
        Optional<String> name = find("$name");
        Optional<String> nodeIds = find("$nodes");
        if (homie.isEmpty()
                || name.isEmpty()
                || nodeIds.isEmpty()
                || find("$state").isEmpty()) {
            return Optional.empty();
        }
        List<HomieNode> nodes = new ArrayList<>();
        for (String id : list(nodeIds.get())) {
            Optional<List<HomieNode>> found = id.endsWith("[]") && version == HomieVersion.V3
                    ? array(id.substring(0, id.length() - 2))
                    : node(id, id).map(List::of);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            nodes.addAll(found.get());
        }
        return Optional.of(new DeviceShape(
                homie.get(),
                name.get().isEmpty() ? deviceId : name.get(),
                nodes,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                find("$extensions").map(AttributeReader::list).orElse(List.of())));
    }

    /** Version 3: the elements share what the array says, and may have names of their own. */
    private Optional<List<HomieNode>> array(String id) {
        Matcher range = RANGE.matcher(find(id + "/$array").orElse(""));
        if (!range.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(range.group(1));
        int last = Integer.parseInt(range.group(2));
        if (last - first >= MOST_ELEMENTS) {
            return Optional.empty();
        }
        List<HomieNode> elements = new ArrayList<>();
        for (int index = first; index <= last; index++) {
            Optional<HomieNode> element = node(id, id + "_" + index);
            if (element.isEmpty()) {
                return Optional.empty();
            }
            elements.add(element.get());
        }
        return Optional.of(elements);
    }

    private Optional<HomieNode> node(String described, String id) {
        Optional<String> name = find(id + "/$name").or(() -> find(described + "/$name"));
        Optional<String> type = find(described + "/$type");
        Optional<String> propertyIds = find(described + "/$properties");
        if (name.isEmpty() || type.isEmpty() || propertyIds.isEmpty()) {
            return Optional.empty();
        }
        List<HomieProperty> properties = new ArrayList<>();
        for (String property : list(propertyIds.get())) {
            String path = described + "/" + property + "/";
            if (version == HomieVersion.V4
                    && (find(path + "$name").isEmpty()
                            || find(path + "$datatype").isEmpty())) {
                return Optional.empty();
            }
            properties.add(property(property, path));
        }
        return Optional.of(new HomieNode(id, name.get().isEmpty() ? id : name.get(), type.get(), properties));
    }

    private HomieProperty property(String id, String path) {
        // What a device writes wrongly here must not hide all of it: a text can be shown in any case.
        HomieDatatype datatype = find(path + "$datatype")
                .flatMap(text -> HomieDatatype.of(text, version))
                .orElse(HomieDatatype.STRING);
        String format = find(path + "$format").orElse("");
        try {
            HomieForm ignored = new HomieForm(version, datatype, format);
        } catch (IllegalArgumentException unreadable) {
            datatype = HomieDatatype.STRING;
        }
        return new HomieProperty(
                id,
                find(path + "$name").filter(name -> !name.isEmpty()).orElse(id),
                datatype,
                format,
                find(path + "$unit").orElse(""),
                find(path + "$settable").filter("true"::equals).isPresent(),
                find(path + "$retained").filter("false"::equals).isEmpty(),
                Optional.empty(),
                Optional.empty());
    }

    private Optional<String> find(String path) {
        return Optional.ofNullable(attributes.get(path));
    }

    private static List<String> list(String text) {
        List<String> all = new ArrayList<>();
        for (String each : text.split(",", -1)) {
            if (!each.isBlank()) {
                all.add(each.strip());
            }
        }
        return all;
    }
}
