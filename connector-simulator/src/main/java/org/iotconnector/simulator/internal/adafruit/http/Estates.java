package org.iotconnector.simulator.internal.adafruit.http;

import java.util.HashMap;
import java.util.Map;
import org.iotconnector.simulator.internal.adafruit.store.Account;

/** The estates of all accounts. */
final class Estates {
    private final Map<Account, Estate> estates = new HashMap<>();
    private final boolean activityDataAsText;
    private final Stationery stationery;

    Estates(boolean activityDataAsText, Stationery stationery) {
        this.activityDataAsText = activityDataAsText;
        this.stationery = stationery;
    }

    Estate of(Account account) {
        return estates.computeIfAbsent(
                account,
                absent -> new Estate(new Activities(account.id(), activityDataAsText, stationery), stationery));
    }
}
