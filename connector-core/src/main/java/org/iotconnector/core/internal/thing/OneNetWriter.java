package org.iotconnector.core.internal.thing;

import java.util.ArrayList;
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
 * Writes OneNET's notation, in the member names of its exports. Limits: OneNET, "What is a thing model" and "Use
 * limits", read 2026-11; none is known for the size of an array.
 */
final class OneNetWriter extends ModelWriter {
    private static final ModelLimits LIMITS =
            new ModelLimits("OneNET", OneNetTypes.IDENTIFIERS, 32, 255, OneNetTypes.MAX_TEXT, Integer.MAX_VALUE, 100);
    private static final Map<String, TypeWriter.Form> FORMS = Map.ofEntries(
            Map.entry("int32", new TypeWriter.Form("int32", TypeWriter::number)),
            Map.entry("int64", new TypeWriter.Form("int64", TypeWriter::number)),
            Map.entry("float", new TypeWriter.Form("float", TypeWriter::number)),
            Map.entry("double", new TypeWriter.Form("double", TypeWriter::number)),
            Map.entry("bool", new TypeWriter.Form("bool", (type, place, types) -> bool(type))),
            Map.entry("enum", new TypeWriter.Form("enum", TypeWriter::labels)),
            Map.entry("bitMap", new TypeWriter.Form("bitMap", (type, place, types) -> bitMap(type))),
            Map.entry("text", new TypeWriter.Form("string", TypeWriter::length)),
            Map.entry("date", new TypeWriter.Form("date", TypeWriter::nothing)),
            Map.entry("struct", new TypeWriter.Form("struct", TypeWriter::members)),
            Map.entry("array", new TypeWriter.Form("array", OneNetWriter::array)));
    private static final Set<String> ITEMS = Set.of("int32", "int64", "float", "double", "text", "date", "struct");
    private static final Set<String> MEMBERS =
            Set.of("int32", "int64", "float", "double", "bool", "enum", "bitMap", "text", "date");

    private final ModuleWriting all;

    OneNetWriter() {
        this(new Notes());
    }

    private OneNetWriter(Notes notes) {
        super(OneNetNotation.LAYOUT, LIMITS, new TypeWriter(FORMS, ITEMS, MEMBERS, LIMITS, notes), notes);
        all = new ModuleWriting(LIMITS, notes);
    }

    Conversion write(ThingModel model) {
        addAll(model);
        Values members =
                all.writeTo(Values.builder().put("version", "1.0"), "", notes).build();
        return new Conversion(ModelJson.write(new Value.Struct(members)), notes.list());
    }

    @Override
    Optional<Target> target(String section, String identifier, String place) {
        return Optional.of(new Target(all, all.identifier(section, identifier, place)));
    }

    @Override
    void property(PropertySpec property, String place, Values.Builder members) {
        function("property", property.identifier(), members);
    }

    @Override
    void event(EventSpec event, Target target, Values.Builder members) {
        function("event", event.identifier(), members);
    }

    @Override
    void service(ServiceSpec service, Target target, Values.Builder members) {
        function("service", service.identifier(), members);
        members.put("callType", service.callType() == ServiceSpec.CallType.SYNC ? "s" : "a");
    }

    private static void function(String mode, String identifier, Values.Builder members) {
        members.put("functionType", identifier.startsWith("$") ? "s" : "u").put("functionMode", mode);
    }

    private static Optional<Value> bool(DataType type) {
        return Optional.of(Value.of(Values.of(
                "false",
                type.labels().getOrDefault(0, ""),
                "true",
                type.labels().getOrDefault(1, ""))));
    }

    private static Optional<Value> bitMap(DataType type) {
        List<Value> bits = new ArrayList<>();
        type.bits()
                .forEach(bit ->
                        bits.add(Value.of(Values.of("bit", bit.number(), "0", bit.label0(), "1", bit.label1()))));
        return Optional.of(Value.of(Values.of("length", type.length().orElse(1), "define", new Value.Array(bits))));
    }

    private static Optional<Value> array(DataType type, String place, TypeWriter types) {
        DataType item = type.item().orElseThrow();
        int length = types.size(type, place);
        return types.item(item, place)
                .map(it -> new Value.Struct(Values.of("length", length).plus(it)));
    }
}
