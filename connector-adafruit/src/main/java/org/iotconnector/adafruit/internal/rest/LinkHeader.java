package org.iotconnector.adafruit.internal.rest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header {@code Link} of pages. It is not that of RFC 8288: the address of the next page stands behind
 * {@code rel="next", }, and the one before it is the page's own, so that a standard parser asks for the same page for
 * ever. A corrected header is taken too. Adafruit IO API docs, "Pagination", read 2026-11.
 */
public final class LinkHeader {
    private static final Pattern AS_SENT = Pattern.compile("rel=\"?next\"?\\s*,\\s*<([^>]*)>");
    private static final Pattern AS_STANDARD = Pattern.compile("<([^>]*)>\\s*;\\s*rel=\"?next\"?");

    private LinkHeader() {}

    /** The address of the next page; empty on the last one. */
    public static Optional<String> next(String header) {
        Matcher standard = AS_STANDARD.matcher(header);
        while (standard.find()) {
            // The page's own address has no position in it, unless it is a later page; then the odd form decides first.
            if (isPosition(standard.group(1)) && !followed(header, standard.end())) {
                return Optional.of(standard.group(1));
            }
        }
        Matcher odd = AS_SENT.matcher(header);
        return odd.find() ? Optional.of(odd.group(1)) : Optional.empty();
    }

    private static boolean followed(String header, int end) {
        return header.substring(end).matches("\\s*,\\s*<[^>]*>\\s*");
    }

    private static boolean isPosition(String address) {
        return PageQuery.of(address).before().isPresent();
    }
}
