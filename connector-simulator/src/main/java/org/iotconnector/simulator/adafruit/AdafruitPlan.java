package org.iotconnector.simulator.adafruit;

import java.time.Duration;
import java.util.Locale;
import org.iotconnector.simulator.SimulatorConfigurationException;

/**
 * What an account may do. Adafruit changes these figures, so they are values and not rules. Adafruit IO, "Plans", read 2026-11.
 *
 * @param name word in settings and answers: {@code free} or {@code plus}, or any other
 * @param feeds how many feeds, {@link #UNLIMITED} for any number
 * @param groups how many groups beside the default one, {@link #UNLIMITED} for any number
 * @param dashboards how many dashboards, {@link #UNLIMITED} for any number
 * @param actions how many actions, {@link #UNLIMITED} for any number
 * @param dataRate data points in 60 s, at least 1
 * @param retention how long data are kept
 */
public record AdafruitPlan(
        String name, int feeds, int groups, int dashboards, int actions, int dataRate, Duration retention) {
    /** No limit. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** 10 feeds, 5 groups, 5 dashboards, 5 actions, 30 data points a minute, 30 days. */
    public static final AdafruitPlan FREE = new AdafruitPlan("free", 10, 5, 5, 5, 30, Duration.ofDays(30));

    /** IO+: any number of feeds, groups, dashboards and actions, 60 data points a minute, 60 days. */
    public static final AdafruitPlan PLUS =
            new AdafruitPlan("plus", UNLIMITED, UNLIMITED, UNLIMITED, UNLIMITED, 60, Duration.ofDays(60));

    /** Checks the ranges. */
    public AdafruitPlan {
        if (dataRate < 1) {
            throw new SimulatorConfigurationException(
                    "Plan [" + name + "] allows [" + dataRate + "] data points a minute; give 1 or more.");
        }
        if (feeds < 0 || groups < 0 || dashboards < 0 || actions < 0 || retention.isNegative()) {
            throw new SimulatorConfigurationException("Plan [" + name + "] has a negative limit; give zero or more.");
        }
    }

    /**
     * The plan of this name, in any case.
     *
     * @throws SimulatorConfigurationException if it is neither {@code free} nor {@code plus}
     */
    public static AdafruitPlan named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "free" -> FREE;
            case "plus" -> PLUS;
            default -> throw new SimulatorConfigurationException("Plan [" + name + "] is unknown; give free or plus.");
        };
    }

    /** The same plan with another number of data points in 60 s. */
    public AdafruitPlan withDataRate(int pointsPerMinute) {
        return new AdafruitPlan(name, feeds, groups, dashboards, actions, pointsPerMinute, retention);
    }

    /** Whether weather, air quality and the other services of IO+ are part of it: everything but {@code free}. */
    public boolean isPaid() {
        return !name.equals("free");
    }
}
