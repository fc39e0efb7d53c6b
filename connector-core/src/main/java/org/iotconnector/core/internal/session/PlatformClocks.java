package org.iotconnector.core.internal.session;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.iotconnector.core.session.TimeSource;

/** How far this machine's clock is off each platform's, as far as the platforms were asked. Thread-safe. */
public final class PlatformClocks {
    /** An HTTP date has whole seconds and a way to come: what is less says nothing. */
    private static final Duration NOISE = Duration.ofSeconds(3);

    private final Map<URI, Duration> offsets = new ConcurrentHashMap<>();
    private final TimeSource time;
    private final Function<URI, CompletableFuture<Instant>> ask;

    /**
     * Knows nothing yet.
     *
     * @param ask tells the time of the server at an address, or fails
     */
    public PlatformClocks(TimeSource time, Function<URI, CompletableFuture<Instant>> ask) {
        this.time = time;
        this.ask = ask;
    }

    /** The time by the platform's clock if it is known to differ, else by this machine's. */
    public Instant now(Optional<URI> reference) {
        return time.now().plus(reference.map(offsets::get).orElse(Duration.ZERO));
    }

    /**
     * Asks the platform for its time and goes by it from now on.
     *
     * @return by how much what {@link #now} said before was behind the platform's time; negative if it was ahead, zero if
     *     there was no difference to speak of; fails if the platform gave no time
     */
    CompletableFuture<Duration> correct(URI reference) {
        return ask.apply(reference).thenApply(theirs -> {
            Duration behind = Duration.between(now(Optional.of(reference)), theirs);
            if (behind.abs().compareTo(NOISE) <= 0) {
                return Duration.ZERO;
            }
            offsets.merge(reference, behind, Duration::plus);
            return behind;
        });
    }
}
