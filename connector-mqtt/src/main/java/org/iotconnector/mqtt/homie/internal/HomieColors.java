package org.iotconnector.mqtt.homie.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.iotconnector.core.MappingException;
import org.iotconnector.mqtt.homie.HomieVersion;

/**
 * Colours. In the toolkit a colour is version 5's text, {@code rgb,255,0,0}, {@code hsv,120,100,50} or
 * {@code xyz,0.3,0.4}; on versions 3 and 4 the payload is without the prefix and of whole numbers.
 */
final class HomieColors {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,20})?");
    private static final Map<String, List<Integer>> GREATEST =
            Map.of("rgb", List.of(255, 255, 255), "hsv", List.of(360, 100, 100), "xyz", List.of(1, 1));

    private HomieColors() {}

    /**
     * Checks a format: in versions 3 and 4 rgb or hsv, in 5 a list of models in order of preference.
     *
     * @throws IllegalArgumentException if it is none
     */
    static void checkFormat(String format, HomieVersion version) {
        List<String> models = List.of(format.split(",", -1));
        boolean known = version == HomieVersion.V5
                ? GREATEST.keySet().containsAll(models)
                        && models.stream().distinct().count() == models.size()
                : format.equals("rgb") || format.equals("hsv");
        if (!known) {
            throw new IllegalArgumentException("The format of a color is "
                    + (version == HomieVersion.V5 ? "a list of rgb, hsv and xyz" : "rgb or hsv") + ", not \"" + format
                    + "\".");
        }
    }

    /** The colour of a payload, with its prefix. */
    static String read(String payload, String format, HomieVersion version) {
        String text = version == HomieVersion.V5 ? payload : format + "," + payload;
        check(text, format, version);
        return text;
    }

    /** The payload of a colour. */
    static String write(String color, String format, HomieVersion version) {
        check(color, format, version);
        return version == HomieVersion.V5 ? color : color.substring(color.indexOf(',') + 1);
    }

    private static void check(String color, String format, HomieVersion version) {
        List<String> parts = new ArrayList<>(List.of(color.split(",", -1)));
        String model = parts.remove(0);
        List<Integer> greatest = GREATEST.get(model);
        if (greatest == null || !List.of(format.split(",", -1)).contains(model)) {
            throw refuse(color, "its model must be of " + format);
        }
        if (parts.size() != greatest.size()) {
            throw refuse(color, model + " has " + greatest.size() + " numbers");
        }
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            boolean whole = version == HomieVersion.V5 || part.indexOf('.') < 0;
            if (!NUMBER.matcher(part).matches()
                    || !whole
                    || new BigDecimal(part).compareTo(BigDecimal.valueOf(greatest.get(i))) > 0) {
                throw refuse(
                        color,
                        "number " + (i + 1) + " must be " + (version == HomieVersion.V5 ? "" : "whole and ")
                                + "from 0 to " + greatest.get(i));
            }
        }
    }

    private static MappingException refuse(String color, String why) {
        String shown = color.length() > 40 ? color.substring(0, 40) + "…" : color;
        return new MappingException("", "The color \"" + shown + "\" is not allowed: " + why + ".");
    }
}
