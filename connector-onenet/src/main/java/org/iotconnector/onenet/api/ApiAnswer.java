package org.iotconnector.onenet.api;

import java.util.Optional;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Value;

/**
 * A successful answer as it came.
 *
 * @param requestId the number that the platform gave the request, for its support; empty if it gave none
 * @param data the payload, which may hold keys of devices; empty if there was none
 */
public record ApiAnswer(String requestId, Optional<Value> data) {
    Value requireData() {
        return data.orElseThrow(() -> new MappingException("data", "is missing in the answer of the platform."));
    }

    /** Without the data, which may hold keys. */
    @Override
    public String toString() {
        return "ApiAnswer[" + requestId + ", " + (data.isPresent() ? "with" : "without") + " data]";
    }
}
