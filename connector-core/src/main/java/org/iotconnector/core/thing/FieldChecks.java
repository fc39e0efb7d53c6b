package org.iotconnector.core.thing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds members, arguments or outputs against their declarations. */
final class FieldChecks {
    private FieldChecks() {}

    /**
     * Checks {@code values} against {@code fields}.
     *
     * @param path what stands before each name in the violations; may be empty
     * @param allRequired whether a missing one is a violation
     */
    static Checked check(String path, List<FieldSpec> fields, boolean allRequired, Values values) {
        Map<String, FieldSpec> known = new LinkedHashMap<>();
        fields.forEach(field -> known.put(field.identifier(), field));
        List<Violation> violations = new ArrayList<>();
        Values.Builder good = Values.builder();
        values.forEach((name, value) -> {
            FieldSpec field = known.get(name);
            String at = TypeChecks.member(path, name);
            if (field == null) {
                violations.add(new Violation(at, "is not known here", Names.suggestion(name, known.keySet())));
            } else {
                field.type().check(at, value, violations::add).ifPresent(it -> good.put(name, it));
            }
        });
        if (allRequired) {
            for (FieldSpec field : fields) {
                if (!values.has(field.identifier())) {
                    violations.add(new Violation(
                            TypeChecks.member(path, field.identifier()),
                            "is missing",
                            field.type().allowed()));
                }
            }
        }
        return new Checked(good.build(), violations);
    }
}
