package org.iotconnector.simulator.adafruit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One feed as its owner sees it. Implemented by the simulator only, so it may grow. Thread-safe. */
public interface AdafruitFeed {

    /** Its key as it was asked for; {@code group.feed} outside the default group. */
    String key();

    /** Its name. */
    String name();

    /** Its values in the order of their times. */
    List<AdafruitValue> values();

    /** The newest value; empty if there is none. */
    Optional<AdafruitValue> last();

    /** Puts a value as a dashboard does: it goes out over MQTT and costs no data rate. */
    void put(String value);

    /** As {@link #put(String)} with a location in degrees and metres. */
    void put(String value, double lat, double lon, double ele);

    /**
     * Waits until there is a value of this text, past ones included, and returns the first.
     *
     * @throws org.iotconnector.simulator.SimulatorTimeoutException if none comes in time
     */
    AdafruitValue awaitValue(String value, Duration timeout);

    /** As {@link #awaitValue(String, Duration)} with any condition. */
    AdafruitValue awaitValue(Predicate<AdafruitValue> condition, Duration timeout);

    /**
     * Waits until a connected client would receive what comes on this feed's topic in this form.
     *
     * @param topic any of its topics, for example {@code demo/f/temp/json}
     * @throws org.iotconnector.simulator.SimulatorTimeoutException if there is none in time
     */
    void awaitSubscribed(String topic, Duration timeout);

    /** Switches history; off keeps the last value only and takes values of up to 102 400 bytes instead of 1024. */
    void history(boolean on);

    /**
     * Puts it into one more group as the web page does.
     *
     * @param group key of an existing group
     * @return the same feed by its key in that group
     * @throws IllegalArgumentException if there is no such group, or the group has another feed of this key
     */
    AdafruitFeed addToGroup(String group);

    /** Lets anybody read it, or nobody but its owner and those it is shared with. */
    void makePublic(boolean open);

    /** Makes a webhook as the web page does and returns its token, which writes to this feed without a key. */
    String createWebhook();

    /** As {@link #createWebhook()} with a token of letters and digits that is known beforehand. */
    void createWebhook(String token);

    /** Shares it with another account, which may then read and perhaps write it. */
    void share(String username, boolean writable);
}
