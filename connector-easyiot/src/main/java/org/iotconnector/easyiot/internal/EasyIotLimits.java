package org.iotconnector.easyiot.internal;

import java.time.Duration;
import java.util.List;
import org.iotconnector.core.spi.Capabilities;
import org.iotconnector.core.spi.Capabilities.Feature;
import org.iotconnector.core.spi.Quotas;
import org.iotconnector.core.spi.Quotas.Counted;
import org.iotconnector.core.spi.Quotas.Rate;

/** What Easy IoT offers a device. Nothing of it is documented; it is what projects have seen, and polite. */
public final class EasyIotLimits {
    /** Reports, retained messages and QoS 2 work; nobody has seen a Will. */
    public static final Capabilities CAPABILITIES = Capabilities.of(Feature.RETAIN, Feature.QOS_2);

    private static final int BURST = 5;
    private static final int SECONDS = 5;
    private static final int FILTERS = 5;

    private EasyIotLimits() {}

    /**
     * One message a second and topic in the long run, five at once; rates count sessions, not topics, so the topics of a
     * device share theirs.
     */
    public static Quotas quotas(int topics) {
        return new Quotas(
                List.of(Rate.of(Counted.PUBLISH, BURST * topics, Duration.ofSeconds(SECONDS))),
                Quotas.UNLIMITED.maxInFlight(),
                Quotas.UNLIMITED.maxPayloadBytes(),
                FILTERS);
    }
}
