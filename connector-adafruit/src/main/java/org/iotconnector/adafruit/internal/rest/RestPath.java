package org.iotconnector.adafruit.internal.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Paths below the base address, with a slash in front. */
public final class RestPath {
    private RestPath() {}

    /** The segments, each encoded. */
    public static String of(String... segments) {
        StringBuilder path = new StringBuilder();
        for (String segment : segments) {
            path.append('/').append(encode(segment));
        }
        return path.toString();
    }

    /** As part of a path or a query, with {@code %20} for a space. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
