package org.iotconnector.adafruit.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.iotconnector.adafruit.AdafruitConfig;
import org.iotconnector.core.spi.Capabilities;
import org.iotconnector.core.spi.Capabilities.Feature;
import org.iotconnector.core.spi.Quotas;
import org.iotconnector.core.spi.Quotas.Counted;
import org.iotconnector.core.spi.Quotas.Rate;

/** What the platform allows an account and offers it. Adafruit IO API docs, "Rate limiting" and "Data limits", read 2026-11. */
public final class AdafruitLimits {
    /** The platform counts what arrives in a minute; one second more, since messages travel for different times. */
    static final Duration MINUTE = Duration.ofSeconds(61);

    private static final Duration PART = Duration.ofSeconds(10);
    private static final int PARTS = 6;

    /** Past this the account is banned, with all that use it. */
    private static final int CONNECTS = 20;

    private static final int WITH_HISTORY = 1024;
    private static final int WITHOUT_HISTORY = 100 * 1024;
    /** No figure is documented. */
    private static final int MAX_IN_FLIGHT = 65_535;

    private static final int MAX_FILTERS = 8;

    private AdafruitLimits() {}

    /**
     * The account's limits, shared by all its devices. The second rate spreads what the first allows, so that a burst does
     * not spend a minute's permits at once and leave the newest value waiting for the next minute.
     */
    public static Quotas quotas(AdafruitConfig config) {
        String account = "account:" + config.username();
        List<Rate> rates = new ArrayList<>();
        rates.add(new Rate(Counted.CONNECT, CONNECTS, MINUTE, account));
        int perMinute = config.publishRate();
        if (perMinute > 0) {
            rates.add(new Rate(Counted.PUBLISH, perMinute, MINUTE, account));
            rates.add(new Rate(Counted.PUBLISH, Math.max(1, perMinute / PARTS), PART, account));
        }
        return new Quotas(rates, MAX_IN_FLIGHT, maxPayload(config), MAX_FILTERS);
    }

    static int maxPayload(AdafruitConfig config) {
        return config.history() ? WITH_HISTORY : WITHOUT_HISTORY;
    }

    /**
     * Values and nothing else: no replies, events, services, desired values, retained messages, Will or QoS 2. Values of
     * the past only where the user lets their times be sent.
     */
    public static Capabilities capabilities(AdafruitConfig config) {
        return config.createdAt() ? Capabilities.of(Feature.BATCH, Feature.HISTORY) : Capabilities.of();
    }
}
