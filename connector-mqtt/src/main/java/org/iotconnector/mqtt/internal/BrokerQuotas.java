package org.iotconnector.mqtt.internal;

import java.time.Duration;
import java.util.List;
import org.iotconnector.core.spi.Quotas;
import org.iotconnector.core.spi.Quotas.Counted;
import org.iotconnector.core.spi.Quotas.Rate;

/** What a broker allows, as far as settings and presets say. */
public final class BrokerQuotas {
    private BrokerQuotas() {}

    /** A limit of messages a second, 0 for none, and of bytes in a payload. */
    public static Quotas of(int publishRate, int maxPayload) {
        List<Rate> rates =
                publishRate == 0 ? List.of() : List.of(Rate.of(Counted.PUBLISH, publishRate, Duration.ofSeconds(1)));
        return new Quotas(rates, Quotas.UNLIMITED.maxInFlight(), maxPayload, 100);
    }
}
