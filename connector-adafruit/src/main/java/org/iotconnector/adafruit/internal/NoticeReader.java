package org.iotconnector.adafruit.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iotconnector.adafruit.AdafruitNotice;
import org.iotconnector.adafruit.AdafruitNotice.Kind;

/** Reads the platform's notices, one line of text each; in some captures in double quotes, in its documents without. */
public final class NoticeReader {
    /** What the platform's own firmware waits when it cannot read how long. */
    private static final Duration UNKNOWN_WAIT = Duration.ofSeconds(60);

    /** Longer ones are cut: nothing that long was ever seen. */
    private static final int LONGEST_TEXT = 2_000;

    /** A ban is the longest wait there is. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /** {@code CLIENT_ID ADDRESS ACTION TOPIC words}; the topic may be empty or hold spaces, so the words end it. */
    private static final Pattern ABOUT = Pattern.compile(
            "(\\S+) (\\S+) (SUBSCRIBE|PUBLISH|UNSUBSCRIBE) (.*?) ?((?:rejected,|made too many requests|request flood|only \\d).*)");

    private static final Pattern ATTEMPTS = Pattern.compile("only (\\d{1,6}) attempts remaining");
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,9})\\D*? seconds");

    /** Words by which a kind is known; the first that is found counts. */
    private record Sign(String words, Kind kind) {}

    private static final List<Sign> SIGNS = List.of(
            new Sign("data rate limit reached", Kind.DATA),
            new Sign("attempts remaining", Kind.SUBSCRIBE_WARNING),
            new Sign("made too many requests", Kind.TOO_MANY_REQUESTS),
            new Sign("request flood", Kind.FLOOD),
            new Sign("account is banned", Kind.BAN_STARTED),
            new Sign("temporarily blocked", Kind.BANNED),
            new Sign("not a valid resource topic", Kind.INVALID_TOPIC),
            new Sign("only shared feeds may be published to", Kind.NOT_SHARED),
            new Sign("not available or not authorized", Kind.NOT_AUTHORIZED),
            new Sign("Validation failed", Kind.VALIDATION));

    private NoticeReader() {}

    public static AdafruitNotice throttle(String payload) {
        String text = bare(payload);
        Kind kind = kind(text);
        return read(text, kind, kind == Kind.UNKNOWN ? Optional.of(wait(text)) : waitOf(kind, text));
    }

    public static AdafruitNotice error(String payload) {
        String text = bare(payload);
        Kind kind = kind(text);
        return read(text, kind, waitOf(kind, text));
    }

    private static String bare(String payload) {
        String text = payload.length() > LONGEST_TEXT ? payload.substring(0, LONGEST_TEXT) : payload.strip();
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static Kind kind(String text) {
        // The words stand behind the topic, which anybody may choose.
        Matcher about = ABOUT.matcher(text);
        String words = about.matches() ? about.group(5) : text;
        return SIGNS.stream()
                .filter(sign -> words.contains(sign.words))
                .map(Sign::kind)
                .findFirst()
                .orElse(Kind.UNKNOWN);
    }

    private static AdafruitNotice read(String text, Kind kind, Optional<Duration> pause) {
        Matcher about = ABOUT.matcher(text);
        boolean named = about.matches();
        Matcher attempts = ATTEMPTS.matcher(text);
        return new AdafruitNotice(
                kind,
                text,
                named ? Optional.of(about.group(1)) : Optional.empty(),
                named ? Optional.of(about.group(3)) : Optional.empty(),
                named ? Optional.of(about.group(4)) : Optional.empty(),
                pause,
                kind == Kind.SUBSCRIBE_WARNING && attempts.find()
                        ? OptionalInt.of(Integer.parseInt(attempts.group(1)))
                        : OptionalInt.empty());
    }

    private static Optional<Duration> waitOf(Kind kind, String text) {
        return switch (kind) {
            case DATA, BAN_STARTED, BANNED, TOO_MANY_REQUESTS, FLOOD -> Optional.of(wait(text));
            default -> Optional.empty();
        };
    }

    /** The first number after the last comma, if seconds follow. */
    private static Duration wait(String text) {
        Matcher seconds = SECONDS.matcher(text.substring(text.lastIndexOf(',') + 1));
        if (!seconds.find()) {
            return UNKNOWN_WAIT;
        }
        Duration named = Duration.ofSeconds(Long.parseLong(seconds.group(1)));
        return named.compareTo(LONGEST) > 0 ? LONGEST : named;
    }
}
