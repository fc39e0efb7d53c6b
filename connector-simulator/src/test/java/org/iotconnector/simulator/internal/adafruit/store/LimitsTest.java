package org.iotconnector.simulator.internal.adafruit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.iotconnector.simulator.VirtualTime;
import org.iotconnector.simulator.adafruit.AdafruitBan;
import org.iotconnector.simulator.adafruit.AdafruitPlan;
import org.iotconnector.simulator.adafruit.AdafruitSettings;
import org.iotconnector.simulator.testing.AdafruitVectors;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LimitsTest {
    private final VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-03-01T12:00:00Z"));
    private final List<String> told = new ArrayList<>();
    private final Account account = account(AdafruitPlan.FREE);
    private final Limits limits = account.limits();

    static Stream<Named<AdafruitVectors.Vector>> rates() {
        return AdafruitVectors.named("rate/cases");
    }

    static Stream<Named<AdafruitVectors.Vector>> bans() {
        return AdafruitVectors.named("bans/cases");
    }

    @ParameterizedTest
    @MethodSource("rates")
    void takeData_attemptOfVector_waitsAsItSays(AdafruitVectors.Vector vector) {
        Limits limited =
                account(AdafruitPlan.FREE.withDataRate(vector.number("limit"))).limits();
        IntStream.range(1, vector.number("attempts")).forEach(i -> limited.takeData(1));

        OptionalInt wait = limited.takeData(1);

        assertThat(wait)
                .isEqualTo(
                        vector.get("wait_s") == null ? OptionalInt.empty() : OptionalInt.of(vector.number("wait_s")));
        assertThat(wait.isEmpty()).isEqualTo(vector.get("accepted"));
    }

    @ParameterizedTest
    @MethodSource("bans")
    void ban_nthOfVector_lastsAsItSays(AdafruitVectors.Vector vector) {
        IntStream.range(0, vector.number("nth_ban_in_hour")).forEach(i -> limits.ban("test"));

        assertThat(limits.banSecondsLeft()).isEqualTo(vector.number("seconds"));
        assertThat(limits.banMessage())
                .contains("enforcement limit reached, your account is banned for " + vector.number("seconds")
                        + " seconds");
    }

    @Test
    void takeData_overTheRate_isToldOnThrottleAndCountsAllTheSame() {
        limits.takeData(30);

        limits.takeData(1);
        limits.takeData(1);

        assertThat(told)
                .containsExactly(
                        "throttle: tester data rate limit reached, 2 seconds until throttle released",
                        "throttle: tester data rate limit reached, 4 seconds until throttle released");
        assertThat(limits.activeDataRate()).isEqualTo(32);
    }

    @Test
    void takeData_aMinuteLater_isFreeAgain() {
        limits.takeData(40);

        time.advance(Duration.ofSeconds(60));

        assertThat(limits.takeData(30)).isEmpty();
    }

    @Test
    void takeData_oneOfManyTooMuch_refusesThemAll() {
        limits.takeData(28);

        assertThat(limits.takeData(5)).hasValue(6);
    }

    @Test
    void takeData_beyondTwiceTheRate_bansAndSaysSo() {
        limits.takeData(60);

        OptionalInt wait = limits.takeData(1);

        assertThat(wait).hasValue(30);
        assertThat(limits.isBanned()).isTrue();
        assertThat(told).endsWith("errors: enforcement limit reached, your account is banned for 30 seconds", "banned");
    }

    @Test
    void takeData_whileBanned_isRefusedForWhatIsLeftAndNotCounted() {
        limits.ban("test");
        time.advance(Duration.ofMillis(10_500));

        assertThat(limits.takeData(1)).hasValue(20);
        assertThat(limits.activeDataRate()).isZero();
    }

    @Test
    void isBanned_whenItsTimeIsOver_endsAndWindowsAreEmpty() {
        limits.takeData(61);

        time.advance(Duration.ofSeconds(30));

        assertThat(limits.isBanned()).isFalse();
        assertThat(limits.takeData(30)).isEmpty();
        assertThat(limits.bans()).extracting(AdafruitBan::length).containsExactly(Duration.ofSeconds(30));
    }

    @Test
    void ban_anHourAfterTheLast_isAFirstOneAgain() {
        limits.ban("test");
        time.advance(Duration.ofHours(1));

        limits.ban("test");

        assertThat(limits.banSecondsLeft()).isEqualTo(30);
    }

    @Test
    void takeConnect_twentyFirstInAMinute_bans() {
        assertThat(IntStream.range(0, 20).allMatch(i -> limits.takeConnect())).isTrue();
        assertThat(limits.takeConnect()).isFalse();
        assertThat(limits.isBanned()).isTrue();
    }

    @Test
    void takeSubscribe_lastTen_areWarnedAndThenBanned() {
        IntStream.range(0, 90).forEach(i -> limits.takeSubscribe("c 1.2.3.4 SUBSCRIBE t"));
        assertThat(told).isEmpty();

        limits.takeSubscribe("c 1.2.3.4 SUBSCRIBE t");

        assertThat(told)
                .containsExactly("throttle: c 1.2.3.4 SUBSCRIBE t only 9 attempts remaining in the next 60 seconds, "
                        + "please slow your request rate");
        IntStream.range(0, 9).forEach(i -> assertThat(limits.takeSubscribe("x")).isTrue());
        assertThat(limits.takeSubscribe("x")).isFalse();
        assertThat(limits.bans())
                .extracting(AdafruitBan::reason)
                .containsExactly("more than 100 subscriptions in 60 s");
    }

    @Test
    void failedSubscribe_eleventh_bans() {
        IntStream.range(0, 10).forEach(i -> limits.failedSubscribe());
        assertThat(limits.isBanned()).isFalse();

        limits.failedSubscribe();

        assertThat(limits.isBanned()).isTrue();
    }

    @Test
    void failedPublish_eleventh_bans() {
        IntStream.range(0, 10).forEach(i -> limits.failedPublish());
        assertThat(limits.isBanned()).isFalse();

        limits.failedPublish();

        assertThat(limits.isBanned()).isTrue();
    }

    @Test
    void pardon_banned_endsItAndForgets() {
        limits.ban("test");

        limits.pardon();

        assertThat(limits.isBanned()).isFalse();
        assertThat(limits.bansInLastHour()).isZero();
    }

    private Account account(AdafruitPlan plan) {
        Accounts accounts = new Accounts(
                AdafruitSettings.builder().account("tester", "aio_test", plan).build(), time.clock());
        accounts.listen(new Recorder());
        return accounts.all().get(0);
    }

    private final class Recorder implements StoreListener {
        @Override
        public void stored(StoredValues values) {
            told.add("stored");
        }

        @Override
        public void throttled(Account throttled, String text) {
            told.add("throttle: " + text);
        }

        @Override
        public void refused(Account refused, String text) {
            told.add("errors: " + text);
        }

        @Override
        public void banned(Account banned) {
            told.add("banned");
        }
    }
}
