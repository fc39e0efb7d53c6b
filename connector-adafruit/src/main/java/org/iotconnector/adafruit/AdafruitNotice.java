package org.iotconnector.adafruit;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.iotconnector.adafruit.internal.NoticeReader;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.Downlink.NoticeKind;

/**
 * A message of the account's {@code errors} or {@code throttle} topic. It may be about any device or program of the
 * account. Adafruit IO API docs, "MQTT API" and "Rate limiting", read 2026-11.
 *
 * @param kind what it is about
 * @param text the platform's words, without the quotes that it may put around them
 * @param clientId the client identifier of the connection that it is about; empty if it names none
 * @param action {@code SUBSCRIBE} or {@code PUBLISH}; empty if it names none
 * @param topic the topic that it is about, which may be an empty text; empty if it names none
 * @param pause how long to send nothing; empty if nothing has to wait
 * @param attemptsLeft how many SUBSCRIBEs are left in this minute; empty unless it says so
 */
public record AdafruitNotice(
        Kind kind,
        String text,
        Optional<String> clientId,
        Optional<String> action,
        Optional<String> topic,
        Optional<Duration> pause,
        OptionalInt attemptsLeft) {

    /** What a notice is about. */
    public enum Kind {
        /** More values came than the plan allows; those past the limit were dropped. */
        DATA(NoticeKind.THROTTLED),
        /** Few SUBSCRIBEs are left in this minute; none was refused yet. */
        SUBSCRIBE_WARNING(NoticeKind.OTHER),
        /** Too many SUBSCRIBEs. */
        TOO_MANY_REQUESTS(NoticeKind.THROTTLED),
        /** Requests came faster than the platform could check them; the connection ends. */
        FLOOD(NoticeKind.THROTTLED),
        /** The account is banned from now on, for the time named. */
        BAN_STARTED(NoticeKind.BANNED),
        /** Something was tried while the account is banned. */
        BANNED(NoticeKind.BANNED),
        /** The topic is none of the platform's. */
        INVALID_TOPIC(NoticeKind.REJECTED),
        /** The topic is none of this account's, nor a feed that was shared with it. */
        NOT_SHARED(NoticeKind.REJECTED),
        /** The other account has not shared this. */
        NOT_AUTHORIZED(NoticeKind.REJECTED),
        /** The value or the feed's name breaks a rule. */
        VALIDATION(NoticeKind.REJECTED),
        /** Words that are not known. */
        UNKNOWN(NoticeKind.OTHER);

        private final NoticeKind common;

        Kind(NoticeKind common) {
            this.common = common;
        }

        /** What it is in the words that all platforms share. */
        public NoticeKind common() {
            return common;
        }
    }

    /** Reads a message of the {@code throttle} topic; unknown words ask for a pause of a minute. Never fails. */
    public static AdafruitNotice ofThrottle(String payload) {
        return NoticeReader.throttle(payload);
    }

    /** Reads a message of the {@code errors} topic. Never fails. */
    public static AdafruitNotice ofError(String payload) {
        return NoticeReader.error(payload);
    }

    /** The details of a notice that a device of this platform was given. */
    public static AdafruitNotice of(Downlink.Notice notice) {
        return notice.kind() == NoticeKind.THROTTLED ? ofThrottle(notice.text()) : ofError(notice.text());
    }

    /** For the handlers of {@link org.iotconnector.core.Device#onNotice}, and for the pace of all devices. */
    public Downlink.Notice toNotice() {
        boolean throttled = kind == Kind.UNKNOWN && pause.isPresent();
        return new Downlink.Notice(throttled ? NoticeKind.THROTTLED : kind.common(), text, pause);
    }
}
