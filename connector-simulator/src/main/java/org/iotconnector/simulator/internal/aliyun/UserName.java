package org.iotconnector.simulator.internal.aliyun;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The MQTT user name of an Aliyun device, {@code deviceName&productKey}.
 *
 * @param deviceName not empty
 * @param productKey not empty
 */
record UserName(String deviceName, String productKey) {

    /** Neither part may hold an ampersand, so there must be exactly one. */
    static Optional<UserName> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        String[] parts = text.split("&", -1);
        boolean wellFormed = parts.length == 2 && !parts[0].isEmpty() && !parts[1].isEmpty();
        return wellFormed ? Optional.of(new UserName(parts[0], parts[1])) : Optional.empty();
    }

    String identity() {
        return productKey + "/" + deviceName;
    }
}
