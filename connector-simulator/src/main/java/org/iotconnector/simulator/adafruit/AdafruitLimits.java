package org.iotconnector.simulator.adafruit;

import java.time.Duration;
import org.iotconnector.simulator.SimulatorConfigurationException;

/**
 * What bans an account, counted over 60 s that roll. Adafruit IO API docs, "MQTT rate limiting" and "Bans", read 2026-11. Immutable.
 */
public final class AdafruitLimits {
    private final int connects;
    private final int subscribes;
    private final int failedSubscribes;
    private final int failedPublishes;
    private final int dataBanFactor;
    private final Duration banStep;
    private final Duration longestBan;

    private AdafruitLimits(Builder builder) {
        this.connects = builder.connects;
        this.subscribes = builder.subscribes;
        this.failedSubscribes = builder.failedSubscribes;
        this.failedPublishes = builder.failedPublishes;
        this.dataBanFactor = builder.dataBanFactor;
        this.banStep = builder.banStep;
        this.longestBan = builder.longestBan;
    }

    /** Starts with the platform's figures. */
    public static Builder builder() {
        return new Builder();
    }

    /** Logins tried, good or bad; default 20. */
    public int connects() {
        return connects;
    }

    /** Topic filters asked for; default 100. */
    public int subscribes() {
        return subscribes;
    }

    /** Topic filters refused; default 10. */
    public int failedSubscribes() {
        return failedSubscribes;
    }

    /** Messages refused, except those over the data rate; default 10. */
    public int failedPublishes() {
        return failedPublishes;
    }

    /** More than this many times the data rate of the plan, accepted or not, bans; default 2. The platform does not tell its figure. */
    public int dataBanFactor() {
        return dataBanFactor;
    }

    /** Length of the first ban in an hour, by which each following one is longer; default 30 s. */
    public Duration banStep() {
        return banStep;
    }

    /** Length that no ban exceeds; default 1 h. */
    public Duration longestBan() {
        return longestBan;
    }

    /** Collects the figures. Not thread-safe. */
    public static final class Builder {
        private int connects = 20;
        private int subscribes = 100;
        private int failedSubscribes = 10;
        private int failedPublishes = 10;
        private int dataBanFactor = 2;
        private Duration banStep = Duration.ofSeconds(30);
        private Duration longestBan = Duration.ofHours(1);

        private Builder() {}

        /** Logins in 60 s, at least 1. */
        public Builder connects(int number) {
            connects = positive("connects", number);
            return this;
        }

        /** Topic filters in 60 s, at least 1. */
        public Builder subscribes(int number) {
            subscribes = positive("subscribes", number);
            return this;
        }

        /** Refused topic filters in 60 s, at least 1. */
        public Builder failedSubscribes(int number) {
            failedSubscribes = positive("failedSubscribes", number);
            return this;
        }

        /** Refused messages in 60 s, at least 1. */
        public Builder failedPublishes(int number) {
            failedPublishes = positive("failedPublishes", number);
            return this;
        }

        /** Multiple of the data rate, at least 1. */
        public Builder dataBanFactor(int factor) {
            dataBanFactor = positive("dataBanFactor", factor);
            return this;
        }

        /** Length of the first ban in whole seconds, and the longest there is; at least 1 s each. */
        public Builder bans(Duration step, Duration longest) {
            banStep = atLeastOneSecond(step);
            longestBan = atLeastOneSecond(longest);
            return this;
        }

        /** The figures so far. */
        public AdafruitLimits build() {
            return new AdafruitLimits(this);
        }

        private static int positive(String name, int number) {
            if (number < 1) {
                throw new SimulatorConfigurationException(
                        "Adafruit IO limit [" + name + "] is [" + number + "]; give 1 or more.");
            }
            return number;
        }

        private static Duration atLeastOneSecond(Duration length) {
            if (length.toSeconds() < 1) {
                throw new SimulatorConfigurationException(
                        "A ban of [" + length + "] is shorter than a second; give 1 s or more.");
            }
            return length;
        }
    }
}
