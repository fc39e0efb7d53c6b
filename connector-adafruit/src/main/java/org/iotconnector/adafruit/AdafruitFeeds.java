package org.iotconnector.adafruit;

import java.util.Map;
import java.util.Optional;
import org.iotconnector.adafruit.internal.FeedCalls;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.Device;
import org.iotconnector.core.session.SubscriptionHandle;

/**
 * Feeds and groups as they are, over a device's session: any of the account, and those of others who share them. What a
 * device is made of needs nothing of this: report its properties. Thread-safe. Adafruit IO API docs, "MQTT API", read
 * 2026-11.
 *
 * <p>Handlers are called on a handler thread, one call at a time for each subscription. Who subscribes to a feed that it
 * publishes to hears itself. Whether the platform has taken a value is not said: watch the device's notices.
 */
public final class AdafruitFeeds {
    private final FeedCalls calls;

    private AdafruitFeeds(FeedCalls calls) {
        this.calls = calls;
    }

    /**
     * The feeds that this device's account may use.
     *
     * @param device the device, opened with {@code config}
     */
    public static AdafruitFeeds of(Device device, AdafruitConfig config) {
        return new AdafruitFeeds(new FeedCalls(device.session(), config));
    }

    /**
     * Publishes to a feed of the account. A feed that does not exist is made, in the default group.
     *
     * @param value as {@link org.iotconnector.core.thing.Value#of} takes it
     * @throws org.iotconnector.core.MappingException if it takes more bytes than the platform allows
     * @throws IllegalArgumentException for a value that no platform takes, such as NaN
     */
    public Delivery publish(FeedKey feed, Object value) {
        return calls.publish(calls.account(), feed, value, Optional.empty());
    }

    /** As {@link #publish(FeedKey, Object)}, with where it was measured. */
    public Delivery publish(FeedKey feed, Object value, FeedLocation location) {
        return calls.publish(calls.account(), feed, value, Optional.of(location));
    }

    /** As {@link #publish(FeedKey, Object)}, to a feed that another account shares for writing. */
    public Delivery publishShared(String owner, FeedKey feed, Object value) {
        return calls.publish(owner, feed, value, Optional.empty());
    }

    /**
     * Publishes to several feeds of a group in one message, which counts as that many values. Feeds that do not exist are
     * made.
     *
     * @param group the group's key
     * @param values key within the group, and value as {@link org.iotconnector.core.thing.Value#of} takes it; at least one
     * @throws org.iotconnector.core.MappingException if they take more bytes than the platform allows in one message
     */
    public Delivery publishGroup(String group, Map<String, ?> values) {
        return calls.publishGroup(group, values, Optional.empty());
    }

    /** As {@link #publishGroup(String, Map)}, with where they were measured. */
    public Delivery publishGroup(String group, Map<String, ?> values, FeedLocation location) {
        return calls.publishGroup(group, values, Optional.of(location));
    }

    /**
     * Is given each value of a feed of the account, from now on.
     *
     * @param format CSV brings locations; plain brings none. What JSON brings is not documented
     */
    public SubscriptionHandle onValue(FeedKey feed, FeedFormat format, FeedHandler handler) {
        return calls.onValue(calls.account(), feed, format, handler);
    }

    /** As {@link #onValue}, of a feed that another account shares. */
    public SubscriptionHandle onSharedValue(String owner, FeedKey feed, FeedFormat format, FeedHandler handler) {
        return calls.onValue(owner, feed, format, handler);
    }

    /** Is given each value of every feed of the account. In another format than plain three times as much is received. */
    public SubscriptionHandle onEveryValue(FeedFormat format, FeedHandler handler) {
        return calls.onEveryValue(format, handler);
    }

    /**
     * Is given what changes in a group of the account, from now on.
     *
     * @param group the group's key
     */
    public SubscriptionHandle onGroup(String group, FeedFormat format, GroupHandler handler) {
        return calls.onGroup(group, format, handler);
    }

    /**
     * Asks for a feed's last value, which comes to the handlers of {@link #onValue} with the same format and to this client
     * alone; nothing comes if there is none. Not known to count against the rate.
     */
    public Delivery recall(FeedKey feed, FeedFormat format) {
        return calls.recall(feed, format);
    }

    /** As {@link #recall}, of a group. */
    public Delivery recallGroup(String group, FeedFormat format) {
        return calls.recallGroup(group, format);
    }

    /** Follows feeds. */
    @FunctionalInterface
    public interface FeedHandler {
        void onValue(FeedValue value) throws Exception;
    }

    /** Follows a group. */
    @FunctionalInterface
    public interface GroupHandler {
        void onChange(GroupValues values) throws Exception;
    }
}
