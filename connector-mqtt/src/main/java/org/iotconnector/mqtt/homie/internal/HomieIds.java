package org.iotconnector.mqtt.homie.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.iotconnector.mqtt.homie.HomieVersion;

/** What an id may be: Homie 3.0.1 and 4.0.0 "Topic IDs", 5 "Topic IDs". */
public final class HomieIds {
    private static final Pattern CHARACTERS = Pattern.compile("[a-z0-9-]+");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    private HomieIds() {}

    /** Which rule of that version {@code id} breaks, as a sentence without a subject; empty if none. */
    public static Optional<String> problem(String id, HomieVersion version) {
        if (id.isEmpty()) {
            return Optional.of("must not be empty");
        }
        if (version == HomieVersion.V3 && id.indexOf('_') >= 0) {
            return Optional.of("must not hold '_', which Homie 3 keeps for the elements of arrays");
        }
        if (!CHARACTERS.matcher(id).matches()) {
            return Optional.of("must be of a-z, 0-9 and '-' only (Homie " + version + ", topic IDs)");
        }
        boolean edge = id.startsWith("-") || id.endsWith("-");
        return edge && version != HomieVersion.V5
                ? Optional.of("must not begin or end with '-' (Homie " + version + ", topic IDs)")
                : Optional.empty();
    }

    /** An id made of an identifier: {@code CurrentLedADC} becomes {@code current-led-adc}. May be empty. */
    public static String of(String identifier) {
        return HUMP.matcher(identifier)
                .replaceAll("-")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
    }
}
