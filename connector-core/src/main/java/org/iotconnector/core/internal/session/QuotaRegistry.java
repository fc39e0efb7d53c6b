package org.iotconnector.core.internal.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.iotconnector.core.internal.outbox.Pacer;
import org.iotconnector.core.internal.outbox.SlidingWindow;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.spi.Quotas.Counted;
import org.iotconnector.core.spi.Quotas.Rate;

/**
 * The running counts behind a platform's quotas. Rates with a scope, such as an account's, are counted once for all
 * sessions of the connector that name the same scope.
 */
public final class QuotaRegistry {
    private final Map<String, SlidingWindow> shared = new ConcurrentHashMap<>();

    /** What one session keeps to. */
    record SessionQuotas(Pacer pacer, List<SlidingWindow> connects) {}

    SessionQuotas open(SessionConfig config) {
        List<SlidingWindow> atMostOnce = new ArrayList<>();
        List<SlidingWindow> acknowledged = new ArrayList<>();
        List<SlidingWindow> connects = new ArrayList<>();
        if (config.options().pacing()) {
            for (Rate rate : config.quotas().rates()) {
                SlidingWindow window = window(config.quotaScope(), rate);
                if (rate.counted() == Counted.CONNECT) {
                    connects.add(window);
                }
                if (rate.counted() == Counted.PUBLISH || rate.counted() == Counted.PUBLISH_AT_MOST_ONCE) {
                    atMostOnce.add(window);
                }
                if (rate.counted() == Counted.PUBLISH || rate.counted() == Counted.PUBLISH_ACKNOWLEDGED) {
                    acknowledged.add(window);
                }
            }
        }
        return new SessionQuotas(new Pacer(atMostOnce, acknowledged), List.copyOf(connects));
    }

    private SlidingWindow window(String scope, Rate rate) {
        if (rate.scope().isEmpty()) {
            return new SlidingWindow(rate.permits(), rate.period());
        }
        String key =
                String.join("\n", scope, rate.scope(), rate.counted().name(), rate.permits() + "/" + rate.period());
        return shared.computeIfAbsent(key, k -> new SlidingWindow(rate.permits(), rate.period()));
    }
}
