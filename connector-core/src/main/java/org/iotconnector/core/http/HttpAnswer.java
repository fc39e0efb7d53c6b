package org.iotconnector.core.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.core.thing.Bytes;

/**
 * What a server answered, whatever the status. Immutable; its {@code toString} shows no body.
 *
 * @param status 200 to 599; RFC 9110 section 15
 * @param headers the header fields
 * @param body the body, unpacked if it came compressed; empty if there was none
 */
public record HttpAnswer(int status, HttpHeaders headers, Bytes body) {
    private static final int LONGEST_QUOTE = 300;

    /** Whether the status is 200 to 299. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body.toArray(), StandardCharsets.UTF_8);
    }

    /** The server's clock when it answered, in whole seconds: the header {@code Date}, if it is there and readable. */
    public Optional<Instant> serverTime() {
        return headers.first("Date").flatMap(HttpAnswer::parseDate);
    }

    /**
     * This answer, if its status says success.
     *
     * @throws PlatformRejectedException with the status and the beginning of the body
     */
    public HttpAnswer orThrow() {
        if (!isSuccess()) {
            throw new PlatformRejectedException(status, quote(), adviceFor(status));
        }
        return this;
    }

    private String quote() {
        String line = text().strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
    }

    private static String adviceFor(int status) {
        return switch (status) {
            case 401, 403 -> "Check key or token, and that it gives access to this.";
            case 404 -> "Check the address.";
            case 429 -> "Ask less often.";
            default -> status >= 300 && status < 400 ? "The address has moved; use the one it names." : "";
        };
    }

    private static Optional<Instant> parseDate(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "HttpAnswer[" + status + ", " + headers.names() + ", " + body.length() + " bytes]";
    }
}
