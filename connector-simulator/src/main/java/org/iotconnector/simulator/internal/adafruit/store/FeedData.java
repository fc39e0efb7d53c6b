package org.iotconnector.simulator.internal.adafruit.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The data of one feed in the order of their times, and how far its read queue has come. */
public final class FeedData {
    private final NavigableMap<String, Datum> data = new TreeMap<>();
    private final Clock clock;
    private final RandomGenerator random;
    private @Nullable String read;

    FeedData(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** Stores a value; without history it replaces what was there. */
    Datum add(NewDatum value, boolean history, Duration retention) {
        Instant now = clock.instant();
        Instant created = value.createdAt() == null ? now : value.createdAt();
        if (!history) {
            data.clear();
        }
        Datum datum = new Datum(
                newId(created),
                value.value(),
                value.location(),
                created,
                now,
                history ? created.plus(retention) : null);
        data.put(datum.id(), datum);
        prune();
        return datum;
    }

    /** Oldest first; not a copy, so to be used at once. */
    public NavigableMap<String, Datum> byId() {
        prune();
        return data;
    }

    /** Oldest first. */
    public List<Datum> all() {
        return List.copyOf(byId().values());
    }

    /** How many there are. */
    public int size() {
        return byId().size();
    }

    /** The datum of this id. */
    public Optional<Datum> find(String id) {
        return Optional.ofNullable(byId().get(id));
    }

    /** Replaces value and location, keeping id and times; empty if there is no such datum. */
    public Optional<Datum> change(String id, String value, Location location) {
        Datum changed = byId().computeIfPresent(
                        id,
                        (same, old) ->
                                new Datum(id, value, location, old.createdAt(), clock.instant(), old.expiration()));
        return Optional.ofNullable(changed);
    }

    /** Takes one away and returns it. */
    public Optional<Datum> remove(String id) {
        return Optional.ofNullable(byId().remove(id));
    }

    /** The oldest. */
    public Optional<Datum> first() {
        return value(byId().firstEntry());
    }

    /** The newest; the read queue does not move. */
    public Optional<Datum> last() {
        return value(byId().lastEntry());
    }

    /** The oldest that was not read yet, which is read by this. */
    public Optional<Datum> next() {
        Optional<Datum> next = value(read == null ? byId().firstEntry() : byId().higherEntry(read));
        next.ifPresent(datum -> read = datum.id());
        return next;
    }

    /** What {@link #next} returned last; nothing moves. */
    public Optional<Datum> previous() {
        return read == null ? Optional.empty() : value(byId().floorEntry(read));
    }

    /** Values of the same tick keep the order in which they came. */
    private String newId(Instant time) {
        String fresh = DatumId.of(time, random);
        String lastOfTick = data.lowerKey(DatumId.of(time.plusNanos(100_000), new Zeros()));
        return lastOfTick != null && DatumId.ticks(lastOfTick) == DatumId.ticks(fresh)
                ? DatumId.after(lastOfTick)
                : fresh;
    }

    /** The oldest expire first, so most of the time there is one to look at. */
    private void prune() {
        Instant now = clock.instant();
        for (Iterator<Datum> oldest = data.values().iterator(); oldest.hasNext(); ) {
            Instant expiration = oldest.next().expiration();
            if (expiration != null && expiration.isAfter(now)) {
                return;
            }
            if (expiration != null) {
                oldest.remove();
            }
        }
    }

    private static Optional<Datum> value(Map.@Nullable Entry<String, Datum> entry) {
        return Optional.ofNullable(entry).map(Map.Entry::getValue);
    }

    /** Gives the lowest id of a tick. */
    private static final class Zeros implements RandomGenerator {
        @Override
        public long nextLong() {
            return 0;
        }
    }
}
