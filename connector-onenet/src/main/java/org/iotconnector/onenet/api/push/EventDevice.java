package org.iotconnector.onenet.api.push;

import java.util.Optional;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/**
 * Of which device an event tells. Each way of delivery names some of these.
 *
 * @param productId the product's id; the first generation names none
 * @param deviceName the name within the product; the first generation names none
 * @param deviceId the platform's own number of the device, as text
 */
public record EventDevice(Optional<String> productId, Optional<String> deviceName, Optional<String> deviceId) {
    /** The device whose members {@code body} has under these names. */
    static EventDevice of(Values body, String product, String name, String number) {
        return new EventDevice(text(body, product), text(body, name), text(body, number));
    }

    private static Optional<String> text(Values body, String member) {
        return body.find(member)
                .filter(value -> value instanceof Value.Text || value instanceof Value.Int)
                .map(Value::asText)
                .filter(text -> !text.isEmpty());
    }
}
