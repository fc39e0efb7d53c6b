package org.iotconnector.onenet.internal.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.onenet.OneNetToken;
import org.jspecify.annotations.Nullable;

/** Keeps one token until shortly before its end, by a clock that the platform's answers correct. Thread-safe. */
public final class ApiTokens {
    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(5);

    private final Function<Instant, OneNetToken> maker;
    private final Duration life;
    private final Duration margin;
    private final InstantSource clock;
    private Duration offset = Duration.ZERO;
    private @Nullable OneNetToken token;

    /**
     * Has no token yet.
     *
     * @param maker makes a token that holds until the time given
     */
    public ApiTokens(Function<Instant, OneNetToken> maker, Duration life, InstantSource clock) {
        this.maker = maker;
        this.life = life;
        this.clock = clock;
        Duration tenth = life.dividedBy(10);
        this.margin = tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN;
    }

    /** A token that holds for a while. */
    public synchronized Secret current() {
        Instant now = now();
        OneNetToken kept = token;
        if (kept == null || !now.isBefore(kept.expiry().minus(margin))) {
            kept = maker.apply(now.plus(life));
            token = kept;
        }
        return kept.text();
    }

    /**
     * Says what the platform's clock showed when it refused a token.
     *
     * @return whether that explains the refusal: the token had ended there already. Then the next one is made by the
     *     platform's clock
     */
    public synchronized boolean correct(Instant platformTime) {
        OneNetToken refused = token;
        if (refused == null || platformTime.isBefore(refused.expiry())) {
            return false;
        }
        offset = offset.plus(Duration.between(now(), platformTime));
        token = null;
        return true;
    }

    private Instant now() {
        return clock.instant().plus(offset);
    }
}
