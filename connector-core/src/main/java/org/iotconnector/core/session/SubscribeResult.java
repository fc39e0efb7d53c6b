package org.iotconnector.core.session;

import java.util.Optional;

/**
 * What the server answered to one filter of a SUBSCRIBE.
 *
 * @param filter the filter asked for
 * @param granted the quality of service granted; empty when the server refused the filter
 * @param reasonCode the code as received: 0 to 2 granted, 128 and above refused. MQTT 3.1.1 section 3.9.3
 */
public record SubscribeResult(TopicFilter filter, Optional<QualityOfService> granted, int reasonCode) {
    /** The result that a SUBACK's code stands for. */
    public static SubscribeResult ofCode(TopicFilter filter, int reasonCode) {
        Optional<QualityOfService> granted = reasonCode >= 0 && reasonCode <= 2
                ? Optional.of(QualityOfService.ofLevel(reasonCode))
                : Optional.empty();
        return new SubscribeResult(filter, granted, reasonCode);
    }

    /** Whether messages for the filter will come. */
    public boolean accepted() {
        return granted.isPresent();
    }
}
