package org.iotconnector.core.thing;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

record StructType(List<FieldSpec> fields) implements DataType {
    StructType {
        fields = List.copyOf(fields);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("A struct needs at least one member.");
        }
        Set<String> seen = new HashSet<>();
        for (FieldSpec field : fields) {
            if (!seen.add(field.identifier())) {
                throw new IllegalArgumentException("The member \"" + field.identifier() + "\" is there twice.");
            }
        }
    }

    @Override
    public String name() {
        return "struct";
    }

    @Override
    public String allowed() {
        return fields.stream().map(FieldSpec::identifier).collect(Collectors.joining(", ", "struct of ", ""));
    }

    @Override
    public Optional<Value> check(String path, Value value, Consumer<? super Violation> problems) {
        if (!(value instanceof Value.Struct it)) {
            return TypeChecks.refuse(path, value, this, problems);
        }
        Checked members = FieldChecks.check(path, fields, true, it.value());
        members.violations().forEach(problems);
        return members.fits() ? Optional.of(new Value.Struct(members.values())) : Optional.empty();
    }

    @Override
    public Value parse(String text) {
        return TypeChecks.parseJson(this, text);
    }
}
