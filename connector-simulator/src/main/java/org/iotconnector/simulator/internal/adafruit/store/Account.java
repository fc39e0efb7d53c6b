package org.iotconnector.simulator.internal.adafruit.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.adafruit.AdafruitPlan;
import org.jspecify.annotations.Nullable;

/** An account with its groups, feeds and data. What it does not do is told by a {@link RefusedException}. */
public final class Account {
    private final long id;
    private final String username;
    private final StoreContext context;
    private final Limits limits;
    private final Instant createdAt;
    private final List<Group> groups = new ArrayList<>();
    private final List<Feed> feeds = new ArrayList<>();
    private final Group defaultGroup;
    private String displayName;
    private byte[] key;
    private AdafruitPlan plan;

    Account(long id, String username, String key, AdafruitPlan plan, StoreContext context) {
        this.id = id;
        this.username = username;
        this.displayName = username;
        this.context = context;
        this.key = key.getBytes(StandardCharsets.UTF_8);
        this.plan = plan;
        this.limits = new Limits(this, context.limits(), context.listener(), context.clock());
        this.createdAt = context.clock().instant();
        this.defaultGroup =
                new Group(context.lastGroup().incrementAndGet(), this, "Default", Group.DEFAULT, null, createdAt);
        groups.add(defaultGroup);
    }

    /** Number of the account. */
    public long id() {
        return id;
    }

    /** Its name, the first level of its topics and paths. */
    public String username() {
        return username;
    }

    /** Its name for people. */
    public String displayName() {
        return displayName;
    }

    /** Replaces its name for people. */
    public void displayName(String name) {
        displayName = name;
    }

    /** Whether this is its key; takes the same time for right and wrong ones. */
    public boolean hasKey(String candidate) {
        return MessageDigest.isEqual(key, candidate.getBytes(StandardCharsets.UTF_8));
    }

    /** Replaces the key; the old one is dead at once. */
    public void replaceKey(String newKey) {
        key = newKey.getBytes(StandardCharsets.UTF_8);
    }

    /** What it may do. */
    public AdafruitPlan plan() {
        return plan;
    }

    /** Puts it on another plan. */
    public void replacePlan(AdafruitPlan newPlan) {
        plan = newPlan;
    }

    /** What it does too much of. */
    public Limits limits() {
        return limits;
    }

    /** When it was made. */
    public Instant createdAt() {
        return createdAt;
    }

    /** The group that every account has. */
    public Group defaultGroup() {
        return defaultGroup;
    }

    /** All groups, the default one first. */
    public List<Group> groups() {
        return List.copyOf(groups);
    }

    /** The group of this key. */
    public Optional<Group> group(String groupKey) {
        return groups.stream().filter(group -> group.key().equals(groupKey)).findFirst();
    }

    /** All feeds, oldest first. */
    public List<Feed> feeds() {
        return List.copyOf(feeds);
    }

    /** The feed of this key, {@code K} or {@code G.K}, with the group of the key. */
    public Optional<FeedPlace> place(String feedKey) {
        int dot = feedKey.indexOf('.');
        Optional<Group> group = dot < 0 ? Optional.of(defaultGroup) : group(feedKey.substring(0, dot));
        return group.flatMap(found -> found.feed(feedKey.substring(dot + 1)).map(feed -> new FeedPlace(found, feed)));
    }

    /** Makes a feed in a group. */
    public Feed createFeed(Group group, FeedFields fields) {
        FeedFields complete = withKey(group, null, fields);
        checkRoom(1);
        Feed feed = new Feed(
                context.lastFeed().incrementAndGet(),
                this,
                complete,
                new FeedData(context.clock(), context.random()),
                now());
        feeds.add(feed);
        group.add(feed);
        return feed;
    }

    /** Changes fields of a feed. */
    public void changeFeed(Feed feed, FeedFields change) {
        FeedFields checked = change;
        if (change.name() != null || change.key() != null) {
            // A new name alone leaves the key as it is: topics in use go on working.
            checked = withKey(
                            feed.home(),
                            feed,
                            new FeedFields(
                                    change.name() == null ? feed.name() : change.name(),
                                    change.key() == null ? feed.bareKey() : change.key(),
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null))
                    .with(new FeedFields(
                            null,
                            null,
                            change.description(),
                            change.unitType(),
                            change.unitSymbol(),
                            change.history(),
                            change.license(),
                            change.statusNotify(),
                            change.statusTimeout()));
        }
        feed.change(checked, now());
    }

    private static FeedFields withKey(Group group, @Nullable Feed itself, FeedFields fields) {
        String name = checkedName(fields.name());
        String key = checkedKey(fields.key() == null ? Names.keyOf(name) : fields.key());
        if (group.feed(key).filter(found -> found != itself).isPresent()) {
            throw new RefusedException("Key has already been taken");
        }
        return fields.with(new FeedFields(name, key, null, null, null, null, null, null, null));
    }

    /** Deletes a feed with its data. */
    public void deleteFeed(Feed feed) {
        feed.groups().forEach(group -> group.remove(feed));
        feeds.remove(feed);
    }

