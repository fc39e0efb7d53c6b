package org.iotconnector.simulator.internal.adafruit.http;

import java.util.Optional;
import org.iotconnector.simulator.internal.adafruit.store.Account;
import org.iotconnector.simulator.internal.adafruit.store.Accounts;
import org.iotconnector.simulator.internal.adafruit.store.Feed;
import org.iotconnector.simulator.internal.adafruit.store.FeedPlace;
import org.iotconnector.simulator.internal.adafruit.store.Group;
import org.jspecify.annotations.Nullable;

/** Finds what a path names, after the caller was found to be allowed that. */
final class Targets {
    private final Accounts accounts;

    Targets(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The account whose key was given; without a user in the path. */
    Account caller(Call call) {
        Account caller = callerOrNobody(call);
        if (caller == null) {
            throw ApiFailure.unauthorized();
        }
        return caller;
    }

    /** Null without a key. A key that nobody has is refused even where none is needed. */
    private @Nullable Account callerOrNobody(Call call) {
        String key = call.key().orElse(null);
        if (key == null) {
            return null;
        }
        Optional<Account> named = call.has("{U}") ? accounts.find(call.variable("{U}")) : Optional.empty();
        return named.filter(account -> account.hasKey(key))
                .or(() -> accounts.all().stream()
                        .filter(account -> account.hasKey(key))
                        .findFirst())
                .orElseThrow(ApiFailure::unauthorized);
    }

    /** The account of the path, which must be the caller. */
    Account own(Call call) {
        Account caller = caller(call);
        if (owner(call) != caller) {
            throw ApiFailure.unauthorized();
        }
        return caller;
    }

    private Account owner(Call call) {
        return accounts.find(call.variable("{U}")).orElseThrow(ApiFailure::notFound);
    }

    /** The feed of the path, which must be the caller's. */
    FeedPlace ownFeed(Call call) {
        return place(call, own(call));
    }

    /** The group of the path, which must be the caller's. */
    Group ownGroup(Call call) {
        return group(call, own(call));
    }

    /** The feed of the path for anybody who may read it, with or without a key. */
    FeedPlace readableFeed(Call call) {
        Account caller = callerOrNobody(call);
        FeedPlace place = place(call, ownerFor(call, caller));
        if (!place.feed().mayRead(name(caller))) {
            throw ApiFailure.unauthorized();
        }
        return place;
    }

    /** The group of the path for anybody who may read it, with or without a key. */
    Group readableGroup(Call call) {
        Account caller = callerOrNobody(call);
        Group group = group(call, ownerFor(call, caller));
        String name = name(caller);
        if (!group.mayRead(name == null ? "" : name)) {
            throw ApiFailure.unauthorized();
        }
        return group;
    }

    /** The feed of the path for somebody who may write to it. */
    FeedPlace writableFeed(Call call) {
        Account caller = caller(call);
        FeedPlace place = readableFeed(call);
        if (!place.feed().mayWrite(caller.username())) {
            throw ApiFailure.forbidden("the feed is shared for reading only");
        }
        return place;
    }

    /** To somebody without a key there is no telling which accounts exist. */
    private Account ownerFor(Call call, @Nullable Account caller) {
        if (caller == null && accounts.find(call.variable("{U}")).isEmpty()) {
            throw ApiFailure.unauthorized();
        }
        return owner(call);
    }

    private static FeedPlace place(Call call, Account owner) {
        String key = call.variable("{K}");
        Optional<FeedPlace> place;
        if (call.has("{G}")) {
            Group group = group(call, owner);
            String bare = key.startsWith(group.key() + ".")
                    ? key.substring(group.key().length() + 1)
                    : key;
            place = group.feedByKeyOrName(bare).map(feed -> new FeedPlace(group, feed));
        } else {
            place = find(owner, key);
        }
        return place.orElseThrow(ApiFailure::notFound);
    }

    /** The feed of this key, id or exact name. */
    static Optional<FeedPlace> find(Account owner, String keyOrId) {
        return owner.place(keyOrId)
                .or(() -> owner.feeds().stream()
                        .filter(feed -> String.valueOf(feed.id()).equals(keyOrId)
                                || feed.name().equals(keyOrId))
                        .findFirst()
                        .map(Targets::atHome));
    }

    private static FeedPlace atHome(Feed feed) {
        return new FeedPlace(feed.home(), feed);
    }

    private static Group group(Call call, Account owner) {
        return findGroup(owner, call.variable("{G}")).orElseThrow(ApiFailure::notFound);
    }

    /** The group of this key or id. */
    static Optional<Group> findGroup(Account owner, String keyOrId) {
        return owner.group(keyOrId)
                .or(() -> owner.groups().stream()
                        .filter(group -> String.valueOf(group.id()).equals(keyOrId))
                        .findFirst());
    }

    private static @Nullable String name(@Nullable Account account) {
        return account == null ? null : account.username();
    }
}
