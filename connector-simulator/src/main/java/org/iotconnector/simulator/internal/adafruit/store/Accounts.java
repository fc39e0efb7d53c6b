package org.iotconnector.simulator.internal.adafruit.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.iotconnector.simulator.adafruit.AdafruitSettings;

/** All accounts of the platform. */
public final class Accounts {
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Listeners listeners = new Listeners();

    /** Makes the accounts of the settings. */
    public Accounts(AdafruitSettings settings, Clock clock) {
        StoreContext context = new StoreContext(clock, settings.limits(), listeners, new SplittableRandom());
        for (AdafruitSettings.Account entry : settings.accounts()) {
            accounts.put(
                    entry.username(),
                    new Account(accounts.size() + 1L, entry.username(), entry.key(), entry.plan(), context));
        }
    }

    /** Tells this listener too of all that happens from now on. */
    public void listen(StoreListener listener) {
        listeners.all.add(listener);
    }

    /** The account of this name. */
    public Optional<Account> find(String username) {
        return Optional.ofNullable(accounts.get(username));
    }

    /** All accounts in the order of the settings. */
    public List<Account> all() {
        return List.copyOf(accounts.values());
    }

    private static final class Listeners implements StoreListener {
        private final List<StoreListener> all = new ArrayList<>();

        @Override
        public void stored(StoredValues values) {
            all.forEach(listener -> listener.stored(values));
        }

        @Override
        public void throttled(Account account, String text) {
            all.forEach(listener -> listener.throttled(account, text));
        }

        @Override
        public void refused(Account account, String text) {
            all.forEach(listener -> listener.refused(account, text));
        }

        @Override
        public void banned(Account account) {
            all.forEach(listener -> listener.banned(account));
        }
    }
}
