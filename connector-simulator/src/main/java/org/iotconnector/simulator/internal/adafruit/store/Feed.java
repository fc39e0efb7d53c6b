package org.iotconnector.simulator.internal.adafruit.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A feed. It is in one group at least; the first one decides its key. */
public final class Feed {
    static final int HISTORY_BYTES = 1024;
    private static final int LAST_VALUE_BYTES = 102_400;
    private static final FeedFields DEFAULTS = new FeedFields(null, null, null, null, null, true, null, false, 60);

    private final long id;
    private final Account owner;
    private final FeedData data;
    private final Access access = new Access();
    private final List<Group> groups = new ArrayList<>();
    private final Set<String> webhooks = new HashSet<>();
    private final Instant createdAt;
    private Instant updatedAt;
    private FeedFields fields;

    Feed(long id, Account owner, FeedFields fields, FeedData data, Instant createdAt) {
        this.id = id;
        this.owner = owner;
        this.fields = DEFAULTS.with(fields);
        this.data = data;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    /** Number of the feed, unique on the platform. */
    public long id() {
        return id;
    }

    /** Whose it is. */
    public Account owner() {
        return owner;
    }

    /** For people. */
    public String name() {
        return Objects.requireNonNull(fields.name());
    }

    /** Key without a group. */
    public String bareKey() {
        return Objects.requireNonNull(fields.key());
    }

    /** The key: bare in the default group, {@code group.feed} elsewhere. */
    public String key() {
        return home().keyOf(this);
    }

    /** What its owner wrote, with defaults. */
    public FeedFields fields() {
        return fields;
    }

    /** Whether more than the last value is kept. */
    public boolean history() {
        return Boolean.TRUE.equals(fields.history());
    }

    /** Longest value in bytes of UTF-8. */
    public int maxBytes() {
        return history() ? HISTORY_BYTES : LAST_VALUE_BYTES;
    }

    /** Its data. */
    public FeedData data() {
        return data;
    }

    /** The newest value. */
    public Optional<String> lastValue() {
        return data.last().map(Datum::value);
    }

    /** Tokens that write to it without a key; changes of this set are changes of the feed. */
    public Set<String> webhooks() {
        return webhooks;
    }

    /** Who but the owner may use it. */
    public Access access() {
        return access;
    }

    /** The groups it is in, its home first. */
    public List<Group> groups() {
        return List.copyOf(groups);
    }

    /** The group that decides its key. */
    public Group home() {
        return groups.get(0);
    }

    /** When it was made. */
    public Instant createdAt() {
        return createdAt;
    }

    /** When it, or its last value, was changed. */
    public Instant updatedAt() {
        return updatedAt;
    }

    /** {@code online} if its silence is watched and a value came within that time, {@code offline} otherwise. */
    public String status(Instant now) {
        Duration silence = Duration.ofMinutes(Objects.requireNonNullElse(fields.statusTimeout(), 60));
        boolean watched = Boolean.TRUE.equals(fields.statusNotify());
        boolean heard = data.last()
                .filter(last -> last.updatedAt().plus(silence).isAfter(now))
                .isPresent();
        return watched && heard ? "online" : "offline";
    }

    /** Whether this account may read it; null for nobody in particular. */
    public boolean mayRead(@Nullable String username) {
        String someone = Objects.requireNonNullElse(username, "");
        return owner.username().equals(username)
                || access.mayRead(someone)
                || groups.stream().anyMatch(group -> group.access().mayRead(someone));
    }

    /** Whether this account may write to it. */
    public boolean mayWrite(String username) {
        return owner.username().equals(username)
                || access.mayWrite(username)
                || groups.stream().anyMatch(group -> group.access().mayWrite(username));
    }

    void change(FeedFields change, Instant now) {
        fields = fields.with(change);
        updatedAt = now;
    }

    void touch(Instant now) {
        updatedAt = now;
    }

    void joined(Group group) {
        groups.add(group);
    }

    void left(Group group) {
        groups.remove(group);
    }
}
