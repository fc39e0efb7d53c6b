package org.iotconnector.simulator.internal.adafruit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.iotconnector.simulator.VirtualTime;
import org.junit.jupiter.api.Test;

class FeedDataTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);

    private final VirtualTime time = VirtualTime.startingAt(START);
    private final FeedData data = new FeedData(time.clock(), new SplittableRandom(1));

    @Test
    void all_manyOfOneMoment_keepTheOrderInWhichTheyCame() {
        IntStream.range(0, 100).forEach(i -> add(String.valueOf(i)));

        assertThat(data.all())
                .extracting(Datum::value)
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj(String::valueOf).toList());
    }

    @Test
    void add_withEarlierTime_takesItsPlaceInTime() {
        add("now");

        data.add(new NewDatum("before", Location.NONE, START.minusSeconds(5)), true, MONTH);

        assertThat(data.all()).extracting(Datum::value).containsExactly("before", "now");
        assertThat(data.last()).map(Datum::value).contains("now");
    }

    @Test
    void add_withoutHistory_keepsTheLastValueWhichNeverExpires() {
        add("1");

        data.add(NewDatum.of("2"), false, MONTH);

        assertThat(data.all()).singleElement().satisfies(only -> {
            assertThat(only.value()).isEqualTo("2");
            assertThat(only.expiration()).isNull();
        });
    }

    @Test
    void all_afterRetention_areGone() {
        Datum old = add("1");

        time.advance(MONTH);

        assertThat(old.expiration()).isEqualTo(START.plus(MONTH));
        assertThat(data.all()).isEmpty();
    }

    @Test
    void next_queueOfVector_movesAsItSays() {
        add("1");
        add("2");

        assertThat(data.previous()).isEmpty();
        assertThat(data.next()).map(Datum::value).contains("1");
        assertThat(data.previous()).map(Datum::value).contains("1");
        assertThat(data.next()).map(Datum::value).contains("2");
        assertThat(data.previous()).map(Datum::value).contains("2");
        assertThat(data.next()).isEmpty();

        add("3");

        assertThat(data.last()).map(Datum::value).contains("3");
        assertThat(data.next()).map(Datum::value).contains("3");
    }

    @Test
    void change_existing_keepsIdAndTime() {
        Datum old = add("1");
        time.advance(Duration.ofSeconds(1));

        assertThat(data.change(old.id(), "2", Location.NONE)).hasValueSatisfying(changed -> {
            assertThat(changed.id()).isEqualTo(old.id());
            assertThat(changed.createdAt()).isEqualTo(START);
            assertThat(changed.updatedAt()).isEqualTo(START.plusSeconds(1));
        });
        assertThat(data.find(old.id())).map(Datum::value).contains("2");
    }

    @Test
    void remove_existing_isGone() {
        Datum datum = add("1");

        assertThat(data.remove(datum.id())).contains(datum);
        assertThat(data.size()).isZero();
    }

    private Datum add(String value) {
        return data.add(NewDatum.of(value), true, MONTH);
    }
}
