package org.iotconnector.core.thing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A thing model with every data type, in the form in which the platform exports it. */
public final class LampTsl {
    private LampTsl() {}

    public static String text() {
        try (InputStream in = LampTsl.class.getResourceAsStream("lamp-tsl.json")) {
            return new String(Objects.requireNonNull(in, "lamp-tsl.json").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static ThingModel model() {
        return ThingModel.parseTsl(text());
    }
}
