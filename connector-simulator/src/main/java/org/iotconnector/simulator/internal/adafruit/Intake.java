package org.iotconnector.simulator.internal.adafruit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.adafruit.AdafruitRule;
import org.iotconnector.simulator.adafruit.AdafruitSettings;
import org.iotconnector.simulator.internal.adafruit.store.Account;
import org.iotconnector.simulator.internal.adafruit.store.Accounts;
import org.iotconnector.simulator.internal.adafruit.store.Feed;
import org.iotconnector.simulator.internal.adafruit.store.FeedFields;
import org.iotconnector.simulator.internal.adafruit.store.FeedPlace;
import org.iotconnector.simulator.internal.adafruit.store.Group;
import org.iotconnector.simulator.internal.adafruit.store.Location;
import org.iotconnector.simulator.internal.adafruit.store.Names;
import org.iotconnector.simulator.internal.adafruit.store.NewDatum;
import org.iotconnector.simulator.internal.adafruit.store.StoredValues.Origin;
import org.iotconnector.simulator.internal.spi.Message;

/** What a message to a feed or group stores, and the feeds it makes. Adafruit IO API docs, "MQTT data format", read 2026-11. */
final class Intake {
    private final Accounts accounts;
    private final AdafruitSettings settings;
    private final Payloads payloads;

    Intake(Accounts accounts, AdafruitSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
        this.payloads =
                new Payloads(settings.has(AdafruitRule.STRICT_JSON), settings.has(AdafruitRule.CREATED_AT_OVER_MQTT));
    }

    /**
     * What a message wants stored, all of it checked as far as it can be without making feeds.
     *
     * @param group where
     * @param values by the key or name of the feed in that group
     * @param location common to all
     */
    record Wish(Group group, Map<String, NewDatum> values, Location location) {}

    /**
     * Reads a message and decides who may store what.
     *
     * @throws ForbiddenTopicException if its sender may not publish there
     * @throws MalformedPayloadException if the payload is not what the topic takes
     * @throws org.iotconnector.simulator.internal.adafruit.store.RefusedException if the account does not take a name or a value
     */
    Wish read(AdafruitLogin login, DataTopic topic, Message message) {
        return topic.group() ? readGroup(login, topic, message) : readFeed(login, topic, message);
    }

    private Wish readFeed(AdafruitLogin login, DataTopic topic, Message message) {
        boolean own = topic.user().equals(login.username());
        Optional<Account> owner = own ? Optional.of(login.account()) : accounts.find(topic.user());
        int dot = topic.key().indexOf('.');
        String called = topic.key().substring(dot + 1);
        Optional<Group> group = owner.flatMap(account -> dot < 0
                ? Optional.of(account.defaultGroup())
                : account.group(topic.key().substring(0, dot)));
        Optional<Feed> feed = group.flatMap(found -> find(found, called));
        boolean allowed = own
                ? group.isPresent() && (feed.isPresent() || dot < 0 || settings.has(AdafruitRule.CREATE_IN_GROUP))
                : feed.filter(found -> found.mayWrite(login.username())).isPresent();
        if (!allowed) {
            throw new ForbiddenTopicException(Texts.NOT_AUTHORIZED);
        }
        NewDatum value = payloads.feed(topic.format(), message.payload());
        Wish wish = new Wish(group.orElseThrow(), Map.of(called, value), value.location());
        return checked(wish);
    }

    private Wish readGroup(AdafruitLogin login, DataTopic topic, Message message) {
        if (!topic.user().equals(login.username())) {
            throw new ForbiddenTopicException(Texts.NOT_SHARED);
        }
        Group group =
                login.account().group(topic.key()).orElseThrow(() -> new ForbiddenTopicException(Texts.NOT_AUTHORIZED));
        Payloads.GroupValues read = payloads.group(topic.format(), message.payload());
        return checked(new Wish(group, read.byKey(), read.location()));
    }

    /** All that can be wrong is found first, so that a refused message makes no feed. */
    private static Wish checked(Wish wish) {
        int newFeeds = 0;
        for (Map.Entry<String, NewDatum> entry : wish.values().entrySet()) {
            Optional<Feed> feed = find(wish.group(), entry.getKey());
            if (feed.isPresent()) {
                Account.checkSize(feed.get(), entry.getValue());
            } else {
                Account.checkNew(entry.getKey(), entry.getValue());
                newFeeds++;
            }
        }
        wish.group().owner().checkRoom(newFeeds);
        return wish;
    }

    /** Stores it, making feeds that are not there. */
    void store(Wish wish) {
        Map<Feed, NewDatum> values = new LinkedHashMap<>();
        wish.values().forEach((called, value) -> values.put(findOrCreate(wish.group(), called), value));
        wish.group().owner().store(wish.group(), values, wish.location(), Origin.MQTT);
    }

    private static Feed findOrCreate(Group group, String called) {
        return find(group, called).orElseGet(() -> group.owner().createFeed(group, FeedFields.named(called)));
    }

    /** Matched by key, exact name, or the key that the text would become. */
    private static Optional<Feed> find(Group group, String called) {
        return group.feedByKeyOrName(called).or(() -> group.feed(Names.keyOf(called)));
    }

    /** The feed of a topic {@code …/get}, by its key only. */
    Optional<FeedPlace> readable(AdafruitLogin login, DataTopic topic) {
        return accounts.find(topic.user())
                .flatMap(owner -> owner.place(topic.key()))
                .filter(place -> place.feed().mayRead(login.username()));
    }

    /** The group of a topic {@code …/get}. */
    Optional<Group> readableGroup(AdafruitLogin login, DataTopic topic) {
        return accounts.find(topic.user())
                .flatMap(owner -> owner.group(topic.key()))
                .filter(group -> group.mayRead(login.username()));
    }
}
