package org.iotconnector.simulator.internal.adafruit.http;

import org.iotconnector.simulator.adafruit.AdafruitRule;
import org.iotconnector.simulator.adafruit.AdafruitSettings;
import org.iotconnector.simulator.internal.adafruit.store.Account;

/** What requests cost of an account's data rate, which MQTT and HTTP share. Reading is free. */
final class Budget {
    private final boolean editsCount;

    Budget(AdafruitSettings settings) {
        this.editsCount = settings.has(AdafruitRule.EDITS_COUNT);
    }

    /** Counts data points that are created, changed or deleted; none of them happens if it is too many. */
    void data(Account account, int points) {
        if (account.limits().takeData(points).isPresent()) {
            throw ApiFailure.throttled();
        }
    }

    /** Counts a feed or group that is created, changed or deleted; the documents disagree on whether that costs anything. */
    void edit(Account account) {
        if (editsCount) {
            data(account, 1);
        }
    }
}
