package org.iotconnector.simulator.internal.adafruit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.internal.adafruit.store.Account;
import org.iotconnector.simulator.internal.adafruit.store.Accounts;
import org.iotconnector.simulator.internal.adafruit.store.Feed;
import org.iotconnector.simulator.internal.adafruit.store.FeedPlace;
import org.iotconnector.simulator.internal.adafruit.store.Group;
import org.iotconnector.simulator.internal.adafruit.store.Location;
import org.iotconnector.simulator.internal.adafruit.store.NewDatum;
import org.iotconnector.simulator.internal.adafruit.store.RefusedException;
import org.iotconnector.simulator.internal.adafruit.store.StoredValues.Origin;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.internal.platform.UnknownDeviceException;
import org.jspecify.annotations.Nullable;

/** What the control API does here. A device is an account {@code demo}, a group {@code demo/house} or a feed {@code demo/house.temp}. */
final class Remote {
    private static final String VALUE = "value";

    private final Accounts accounts;
    private final Clients clients;

    Remote(Accounts accounts, Clients clients) {
        this.accounts = accounts;
        this.clients = clients;
    }

    /** Accounts, each followed by its feeds. */
    List<Map<String, Object>> describe() {
        List<Map<String, Object>> devices = new ArrayList<>();
        for (Account account : accounts.all()) {
            boolean online = clients.isOnline(account.username());
            Map<String, Object> entry = entry(account.username(), online);
            entry.put("plan", account.plan().name());
            entry.put("banned", account.limits().isBanned());
            entry.put("activeDataRate", account.limits().activeDataRate());
            devices.add(entry);
            account.feeds().forEach(feed -> devices.add(feed(account, feed, online)));
        }
        return devices;
    }

    private static Map<String, Object> feed(Account account, Feed feed, boolean online) {
        Map<String, Object> entry = entry(account.username() + "/" + feed.key(), online);
        entry.put("name", feed.name());
        feed.lastValue().ifPresent(value -> entry.put("lastValue", value));
        entry.put("values", feed.data().size());
        return entry;
    }

    private static Map<String, Object> entry(String device, boolean online) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("device", device);
        entry.put("online", online);
        return entry;
    }

    /** Puts values as a dashboard does: {@code "value"} of a feed, or one value per key of an account's or group's feed. */
    Map<String, @Nullable Object> set(String device, Map<String, @Nullable Object> values) {
        int slash = device.indexOf('/');
        Account account = accounts.find(slash < 0 ? device : device.substring(0, slash))
                .orElseThrow(() -> new UnknownDeviceException("There is no account or feed [" + device + "]."));
        String key = device.substring(slash + 1);
        Optional<FeedPlace> feed = slash < 0 ? Optional.empty() : account.place(key);
        Map<FeedPlace, NewDatum> wanted = new LinkedHashMap<>();
        if (feed.isPresent()) {
            wanted.put(feed.get(), datum(VALUE, values.get(VALUE)));
        } else {
            String prefix = slash < 0 ? "" : group(account, key, device).key() + ".";
            values.forEach((name, value) -> wanted.put(place(account, prefix + name), datum(name, value)));
        }
        try {
            wanted.forEach((place, value) -> Account.checkSize(place.feed(), value));
        } catch (RefusedException refused) {
            throw new IllegalArgumentException(refused.text(), refused);
        }
        wanted.forEach((place, value) -> account.store(place.group(), place.feed(), value, Origin.DASHBOARD));
        Map<String, @Nullable Object> outcome = new LinkedHashMap<>();
        outcome.put("outcome", "STORED");
        outcome.put("feeds", wanted.keySet().stream().map(FeedPlace::key).toList());
        return outcome;
    }

    private static Group group(Account account, String key, String device) {
        return account.group(key)
                .orElseThrow(() -> new UnknownDeviceException("There is no feed or group [" + device + "]; feeds: "
                        + String.join(
                                ", ", account.feeds().stream().map(Feed::key).toList()) + "."));
    }

    private static FeedPlace place(Account account, String key) {
        return account.place(key)
                .orElseThrow(
                        () -> new UnknownDeviceException("There is no feed [" + account.username() + "/" + key + "]."));
    }

    private static NewDatum datum(String name, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException("Member [" + name + "] is missing; give the value of the feed.");
        }
        return new NewDatum(value instanceof String text ? text : Json.text(value), Location.NONE, null);
    }

    /** Sends to all that are subscribed, as it is; nothing is stored. */
    Map<String, @Nullable Object> publish(String topic, String payload) {
        List<String> receivers = clients.deliver(anybody -> true, topic, payload);
        Map<String, @Nullable Object> outcome = new LinkedHashMap<>();
        outcome.put("sent", !receivers.isEmpty());
        outcome.put("devices", receivers);
        return outcome;
    }
}
