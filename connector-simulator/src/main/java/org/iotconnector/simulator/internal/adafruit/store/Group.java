package org.iotconnector.simulator.internal.adafruit.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A group of feeds. */
public final class Group {
    /** Key of the group that every account has. */
    public static final String DEFAULT = "default";

    private final long id;
    private final Account owner;
    private final Access access = new Access();
    private final List<Feed> feeds = new ArrayList<>();
    private final Instant createdAt;
    private Instant updatedAt;
    private String key;
    private String name;
    private @Nullable String description;

    Group(long id, Account owner, String name, String key, @Nullable String description, Instant createdAt) {
        this.id = id;
        this.owner = owner;
        this.name = name;
        this.key = key;
        this.description = description;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    /** Number of the group, unique on the platform. */
    public long id() {
        return id;
    }

    /** Whose it is. */
    public Account owner() {
        return owner;
    }

    /** Its key. */
    public String key() {
        return key;
    }

    /** For people. */
    public String name() {
        return name;
    }

    /** Any text; null if there is none. */
    public @Nullable String description() {
        return description;
    }

    /** Whether it is the group that every account has, whose feeds have bare keys. */
    public boolean isDefault() {
        return key.equals(DEFAULT);
    }

    /** Who but the owner may use it. */
    public Access access() {
        return access;
    }

    /** Its feeds. */
    public List<Feed> feeds() {
        return List.copyOf(feeds);
    }

    /** When it was made. */
    public Instant createdAt() {
        return createdAt;
    }

    /** When it was changed. */
    public Instant updatedAt() {
        return updatedAt;
    }

    /** The key of a feed through this group: bare in the default group, {@code group.feed} elsewhere. */
    public String keyOf(Feed feed) {
        return isDefault() ? feed.bareKey() : key + "." + feed.bareKey();
    }

    /** The feed of this key without a group. */
    public Optional<Feed> feed(String bareKey) {
        return feeds.stream().filter(feed -> feed.bareKey().equals(bareKey)).findFirst();
    }

    /** The feed of this key or this exact name. */
    public Optional<Feed> feedByKeyOrName(String keyOrName) {
        return feed(keyOrName)
                .or(() -> feeds.stream()
                        .filter(feed -> feed.name().equals(keyOrName))
                        .findFirst());
    }

    /** Whether this account may read it. */
    public boolean mayRead(String username) {
        return owner.username().equals(username) || access.mayRead(username);
    }

    void change(String newName, String newKey, @Nullable String newDescription, Instant now) {
        name = newName;
        key = newKey;
        description = newDescription;
        updatedAt = now;
    }

    void add(Feed feed) {
        feeds.add(feed);
        feed.joined(this);
    }

    void remove(Feed feed) {
        feeds.remove(feed);
        feed.left(this);
    }
}
