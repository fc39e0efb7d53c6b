package org.iotconnector.simulator.internal.adafruit.store;

/**
 * A feed as it was addressed: a feed of several groups has several keys.
 *
 * @param group the group of the key
 * @param feed the feed
 */
public record FeedPlace(Group group, Feed feed) {

    /** The key it was addressed by. */
    public String key() {
        return group.keyOf(feed);
    }
}
