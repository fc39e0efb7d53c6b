package org.iotconnector.simulator.internal.adafruit.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The members of one kind of record that their owner writes, in the order of answers. Others in a body are ignored. */
final class Template {
    private final Map<String, Member> members = new LinkedHashMap<>();

    private record Member(
            BiFunction<Fields, String, ? extends @Nullable Object> reader,
            @Nullable Object otherwise) {}

    Template text(String name, @Nullable String otherwise) {
        members.put(name, new Member(Fields::text, otherwise));
        return this;
    }

    Template flag(String name, @Nullable Boolean otherwise) {
        members.put(name, new Member(Fields::flag, otherwise));
        return this;
    }

    Template whole(String name, @Nullable Integer otherwise) {
        members.put(name, new Member(Fields::whole, otherwise));
        return this;
    }

    /** A member of any kind, kept as it came. */
    Template any(String name, @Nullable Object otherwise) {
        members.put(name, new Member(Fields::raw, otherwise));
        return this;
    }

    /** All members, from the body or by default. */
    Map<String, @Nullable Object> fresh(Fields fields) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        members.forEach((name, member) -> {
            Object given = member.reader().apply(fields, name);
            all.put(name, given == null ? member.otherwise() : given);
        });
        return all;
    }

    /** Only the members that the body has. */
    Map<String, @Nullable Object> change(Fields fields) {
        Map<String, @Nullable Object> given = fresh(fields);
        given.keySet().removeIf(name -> !fields.has(name));
        return given;
    }
}
