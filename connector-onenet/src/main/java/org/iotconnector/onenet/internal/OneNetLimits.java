package org.iotconnector.onenet.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.iotconnector.core.spi.Capabilities;
import org.iotconnector.core.spi.Capabilities.Feature;
import org.iotconnector.core.spi.Quotas;
import org.iotconnector.core.spi.Quotas.Counted;
import org.iotconnector.core.spi.Quotas.Rate;
import org.iotconnector.onenet.DataProtocol;

/**
 * What the platform allows a device and offers it. OneNET, "MQTT limits" and "Limits of use", read 2026-11; where pages
 * disagree, the stricter figure.
 */
public final class OneNetLimits {
    /** Values and events of one device in a batch. */
    static final int MAX_BATCH_POINTS = 100;

    /** Values of one property, or occurrences of one event, in a history. */
    static final int MAX_HISTORY_VALUES = 100;

    /** The answer to a command of a data-stream product; documented as less than 1 KB. */
    static final int MAX_COMMAND_ANSWER = 1023;

    /** Desired values exist for devices that connect by themselves only. */
    public static final Capabilities OF_SUB_DEVICES =
            Capabilities.of(Feature.REPLIES, Feature.EVENTS, Feature.SERVICES, Feature.BATCH, Feature.HISTORY);

    private static final int MAX_PAYLOAD = 256 * 1024;
    private static final int MAX_FILTERS = 8;
    /** No figure is documented. */
    private static final int MAX_IN_FLIGHT = 65_535;

    private OneNetLimits() {}

    /**
     * Past three connects in 5 s a second page bans for 5 minutes, at ten.
     *
     * @param publishRate messages a second; 0 is no limit
     */
    public static Quotas quotas(int publishRate) {
        List<Rate> rates = new ArrayList<>();
        rates.add(Rate.of(Counted.CONNECT, 3, Duration.ofSeconds(5)));
        if (publishRate > 0) {
            rates.add(Rate.of(Counted.PUBLISH, publishRate, Duration.ofSeconds(1)));
        }
        return new Quotas(rates, MAX_IN_FLIGHT, MAX_PAYLOAD, MAX_FILTERS);
    }

    /** Retained messages, a Will and QoS 2 exist nowhere on the platform. */
    public static Capabilities capabilities(DataProtocol protocol) {
        return switch (protocol) {
            case ONEJSON ->
                Capabilities.of(
                        Feature.REPLIES,
                        Feature.EVENTS,
                        Feature.SERVICES,
                        Feature.DESIRED_VALUES,
                        Feature.BATCH,
                        Feature.HISTORY);
            case RAW -> Capabilities.of(Feature.RAW);
            case DATASTREAM -> Capabilities.of(Feature.REPLIES, Feature.BATCH, Feature.HISTORY);
        };
    }
}
