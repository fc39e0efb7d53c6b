package org.iotconnector.adafruit.internal.rest;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters that ask for a page, encoded. Of an address that the platform names only these are taken: its host and
 * its path are not, so that the key goes nowhere else.
 */
public final class PageQuery {
    private static final Set<String> NAMES = Set.of("start_time", "end_time", "limit", "include", "before");
    private static final String BEFORE = "before";

    private final Map<String, String> parameters;

    private PageQuery(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    /** What the query of {@code address} says. */
    static PageQuery of(String address) {
        Map<String, String> parameters = new LinkedHashMap<>();
        int query = address.indexOf('?');
        String text = query < 0 ? "" : address.substring(query + 1);
        for (String pair : text.split("[&#]", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && NAMES.contains(pair.substring(0, equals))) {
                parameters.putIfAbsent(pair.substring(0, equals), safe(pair.substring(equals + 1)));
            }
        }
        return new PageQuery(parameters);
    }

    /** These parameters, not encoded yet. */
    public static PageQuery of(Map<String, String> plain) {
        Map<String, String> parameters = new LinkedHashMap<>();
        plain.forEach((name, value) -> parameters.put(name, RestPath.encode(value)));
        return new PageQuery(parameters);
    }

    /** The page that comes after this one, if the header names one; what is only asked for once is asked for again. */
    public Optional<PageQuery> next(String linkHeader) {
        return LinkHeader.next(linkHeader)
                .map(PageQuery::of)
                .filter(next -> next.before().isPresent())
                .map(next -> {
                    Map<String, String> joined = new LinkedHashMap<>(parameters);
                    joined.putAll(next.parameters);
                    return new PageQuery(joined);
                });
    }

    /** Where the page begins, as the platform says it; encoded. */
    public Optional<String> before() {
        return Optional.ofNullable(parameters.get(BEFORE));
    }

    /** Where the page begins, as {@link #of(Map)} takes it. */
    public Optional<String> position() {
        return before().map(encoded -> URI.create("?" + encoded).getQuery());
    }

    /** As it stands behind the question mark. */
    public String text() {
        StringBuilder text = new StringBuilder();
        parameters.forEach((name, value) ->
                text.append(text.isEmpty() ? "" : "&").append(name).append('=').append(value));
        return text.toString();
    }

    /** Encodes what an address cannot hold and leaves what is encoded. */
    private static String safe(String value) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < value.length(); ) {
            int c = value.codePointAt(i);
            boolean escaped = c == '%' && value.substring(i).matches("(?s)%[0-9A-Fa-f]{2}.*");
            boolean kept = escaped || (c < 0x80 && (Character.isLetterOrDigit(c) || "-._~+:*!=,".indexOf(c) >= 0));
            String one = value.substring(i, i + Character.charCount(c));
            safe.append(kept ? one : RestPath.encode(one));
            i += one.length();
        }
        return safe.toString();
    }
}