    /** Makes a group; its key is made from its name if {@code groupKey} is null. */
    public Group createGroup(@Nullable String name, @Nullable String groupKey, @Nullable String description) {
        String checked = checkedName(name);
        String newKey = freeGroupKey(groupKey == null ? Names.keyOf(checked) : groupKey, null);
        // The default group does not count.
        if (groups.size() - 1 >= plan.groups()) {
            throw new RefusedException(
                    "Group limit of " + plan.groups() + " reached, remove a group or upgrade the account");
        }
        Group group = new Group(context.lastGroup().incrementAndGet(), this, checked, newKey, description, now());
        groups.add(group);
        return group;
    }

    /** Changes a group; null leaves a field as it is. The default group keeps its key. */
    public void changeGroup(
            Group group, @Nullable String name, @Nullable String groupKey, @Nullable String description) {
        String newKey = groupKey == null || group.isDefault() ? group.key() : freeGroupKey(groupKey, group);
        group.change(
                name == null ? group.name() : checkedName(name),
                newKey,
                description == null ? group.description() : description,
                now());
    }

    private String freeGroupKey(String groupKey, @Nullable Group itself) {
        String checked = checkedKey(groupKey);
        if (group(checked).filter(found -> found != itself).isPresent()) {
            throw new RefusedException("Key has already been taken");
        }
        return checked;
    }

    /** Deletes a group and its feeds that are in no other group. The default group cannot be deleted. */
    public void deleteGroup(Group group) {
        if (group.isDefault()) {
            throw new RefusedException("The default group cannot be deleted");
        }
        for (Feed feed : group.feeds()) {
            group.remove(feed);
            if (feed.groups().isEmpty()) {
                feeds.remove(feed);
            }
        }
        groups.remove(group);
    }

    /** Puts a feed into one more group. Has no effect if it is there. */
    public void addToGroup(Group group, Feed feed) {
        Optional<Feed> same = group.feed(feed.bareKey());
        if (same.isEmpty()) {
            group.add(feed);
        } else if (same.get() != feed) {
            throw new RefusedException("Key has already been taken");
        }
    }

    /** Takes a feed out of a group; out of its last one it goes back to the default group. */
    public void removeFromGroup(Group group, Feed feed) {
        if (feed.groups().contains(group)
                && !(group.isDefault() && feed.groups().size() == 1)) {
            if (feed.groups().size() == 1) {
                addToGroup(defaultGroup, feed);
            }
            group.remove(feed);
        }
    }

    /** Stores one value and tells the listener. Does not touch the data rate. */
    public Datum store(Group via, Feed feed, NewDatum value, StoredValues.Origin origin) {
        return store(via, Map.of(feed, value), value.location(), origin).get(0);
    }

    /** Stores one value per feed of a group, all or none, and tells the listener once. Does not touch the data rate. */
    public List<Datum> store(Group via, Map<Feed, NewDatum> values, Location location, StoredValues.Origin origin) {
        values.forEach(Account::checkSize);
        Map<Feed, Datum> stored = new LinkedHashMap<>();
        values.forEach((feed, value) -> {
            stored.put(feed, feed.data().add(value, feed.history(), plan.retention()));
            feed.touch(now());
        });
        List<StoredValues.Value> told = stored.entrySet().stream()
                .map(entry -> new StoredValues.Value(entry.getKey(), entry.getValue()))
                .toList();
        context.listener().stored(new StoredValues(via, told, location, origin));
        return List.copyOf(stored.values());
    }

    /** Refuses a value that is longer than the feed takes. */
    public static void checkSize(Feed feed, NewDatum value) {
        int bytes = value.bytes();
        if (bytes > feed.maxBytes()) {
            throw tooLarge(bytes, feed.maxBytes(), feed.history());
        }
    }

    /** Refuses more feeds than the plan has room for. */
    public void checkRoom(int newFeeds) {
        if (newFeeds > 0 && feeds.size() + newFeeds > plan.feeds()) {
            throw new RefusedException(
                    "Feed limit of " + plan.feeds() + " reached, remove a feed or upgrade the account");
        }
    }

    /** Refuses a name that a feed cannot have, and a value that is longer than a new feed takes. */
    public static void checkNew(String name, NewDatum value) {
        checkedKey(Names.keyOf(checkedName(name)));
        int bytes = value.bytes();
        if (bytes > Feed.HISTORY_BYTES) {
            throw tooLarge(bytes, Feed.HISTORY_BYTES, true);
        }
    }

    private static RefusedException tooLarge(int bytes, int limit, boolean history) {
        return new RefusedException("Value is too large, " + bytes + " bytes of " + limit + " for a feed with history "
                + (history ? "on" : "off"));
    }

    private static String checkedName(@Nullable String name) {
        if (name == null || name.isBlank()) {
            throw new RefusedException("Name can't be blank");
        }
        if (name.length() > Names.MAX_CHARS) {
            throw new RefusedException("Name is too long (maximum is " + Names.MAX_CHARS + " characters)");
        }
        if (!Names.isValid(name)) {
            throw new RefusedException(
                    name.matches("[0-9 _-]+") ? "Name must contain at least one letter" : Names.RULE);
        }
        return name;
    }

    private static String checkedKey(String key) {
        if (!Names.isKey(key)) {
            throw new RefusedException("Key may contain only lower case letters, digits, or dashes");
        }
        return key;
    }

    private Instant now() {
        return context.clock().instant();
    }
}
