package org.iotconnector.core.internal.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.iotconnector.core.internal.outbox.Pacer;
import org.iotconnector.core.internal.outbox.SlidingWindow;
import org.iotconnector.core.internal.outbox.Turns;
import org.iotconnector.core.session.RateBudget;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.TimeSource;
import org.iotconnector.core.spi.Quotas;
import org.iotconnector.core.spi.Quotas.Counted;
import org.iotconnector.core.spi.Quotas.Rate;

/**
 * The running counts behind a platform's quotas. Rates with a scope, such as an account's, are counted once for all
 * sessions of the connector that name the same scope, and a pause that the platform asks one of them for is all of
 * theirs.
 */
public final class QuotaRegistry {
    private final Object lock = new Object();
    private final Map<String, SlidingWindow> shared = new HashMap<>();
    private final Map<String, Pacer.Pause> pauses = new HashMap<>();
    private final ConnectGate gate;
    private final Map<BudgetKey, PacedBudget> budgets = new ConcurrentHashMap<>();

    private record BudgetKey(String scope, List<Rate> rates) {}

    /** What one session keeps to. */
    record SessionQuotas(Pacer pacer, Turns connects) {}

    /** @param connectsAtOnce how many connection attempts of all sessions may be under way together */
    public QuotaRegistry(int connectsAtOnce) {
        gate = new ConnectGate(connectsAtOnce);
    }

    /** What every attempt of every session passes. */
    ConnectGate gate() {
        return gate;
    }

    SessionQuotas open(SessionConfig config) {
        return open(config.options().pacing() ? config.quotas().rates() : List.of(), config.quotaScope());
    }

    /** What all sessions with these quotas share may be spent by others too, as their own rates are not. */
    public RateBudget budget(Quotas quotas, String scope, TimeSource time) {
        List<Rate> sharedRates =
                quotas.rates().stream().filter(rate -> !rate.scope().isEmpty()).toList();
        return budgets.computeIfAbsent(
                new BudgetKey(scope, sharedRates),
                key -> new PacedBudget(open(sharedRates, scope).pacer(), time));
    }

    /** Lets nobody wait any longer for what will not come. */
    public void close() {
        budgets.values().forEach(PacedBudget::close);
    }

    private SessionQuotas open(List<Rate> rates, String scope) {
        List<SlidingWindow> atMostOnce = new ArrayList<>();
        List<SlidingWindow> acknowledged = new ArrayList<>();
        List<SlidingWindow> connects = new ArrayList<>();
        for (Rate rate : rates) {
            SlidingWindow window = window(scope, rate);
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
        Optional<String> sharing = rates.stream()
                .filter(rate ->
                        rate.counted() != Counted.CONNECT && !rate.scope().isEmpty())
                .map(rate -> scope + "\n" + rate.scope())
                .findFirst();
        Pacer pacer = new Pacer(
                sharing.isPresent() ? lock : new Object(),
                sharing.map(this::pause).orElseGet(Pacer.Pause::new),
                atMostOnce,
                acknowledged);
        // Turns are taken when an attempt fails, not on the path of messages: one lock serves all sessions.
        return new SessionQuotas(pacer, new Turns(lock, connects));
    }

    private Pacer.Pause pause(String sharing) {
        synchronized (lock) {
            return pauses.computeIfAbsent(sharing, k -> new Pacer.Pause());
        }
    }

    private SlidingWindow window(String scope, Rate rate) {
        if (rate.scope().isEmpty()) {
            return new SlidingWindow(rate.permits(), rate.period());
        }
        String key =
                String.join("\n", scope, rate.scope(), rate.counted().name(), rate.permits() + "/" + rate.period());
        synchronized (lock) {
            return shared.computeIfAbsent(key, k -> new SlidingWindow(rate.permits(), rate.period()));
        }
    }
}
