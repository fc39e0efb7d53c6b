package org.iotconnector.simulator.internal.aliyun;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A request of a device, as far as its envelope goes.
 *
 * @param id the device's id as text, empty when it gave none
 * @param method null when it gave none
 * @param params the parameters, of whatever type
 * @param replyWanted false only when {@code sys.ack} is 0
 */
record AlinkRequest(
        String id, @Nullable String method, @Nullable Object params, boolean replyWanted) {

    static AlinkRequest of(Map<String, @Nullable Object> message) {
        Optional<Object> ack = Json.object(message.get("sys")).map(sys -> sys.get("ack"));
        boolean silent = ack.filter(value -> value.toString().equals("0")).isPresent();
        return new AlinkRequest(
                idText(message.get("id")),
                message.get("method") instanceof String method && !method.isEmpty() ? method : null,
                message.get("params"),
                !silent);
    }

    /** Ids go back as text whatever they were; a number must not come back as 1.0E3. */
    static String idText(@Nullable Object id) {
        if (id instanceof String text) {
            return text;
        }
        return id instanceof Number number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : "";
    }
}
