package org.iotconnector.simulator.internal.adafruit;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.iotconnector.simulator.adafruit.AdafruitRule;
import org.iotconnector.simulator.adafruit.AdafruitSettings;
import org.iotconnector.simulator.internal.adafruit.store.Account;
import org.iotconnector.simulator.internal.adafruit.store.Feed;
import org.iotconnector.simulator.internal.adafruit.store.Group;
import org.iotconnector.simulator.internal.adafruit.store.StoreListener;
import org.iotconnector.simulator.internal.adafruit.store.StoredValues;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.internal.spi.BrokerControl;

/** Takes what happens in the store to subscribers, on all the topics it has. */
final class Delivery implements StoreListener {
    private final AdafruitSettings settings;
    private final Clients clients;
    private final BrokerControl broker;

    Delivery(AdafruitSettings settings, Clients clients, BrokerControl broker) {
        this.settings = settings;
        this.clients = clients;
        this.broker = broker;
    }

    @Override
    public void stored(StoredValues stored) {
        Group group = stored.group();
        Map<String, String> byKey = new LinkedHashMap<>();
        for (StoredValues.Value value : stored.values()) {
            byKey.put(value.feed().bareKey(), value.datum().value());
            keys(stored, value.feed()).forEach(key -> feed(value, key, group.keyOf(value.feed())));
        }
        for (String type : DataTopic.GROUP_TYPES) {
            for (Format format : Format.values()) {
                String topic = topic(group.owner(), type, group.key(), format);
                clients.deliver(
                        login -> login.account() == group.owner() || group.mayRead(login.username()),
                        topic,
                        Messages.group(format, byKey, stored.location()));
            }
        }
        broker.changed();
    }

    private void feed(StoredValues.Value value, String called, String key) {
        Feed feed = value.feed();
        for (String type : DataTopic.FEED_TYPES) {
            for (Format format : Format.values()) {
                clients.deliver(
                        login -> feed.mayRead(login.username()),
                        topic(feed.owner(), type, called, format),
                        Messages.feed(format, feed, key, value.datum()));
            }
        }
    }

    /** What subscribers may call the feed: by the group it was addressed through only. */
    private Set<String> keys(StoredValues stored, Feed feed) {
        Group group = stored.group();
        Set<String> keys = new LinkedHashSet<>();
        keys.add(group.keyOf(feed));
        if (settings.has(AdafruitRule.NAME_TOPICS)) {
            keys.add(group.isDefault() ? feed.name() : group.key() + "." + feed.name());
        }
        if (stored.origin() == StoredValues.Origin.DASHBOARD && settings.has(AdafruitRule.DASHBOARD_BARE_KEY)) {
            keys.add(feed.bareKey());
        }
        return keys;
    }

    private static String topic(Account owner, String type, String key, Format format) {
        return owner.username() + "/" + type + "/" + key + format.suffix();
    }

    @Override
    public void throttled(Account account, String text) {
        notice(account, "throttle", text);
    }

    @Override
    public void refused(Account account, String text) {
        notice(account, "errors", text);
    }

    private void notice(Account account, String topic, String text) {
        clients.deliver(
                login -> login.account() == account,
                account.username() + "/" + topic,
                settings.has(AdafruitRule.QUOTED_NOTICES) ? Json.text(text) : text);
        broker.changed();
    }

    @Override
    public void banned(Account account) {
        if (settings.has(AdafruitRule.BAN_CUTS)) {
            clients.cut(account.username());
        }
    }
}
