package org.iotconnector.core.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The header fields of an answer, in the order received. Names are compared without regard to case. Immutable. */
public final class HttpHeaders {
    private final List<Map.Entry<String, String>> fields;

    private HttpHeaders(List<Map.Entry<String, String>> fields) {
        this.fields = fields;
    }

    /** These fields, name and value each. */
    public static HttpHeaders of(List<Map.Entry<String, String>> fields) {
        return new HttpHeaders(List.copyOf(fields));
    }

    /** The first value of that name. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** Every value of that name, in order; unmodifiable. */
    public List<String> all(String name) {
        List<String> values = new ArrayList<>();
        for (Map.Entry<String, String> field : fields) {
            if (field.getKey().equalsIgnoreCase(name)) {
                values.add(field.getValue());
            }
        }
        return List.copyOf(values);
    }

    /** The names present, as received, without repetition; unmodifiable. */
    public List<String> names() {
        return fields.stream().map(Map.Entry::getKey).distinct().toList();
    }

    /** The names only: a server may hand out secrets, cookies for one. */
    @Override
    public String toString() {
        return "HttpHeaders" + names();
    }
}
