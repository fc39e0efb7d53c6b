package org.iotconnector.mqtt.homie.internal;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.iotconnector.core.thing.DataType;
import org.iotconnector.mqtt.homie.HomieDatatype;
import org.iotconnector.mqtt.homie.HomieVersion;

/** How the thing model's types are described in the convention. */
final class HomieTypes {
    private static final BigDecimal LEAST_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal GREATEST_LONG = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal GREATEST_FLOAT = BigDecimal.valueOf(Float.MAX_VALUE);
    /** Signs that thing models use for what the convention recommends otherwise; its degree sign is U+00B0. */
    private static final Map<String, String> UNITS = Map.of("℃", "°C", "℉", "°F");

    private HomieTypes() {}

    /** The form of a type; {@code override} is a data type with an optional format, such as {@code color:rgb}. */
    static HomieForm form(DataType type, Optional<String> override, HomieVersion version) {
        return override.map(text -> overridden(text, version)).orElseGet(() -> standard(type, version));
    }

    private static HomieForm overridden(String text, HomieVersion version) {
        int colon = text.indexOf(':');
        String name = (colon < 0 ? text : text.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
        String format = colon < 0 ? "" : text.substring(colon + 1);
        HomieDatatype datatype = HomieDatatype.of(name, HomieVersion.V5)
                .orElseThrow(() -> new IllegalArgumentException("There is no data type \"" + name + "\" in Homie."));
        return new HomieForm(version, datatype.isIn(version) ? datatype : HomieDatatype.STRING, format);
    }

    private static HomieForm standard(DataType type, HomieVersion version) {
        return switch (type.name()) {
            case "int32", "int64" -> new HomieForm(version, HomieDatatype.INTEGER, range(type, version));
            case "bitMap" ->
                new HomieForm(
                        version,
                        HomieDatatype.INTEGER,
                        "0:" + ((1L << type.length().orElse(32)) - 1));
            case "float", "double" -> new HomieForm(version, HomieDatatype.FLOAT, range(type, version));
            case "bool" -> new HomieForm(version, HomieDatatype.BOOLEAN, booleanLabels(type, version));
            case "enum" -> new HomieForm(version, HomieDatatype.ENUM, members(type, version));
            case "date" -> newer(version, HomieDatatype.DATETIME);
            case "struct", "array" -> newer(version, HomieDatatype.JSON);
            default -> new HomieForm(version, HomieDatatype.STRING, "");
        };
    }

    private static HomieForm newer(HomieVersion version, HomieDatatype datatype) {
        return new HomieForm(version, datatype.isIn(version) ? datatype : HomieDatatype.STRING, "");
    }

    private static String range(DataType type, HomieVersion version) {
        boolean whole = type.name().startsWith("int");
        Optional<BigDecimal> min = type.min().filter(it -> !isOpen(it, whole));
        Optional<BigDecimal> max = type.max().filter(it -> !isOpen(it, whole));
        if (version == HomieVersion.V5) {
            Optional<BigDecimal> step = type.step().filter(it -> !whole || it.compareTo(BigDecimal.ONE) != 0);
            return new NumberFormat(min, max, step).toString();
        }
        // These versions have no open ends.
        return min.isPresent() && max.isPresent() ? new NumberFormat(min, max, Optional.empty()).toString() : "";
    }

    private static boolean isOpen(BigDecimal limit, boolean whole) {
        return whole
                ? limit.compareTo(LEAST_LONG) == 0 || limit.compareTo(GREATEST_LONG) == 0
                : limit.abs().compareTo(GREATEST_FLOAT) >= 0;
    }

    private static String booleanLabels(DataType type, HomieVersion version) {
        List<String> labels = List.copyOf(type.labels().values());
        boolean telling = version == HomieVersion.V5
                && labels.stream().noneMatch(label -> label.isBlank() || label.indexOf(',') >= 0)
                && !labels.equals(List.of("false", "true"))
                && new HashSet<>(labels).size() == 2;
        return telling ? String.join(",", labels) : "";
    }

    private static String members(DataType type, HomieVersion version) {
        return type.labels().keySet().stream()
                .map(number -> HomieLayout.memberText(type, number))
                .map(member -> version == HomieVersion.V3 ? member.replace(",", ",,") : member)
                .collect(Collectors.joining(","));
    }

    static String unit(String unit) {
        return UNITS.getOrDefault(unit, unit);
    }
}
