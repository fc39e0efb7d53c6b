package org.iotconnector.cli.internal;

import java.util.Map;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** JSON for programs that read our output. */
public final class JsonText {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private JsonText() {}

    /** One line. */
    public static String line(Map<String, ?> object) {
        return MAPPER.writeValueAsString(object);
    }

    /** Indented. */
    public static String pretty(Map<String, ?> object) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(object);
    }
}
