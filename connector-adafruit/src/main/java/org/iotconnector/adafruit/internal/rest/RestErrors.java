package org.iotconnector.adafruit.internal.rest;

import org.iotconnector.core.HttpException;
import org.iotconnector.core.HttpException.Reason;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.core.http.HttpAnswer;
import org.iotconnector.core.spi.Json;

/** What answers of failure say. Adafruit IO API docs, "Errors", read 2026-11; texts as seen in answers. */
final class RestErrors {
    static final int TOO_MANY = 429;
    private static final int NOT_FOUND = 404;
    private static final int LONGEST_QUOTE = 300;
    private static final String NO_ROUTE = "invalid URL";

    private RestErrors() {}

    /** Whether the status says that the platform is out of order, and not that the request is wrong. */
    static boolean isOutage(int status) {
        return status == 500 || status == 502 || status == 503 || status == 504;
    }

    /**
     * What to fail with.
     *
     * @param text what the platform said, without secrets
     * @param mayBeDone whether the request changes something and may have done so
     */
    static RuntimeException of(String target, int status, String text, int attempts, boolean mayBeDone) {
        if (isOutage(status)) {
            return new HttpException(
                    Reason.UNAVAILABLE,
                    "Adafruit IO is out of order: it answered " + status + (text.isEmpty() ? "" : " \"" + text + "\"")
                            + " to " + target + " (attempts: " + attempts + ")."
                            + (mayBeDone ? " It may have been done; look before you send it again." : ""),
                    null);
        }
        String advice = advice(status, text, attempts);
        return new PlatformRejectedException(
                status, text, "The request was " + target + "." + (advice.isEmpty() ? "" : " " + advice));
    }

    /** Fails a call at once, since the platform said to wait longer than a call waits. */
    static PlatformRejectedException paused(String target, Pauses.Pause pause) {
        return new PlatformRejectedException(
                TOO_MANY,
                pause.text(),
                "It asked for a pause of " + pause.length().toSeconds() + " s, which still lasts; " + target
                        + " was not sent.");
    }

    /** A 404 because no route matches, which is never about what is stored. */
    static boolean isMissingRecord(HttpAnswer answer) {
        return answer.status() == NOT_FOUND && !text(answer).contains(NO_ROUTE);
    }

    /** The text of {@code error}; of a body that is no such JSON, its beginning. */
    static String text(HttpAnswer answer) {
        try {
            return Fields.plainText(Json.readObject(answer.body().toArray()), "error");
        } catch (MappingException notJson) {
            String body = answer.text();
            String line = body.substring(0, Math.min(body.length(), 4 * LONGEST_QUOTE))
                    .strip()
                    .replaceAll("\\s+", " ");
            return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
        }
    }

    private static String advice(int status, String text, int attempts) {
        return switch (status) {
            case 400, 406 -> "Compare what was sent with the API's documentation.";
            case 401 ->
                "Check user name and key: a key that was made anew ends the old one at once, and private records of other"
                        + " users are not shown.";
            case 403 -> "The account may not do that; check how the feed is shared.";
            case 404 ->
                text.contains(NO_ROUTE)
                        ? "Use keys, not names: they hold a-z, 0-9 and - only, so the key of \"mq6_gas\" is \"mq6-gas\"."
                        : "Check that it exists, and that this is its key and not its name; a feed in a group has the key"
                                + " group.feed. REST makes no feeds by itself.";
            case 422 ->
                "The platform takes it not: a value is missing or not valid, the key is taken, or the plan has no room for"
                        + " more; the free plan has 10 feeds.";
            case TOO_MANY ->
                "The account sends faster than its plan allows (free 30 data points a minute, IO+ 60); attempts: "
                        + attempts + ".";
            default -> "";
        };
    }
}
