package org.iotconnector.simulator.adafruit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One account as its owner sees it. Implemented by the simulator only, so it may grow. Thread-safe. */
public interface AdafruitAccount {

    /** Its name. */
    String username();

    /** Its name for people, at first the same as its name. HTTP tells it. */
    String displayName();

    /** Replaces its name for people. */
    void displayName(String name);

    /** What it may do. */
    AdafruitPlan plan();

    /** Puts it on another plan at once. */
    void plan(AdafruitPlan plan);

    /** Replaces its key; the old one is dead at once, connections stay. */
    void key(String newKey);

    /** Keys of its feeds, oldest first; {@code group.feed} outside the default group. */
    List<String> feedKeys();

    /**
     * The feed of this key.
     *
     * @throws IllegalArgumentException if there is no such feed; the message names those there are
     */
    AdafruitFeed feed(String key);

    /**
     * Makes a feed as the web page does.
     *
     * @param group key of an existing group; {@code default} for the default one
     * @param name letters, digits, space, {@code -} and {@code _}; the key is made from it
     * @throws IllegalArgumentException if the platform refuses it
     */
    AdafruitFeed createFeed(String group, String name);

    /**
     * Makes a group as the web page does.
     *
     * @return its key
     * @throws IllegalArgumentException if the platform refuses it
     */
    String createGroup(String name);

    /**
     * Waits until there is a feed of this key.
     *
     * @throws org.iotconnector.simulator.SimulatorTimeoutException if it is not there in time
     */
    AdafruitFeed awaitFeed(String key, Duration timeout);

    /** Data points within the last 60 s, refused ones included. */
    int activeDataRate();

    /** Times it was told to slow down, oldest first, the last 1000. */
    List<AdafruitThrottle> throttles();

    /** Bans, oldest first, the last 1000; {@link AdafruitSimulator#clearFaults} ends and forgets them. */
    List<AdafruitBan> bans();

    /** Whether it is banned now. */
    boolean isBanned();

    /** Bans it now, for as long as it is its turn. */
    void ban();

    /** Whether a client of it is connected. */
    boolean isOnline();

    /** Sends to those of its clients that are subscribed to this topic, as it is; nothing is stored. */
    void send(String topic, String payload);

    /** Its last refusal over MQTT; empty if there was none. {@link AdafruitSimulator#refusals} has them all. */
    Optional<AdafruitRefusal> lastRefusal();

    /**
     * Sets what weather place {@code id} tells, pushes it to subscribers of {@code integration/weather/{id}/{type}} now, and again every
     * minute.
     *
     * @param type {@code current} or {@code forecast_…}
     * @param json the text to push, as it is
     */
    void pushWeather(String id, String type, String json);

    /** As {@link #pushWeather} for {@code integration/air_quality/{id}/{type}}. */
    void pushAirQuality(String id, String type, String json);

    /** As {@link #pushWeather} for {@code integration/words/{id}}. */
    void pushWords(String id, String value);
}
