package org.iotconnector.cli.internal.device;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.iotconnector.cli.internal.CommandFailure;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.settings.NearestName;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/**
 * Values as they are typed: {@code LightSwitch=true Temperature=21.5 Name="on the wall"}. Types come from the thing
 * model; without one they are guessed as in JSON, and quotes make a text.
 */
final class ValueArguments {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final Pattern DECIMAL =
            Pattern.compile("-?[0-9]+\\.[0-9]+([eE][+-]?[0-9]+)?|-?[0-9]+[eE][+-]?[0-9]+");

    private final Optional<Map<String, DataType>> types;

    private ValueArguments(Optional<Map<String, DataType>> types) {
        this.types = types;
    }

    /** Reads values of the types that stand at their names; other names are wrong usage. */
    static ValueArguments typed(Map<String, DataType> types) {
        return new ValueArguments(Optional.of(new LinkedHashMap<>(types)));
    }

    /** Reads values of any name and guesses their types. */
    static ValueArguments guessed() {
        return new ValueArguments(Optional.empty());
    }

    /** The values; wrong usage names every argument that is wrong. */
    Values read(List<String> arguments) {
        List<String> problems = new ArrayList<>();
        Values.Builder values = Values.builder();
        for (String argument : arguments) {
            try {
                add(values, argument);
            } catch (MappingException | IllegalArgumentException wrong) {
                problems.add(String.valueOf(wrong.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw CommandFailure.usage(String.join("\n      ", problems));
        }
        return values.build();
    }

    private void add(Values.Builder values, String argument) {
        int equalsSign = argument.indexOf('=');
        if (equalsSign < 1) {
            throw new IllegalArgumentException(
                    "\"" + argument + "\" is no value; write name=value, such as LightSwitch=true.");
        }
        String name = argument.substring(0, equalsSign);
        if (values.has(name)) {
            throw new IllegalArgumentException(name + " is given twice; keep one.");
        }
        String text = argument.substring(equalsSign + 1);
        values.put(name, types.map(known -> typed(known, name, text)).orElseGet(() -> guess(text)));
    }

    private static Value typed(Map<String, DataType> known, String name, String text) {
        DataType type = known.get(name);
        if (type == null) {
            throw new IllegalArgumentException("The thing model has no " + name
                    + NearestName.of(name, known.keySet())
                            .map(nearest -> "; did you mean " + nearest + "?")
                            .orElse("; it has " + String.join(", ", known.keySet()) + "."));
        }
        try {
            return type.parse(text);
        } catch (MappingException | IllegalArgumentException wrong) {
            throw new IllegalArgumentException(name + ": " + wrong.getMessage(), wrong);
        }
    }

    private static Value guess(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Value.of(Boolean.valueOf(text));
        }
        if (WHOLE.matcher(text).matches()) {
            return Value.of(Long.parseLong(text));
        }
        if (DECIMAL.matcher(text).matches()) {
            return Value.of(Double.parseDouble(text));
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return Json.read(text.getBytes(StandardCharsets.UTF_8));
        }
        return Value.of(unquoted(text));
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2 && (isWrapped(text, '"') || isWrapped(text, '\''));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static boolean isWrapped(String text, char quote) {
        return text.charAt(0) == quote && text.charAt(text.length() - 1) == quote;
    }
}
