package org.iotconnector.simulator.internal.adafruit.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.iotconnector.simulator.adafruit.AdafruitBan;
import org.iotconnector.simulator.adafruit.AdafruitLimits;
import org.iotconnector.simulator.adafruit.AdafruitThrottle;
import org.jspecify.annotations.Nullable;

/**
 * What an account does too much of: its data rate with throttling, and what bans it. Windows roll over 60 s and begin anew with a ban;
 * while one lasts nothing is counted. Adafruit IO API docs, "MQTT rate limiting" and "Bans", read 2026-11.
 */
public final class Limits {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int KEPT = 1000;
    /** From this many subscribe attempts left on, each is answered with a warning. */
    private static final int WARN_AT = 10;

    private final Account account;
    private final AdafruitLimits figures;
    private final StoreListener listener;
    private final Clock clock;
    private final RollingWindow data;
    private final RollingWindow connects;
    private final RollingWindow subscribes;
    private final RollingWindow failedSubscribes;
    private final RollingWindow failedPublishes;
    private final Deque<AdafruitThrottle> throttles = new ArrayDeque<>();
    private final Deque<AdafruitBan> bans = new ArrayDeque<>();
    private @Nullable Instant bannedUntil;

    Limits(Account account, AdafruitLimits figures, StoreListener listener, Clock clock) {
        this.account = account;
        this.figures = figures;
        this.listener = listener;
        this.clock = clock;
        this.data = new RollingWindow(clock);
        this.connects = new RollingWindow(clock);
        this.subscribes = new RollingWindow(clock);
        this.failedSubscribes = new RollingWindow(clock);
        this.failedPublishes = new RollingWindow(clock);
    }

    /**
     * Counts data points before they are created, changed or deleted, all or none of them. Refused ones count too. Over the rate the
     * account is told so on its throttle topic, or banned.
     *
     * @return empty if they are allowed, otherwise seconds to wait, 1 to 60 or what is left of a ban
     */
    public OptionalInt takeData(int points) {
        if (isBanned()) {
            return OptionalInt.of(banSecondsLeft());
        }
        int limit = account.plan().dataRate();
        int attempts = data.add(points);
        if (attempts <= limit) {
            return OptionalInt.empty();
        }
        if (attempts > limit * figures.dataBanFactor()) {
            ban("more than " + limit * figures.dataBanFactor() + " data points in 60 s");
            return OptionalInt.of(banSecondsLeft());
        }
        int wait = waitSeconds(attempts, limit);
        throttle(account.username() + " data rate limit reached, " + wait + " seconds until throttle released");
        return OptionalInt.of(wait);
    }

    /** What the platform answers when there were so many attempts in 60 s; the formula is the simulator's own. */
    static int waitSeconds(int attempts, int limit) {
        long excess = -Math.floorDiv(-(attempts - limit) * 60L, limit);
        return (int) Math.min(60, Math.max(1, excess));
    }

    /** Counts a login; false if it is one too many, which bans the account. */
    public boolean takeConnect() {
        return take(connects, figures.connects(), "logins");
    }

    /**
     * Counts a topic filter; false if it is one too many, which bans the account. Shortly before that a warning goes out.
     *
     * @param action begins the warning: client identifier, address, {@code SUBSCRIBE} and topic filter
     */
    public boolean takeSubscribe(String action) {
        boolean allowed = take(subscribes, figures.subscribes(), "subscriptions");
        int left = figures.subscribes() - subscribes.count();
        if (allowed && left < WARN_AT) {
            throttle(action + " only " + left
                    + " attempts remaining in the next 60 seconds, please slow your request rate");
        }
        return allowed;
    }

    /** Counts a refused topic filter. */
    public void failedSubscribe() {
        take(failedSubscribes, figures.failedSubscribes(), "refused subscriptions");
    }

    /** Counts a refused message. */
    public void failedPublish() {
        take(failedPublishes, figures.failedPublishes(), "refused messages");
    }

    private boolean take(RollingWindow window, int limit, String what) {
        if (isBanned()) {
            return false;
        }
        boolean allowed = window.add(1) <= limit;
        if (!allowed) {
            ban("more than " + limit + " " + what + " in 60 s");
        }
        return allowed;
    }

    /** Bans the account, for longer the more bans there were within the last hour. */
    public void ban(String reason) {
        Instant now = clock.instant();
        Duration length = banLength(bansInLastHour() + 1);
        remember(bans, new AdafruitBan(now, length, reason));
        bannedUntil = now.plus(length);
        clearWindows();
        listener.refused(account, banText(length));
        listener.banned(account);
    }

    private Duration banLength(int nth) {
        Duration length = figures.banStep().multipliedBy(nth);
        return length.compareTo(figures.longestBan()) > 0 ? figures.longestBan() : length;
    }

    private static String banText(Duration length) {
        return "enforcement limit reached, your account is banned for " + length.toSeconds() + " seconds";
    }

    private void throttle(String text) {
        remember(throttles, new AdafruitThrottle(clock.instant(), text));
        listener.throttled(account, text);
    }

    /** Whether the account is banned now. */
    public boolean isBanned() {
        return bannedUntil != null && clock.instant().isBefore(bannedUntil);
    }

    /** Whole seconds until a ban ends, rounded up; 0 without one. */
    public int banSecondsLeft() {
        return isBanned() && bannedUntil != null
                ? (int) -Math.floorDiv(
                        -Duration.between(clock.instant(), bannedUntil).toMillis(), 1000L)
                : 0;
    }

    /** What the account is told about a ban that lasts. */
    public Optional<String> banMessage() {
        return isBanned() ? Optional.of(banText(bans.getLast().length())) : Optional.empty();
    }

    /** Ends a ban and forgets all that was counted, earlier bans included. */
    public void pardon() {
        bannedUntil = null;
        bans.clear();
        clearWindows();
    }

    private void clearWindows() {
        data.clear();
        connects.clear();
        subscribes.clear();
        failedSubscribes.clear();
        failedPublishes.clear();
    }

    /** Data points within the last 60 s, refused ones included. */
    public int activeDataRate() {
        return data.count();
    }

    /** Logins within the last 60 s. */
    public int authenticationRate() {
        return connects.count();
    }

    /** Topic filters within the last 60 s. */
    public int subscribeRate() {
        return subscribes.count();
    }

    /** Refused messages within the last 60 s. */
    public int failedPublishRate() {
        return failedPublishes.count();
    }

    /** Bans that began within the last hour. */
    public int bansInLastHour() {
        Instant since = clock.instant().minus(HOUR);
        return (int) bans.stream().filter(ban -> ban.at().isAfter(since)).count();
    }

    /** Times the account was told to slow down, oldest first, the last 1000. */
    public List<AdafruitThrottle> throttles() {
        return List.copyOf(throttles);
    }

    /** Bans, oldest first, the last 1000. */
    public List<AdafruitBan> bans() {
        return List.copyOf(bans);
    }

    private static <T> void remember(Deque<T> entries, T entry) {
        entries.addLast(entry);
        if (entries.size() > KEPT) {
            entries.removeFirst();
        }
    }
}
