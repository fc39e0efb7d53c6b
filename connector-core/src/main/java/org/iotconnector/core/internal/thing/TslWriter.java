package org.iotconnector.core.internal.thing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iotconnector.core.thing.Conversion;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.EventSpec;
import org.iotconnector.core.thing.PropertySpec;
import org.iotconnector.core.thing.ServiceSpec;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/**
 * Writes a TSL. The features {@code post}, {@code set} and {@code get} are left to the platform, which makes them on
 * its own. Limits: Aliyun IoT, "Limits" and "TSL template", read 2026-11.
 */
final class TslWriter extends ModelWriter {
    private static final String SCHEMA = "https://iotx-tsl.oss-ap-southeast-1.aliyuncs.com/schema.json";
    private static final ModelLimits LIMITS =
            new ModelLimits("Aliyun IoT", TslTypes.IDENTIFIERS, 30, Integer.MAX_VALUE, TslTypes.MAX_TEXT, 512, 300);
    private static final Map<String, TypeWriter.Form> FORMS = Map.of(
            "int32", new TypeWriter.Form("int", TypeWriter::number),
            "float", new TypeWriter.Form("float", TypeWriter::number),
            "double", new TypeWriter.Form("double", TypeWriter::number),
            "bool", new TypeWriter.Form("bool", TypeWriter::labels),
            "enum", new TypeWriter.Form("enum", TypeWriter::labels),
            "text", new TypeWriter.Form("text", TypeWriter::length),
            "date", new TypeWriter.Form("date", TypeWriter::nothing),
            "struct", new TypeWriter.Form("struct", TypeWriter::members),
            "array", new TypeWriter.Form("array", TslWriter::array));
    private static final Set<String> ITEMS = Set.of("int32", "float", "double", "text", "struct");
    private static final Set<String> MEMBERS = Set.of("int32", "float", "double", "bool", "enum", "text", "date");

    private final Map<String, ModuleWriting> modules = new LinkedHashMap<>();

    TslWriter() {
        this(new Notes());
    }

    private TslWriter(Notes notes) {
        super(TslNotation.LAYOUT, LIMITS, new TypeWriter(FORMS, ITEMS, MEMBERS, LIMITS, notes), notes);
        modules.put("", new ModuleWriting(LIMITS, notes));
    }

    Conversion write(ThingModel model) {
        addAll(model);
        List<Value> written = new ArrayList<>();
        modules.forEach((name, module) -> {
            if (name.isEmpty()) {
                written.add(new Value.Struct(main(module)));
            } else if (!module.isEmpty()) {
                Values.Builder members =
                        Values.builder().put("functionBlockId", name).put("functionBlockName", name);
                written.add(new Value.Struct(module.writeTo(members, "", notes).build()));
            }
        });
        return new Conversion(
                ModelJson.write(written.size() == 1 ? written.get(0) : new Value.Array(written)), notes.list());
    }

    private Values main(ModuleWriting module) {
        Values.Builder members = Values.builder().put("schema", SCHEMA).put("profile", Values.of("version", "1.0"));
        return module.writeTo(members, "", notes).build();
    }

    @Override
    Optional<Target> target(String section, String identifier, String place) {
        if (identifier.startsWith("$")) {
            notes.add(
                    place,
                    "This is a system function of the other platform and is left out.",
                    "Declare a feature without the $ if the device is to have it here too.");
            return Optional.empty();
        }
        int colon = identifier.indexOf(':');
        String name = identifier.substring(0, Math.max(colon, 0));
        if (!name.isEmpty() && !LIMITS.identifiers().allows(name)) {
            return target(section, identifier.replace(':', '_'), place); // no module, so the name becomes a plain one
        }
        ModuleWriting module = modules.computeIfAbsent(name, it -> new ModuleWriting(LIMITS, notes));
        return Optional.of(new Target(module, module.identifier(section, identifier.substring(colon + 1), place)));
    }

    @Override
    void property(PropertySpec property, String place, Values.Builder members) {
        // all its members are those of every notation
    }

    @Override
    void event(EventSpec event, Target target, Values.Builder members) {
        members.put("required", false).put("method", "thing.event." + wireName(event.identifier(), target) + ".post");
    }

    @Override
    void service(ServiceSpec service, Target target, Values.Builder members) {
        members.put("required", false)
                .put("callType", ModelLayout.word(layout.calls(), service.callType()))
                .put("method", "thing.service." + wireName(service.identifier(), target));
    }

    private static String wireName(String identifier, Target target) {
        int colon = identifier.indexOf(':');
        return identifier.substring(0, colon + 1) + target.identifier();
    }

    private static Optional<Value> array(DataType type, String place, TypeWriter types) {
        DataType item = type.item().orElseThrow();
        String size = Integer.toString(types.size(type, place));
        return types.item(item, place).map(it -> Value.of(Values.of("size", size, "item", it)));
    }
}
