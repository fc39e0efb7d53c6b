package org.iotconnector.adafruit.internal.rest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.iotconnector.core.http.HttpAnswer;
import org.iotconnector.core.session.ReconnectPolicy;

/**
 * How often and when a request is sent again.
 *
 * @param attempts how often it is sent at most
 * @param longestWait what is not waited for: the call fails instead
 * @param jitter from 0 inclusive to 1 exclusive
 */
public record RetryPolicy(int attempts, Duration longestWait, DoubleSupplier jitter) {
    /** The docs' advice for loops; the platform tells no time itself. Adafruit IO API docs, "Pagination", read 2026-11. */
    private static final Duration AFTER_TOO_MANY = Duration.ofSeconds(30);

    private static final ReconnectPolicy BACKOFF =
            ReconnectPolicy.standard().withDelays(Duration.ofSeconds(2), Duration.ofSeconds(30));

    /** The pause after a 429. */
    static Duration pause(HttpAnswer answer) {
        return retryAfter(answer).orElse(AFTER_TOO_MANY);
    }

    /** The wait after an outage that the platform reported. */
    Duration wait(HttpAnswer answer, int failures) {
        return retryAfter(answer).orElseGet(() -> backoff(failures));
    }

    /** The wait after a failure without an answer. */
    Duration backoff(int failures) {
        return BACKOFF.delay(failures, false, jitter.getAsDouble());
    }

    /** RFC 9110 section 10.2.3: seconds, or a date, which is read by the server's own clock. */
    private static Optional<Duration> retryAfter(HttpAnswer answer) {
        return answer.headers().first("Retry-After").map(String::strip).flatMap(text -> {
            if (text.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
            }
            return answer.serverTime().flatMap(now -> until(text, now));
        });
    }

    private static Optional<Duration> until(String date, Instant now) {
        try {
            Instant then = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
            return Optional.of(then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO);
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
