package org.iotconnector.onenet.legacy.internal;

import java.time.Duration;
import java.util.List;
import org.iotconnector.core.spi.Capabilities;
import org.iotconnector.core.spi.Capabilities.Feature;
import org.iotconnector.core.spi.Quotas;
import org.iotconnector.core.spi.Quotas.Counted;
import org.iotconnector.core.spi.Quotas.Rate;

/** What the first generation offers a device. */
public final class LegacyLimits {
    /**
     * No document gives rates, a window or a largest payload. The rate of connects is that of the later generations,
     * whose servers ban a device that exceeds it; the payload is what MQTT allows, since layout 2 has a length of four
     * bytes.
     */
    public static final Quotas QUOTAS = new Quotas(
            List.of(Rate.of(Counted.CONNECT, 10, Duration.ofSeconds(5))),
            Quotas.UNLIMITED.maxInFlight(),
            Quotas.UNLIMITED.maxPayloadBytes(),
            8);

    /** Reports, also of several times, and raw data; no replies, events, services or desired values. */
    public static final Capabilities CAPABILITIES = Capabilities.of(Feature.BATCH, Feature.RAW);

    private LegacyLimits() {}
}
