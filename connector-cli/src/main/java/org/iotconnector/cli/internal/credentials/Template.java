package org.iotconnector.cli.internal.credentials;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program with places to fill in, written {@code @name@}. */
final class Template {
    private static final Pattern PLACE = Pattern.compile("@([a-z]+)@");

    private final String text;

    private Template(String text) {
        this.text = text;
    }

    /** The template in the resource {@code name} beside this class. */
    static Template load(String name) {
        try (InputStream file = Template.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("This is a bug in iotc: it has no template " + name + ".");
            }
            return new Template(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program; every place must have a value and every value a place. */
    String fill(Map<String, String> values) {
        Set<String> unused = new HashSet<>(values.keySet());
        String filled = PLACE.matcher(text).replaceAll(place -> value(place, values, unused));
        if (!unused.isEmpty()) {
            throw new IllegalStateException("This is a bug in iotc: a template has no place for " + unused + ".");
        }
        return filled;
    }

    private static String value(MatchResult place, Map<String, String> values, Set<String> unused) {
        String value = values.get(place.group(1));
        if (value == null) {
            throw new IllegalStateException("This is a bug in iotc: nothing fills " + place.group() + ".");
        }
        unused.remove(place.group(1));
        return Matcher.quoteReplacement(value);
    }
}
