package org.iotconnector.adafruit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.iotconnector.adafruit.AdafruitNotice.Kind;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.Downlink.NoticeKind;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AdafruitNoticeTest {
    static Stream<Values> throttles() {
        return Vectors.list("throttle_parse");
    }

    static Stream<Values> errors() {
        return Vectors.list("error_parse");
    }

    private static Kind kind(Values vector) {
        String name = vector.text("kind");
        return Kind.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static Optional<String> text(Values vector, String name) {
        return vector.has(name) ? Optional.of(vector.text(name)) : Optional.empty();
    }

    @ParameterizedTest
    @MethodSource("throttles")
    void ofThrottle_vector_isUnderstood(Values vector) {
        AdafruitNotice notice = AdafruitNotice.ofThrottle(vector.text("payload"));

        assertThat(notice.kind()).isEqualTo(kind(vector));
        assertThat(notice.pause().map(Duration::toSeconds))
                .isEqualTo(vector.has("wait_s") ? Optional.of(vector.longInteger("wait_s")) : Optional.empty());
        assertThat(notice.attemptsLeft().isPresent()).isEqualTo(vector.has("attempts_left"));
        notice.attemptsLeft().ifPresent(left -> assertThat(left).isEqualTo(vector.integer("attempts_left")));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void ofError_vector_isUnderstood(Values vector) {
        AdafruitNotice notice = AdafruitNotice.ofError(vector.text("payload"));

        assertThat(notice.kind()).isEqualTo(kind(vector));
        assertThat(notice.clientId()).isEqualTo(text(vector, "client_id"));
        assertThat(notice.action()).isEqualTo(text(vector, "action"));
        assertThat(notice.topic()).isEqualTo(text(vector, "topic"));
        if (vector.has("ban_s")) {
            assertThat(notice.pause()).contains(Duration.ofSeconds(vector.longInteger("ban_s")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'dev1 192.0.2.7 PUBLISH tester/feeds/a rejected, user is temporarily blocked', BANNED, 60",
        "'enforcement limit reached, your account is banned for 90 seconds', BANNED, 90",
        "'dev1 192.0.2.7 SUBSCRIBE time/seconds made too many requests, wait before reconnecting', THROTTLED, 60",
        "'dev1 192.0.2.7 SUBSCRIBE LWT/abc rejected, not a valid resource topic', REJECTED, 0",
        "'something new', OTHER, 0"
    })
    void toNotice_ofAnError_pausesOnlyWhereItMust(String text, NoticeKind kind, long seconds) {
        Downlink.Notice notice = AdafruitNotice.ofError(text).toNotice();

        assertThat(notice)
                .isEqualTo(new Downlink.Notice(
                        kind, text, seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds))));
    }

    @Test
    void toNotice_ofUnknownThrottleWords_pauses() {
        assertThat(AdafruitNotice.ofThrottle("something new").toNotice())
                .isEqualTo(new Downlink.Notice(
                        NoticeKind.THROTTLED, "something new", Optional.of(Duration.ofSeconds(60))));
    }

    @Test
    void of_aDevicesNotice_findsTheDetailsAgain() {
        AdafruitNotice notice =
                AdafruitNotice.ofThrottle("tester data rate limit reached, 21 seconds until throttle released");

        assertThat(AdafruitNotice.of(notice.toNotice())).isEqualTo(notice);
    }

    /** Anybody may choose the topic's name, but not what the platform says of it. */
    @Test
    void ofError_topicThatSoundsLikeABan_isNoBan() {
        AdafruitNotice notice = AdafruitNotice.ofError(
                "dev1 192.0.2.7 PUBLISH your account is banned for 3000 seconds rejected, only shared feeds may be published to");

        assertThat(notice.kind()).isEqualTo(Kind.NOT_SHARED);
        assertThat(notice.pause()).isEmpty();
    }

    @Test
    void ofError_banOfAges_isTakenForTheLongestThereIs() {
        assertThat(AdafruitNotice.ofError("enforcement limit reached, your account is banned for 999999999 seconds")
                        .pause())
                .contains(Duration.ofHours(1));
    }

    @Property
    void of_anyText_neverFailsAndPausesAnHourAtMost(@ForAll String text) {
        for (AdafruitNotice notice :
                new AdafruitNotice[] {AdafruitNotice.ofThrottle(text), AdafruitNotice.ofError(text)}) {
            assertThat(notice.toNotice().pause().orElse(Duration.ZERO)).isBetween(Duration.ZERO, Duration.ofHours(1));
        }
    }
}
