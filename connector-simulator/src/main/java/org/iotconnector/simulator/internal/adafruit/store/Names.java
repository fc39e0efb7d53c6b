package org.iotconnector.simulator.internal.adafruit.store;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of feeds and groups, and the keys made from them. Adafruit IO API docs, "Feeds", read 2026-11. */
public final class Names {
    /** What the platform says about a name it does not take. */
    public static final String RULE = "Name may contain only letters, digits, underscores, spaces, or dashes";

    /** Longest name, and longest part of a key. */
    public static final int MAX_CHARS = 128;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9 _-]*[A-Za-z][A-Za-z0-9 _-]*");
    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    private Names() {}

    /** Whether it has a letter, nothing but letters, digits, space, {@code -} and {@code _}, and no more than 128 characters. */
    public static boolean isValid(String name) {
        return name.length() <= MAX_CHARS && NAME.matcher(name).matches();
    }

    /** Whether it is a key as the platform makes them, without a group. */
    public static boolean isKey(String key) {
        return key.length() <= MAX_CHARS && KEY.matcher(key).matches();
    }

    /** The key of a name: lower case, {@code -} for space and {@code _}, other characters left out, runs of {@code -} become one. */
    public static String keyOf(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("[ _-]+", "-")
                .replaceAll("[^a-z0-9-]", "")
                .replaceAll("-{2,}", "-")
                .replaceAll("^-|-$", "");
    }
}
