package org.iotconnector.simulator.internal.onenet;

import org.iotconnector.simulator.internal.onenet.model.ThingModel;
import org.iotconnector.simulator.onenet.DataProtocol;
import org.iotconnector.simulator.onenet.NodeType;
import org.jspecify.annotations.Nullable;

/**
 * What all devices of a product have in common.
 *
 * @param productId its id
 * @param accessKey its key in Base64, null when nobody knows it
 * @param dataProtocol what its devices speak
 * @param nodeType what its devices are
 * @param model null when there is nothing to check against
 * @param modelJson the model as it was given, null when there is none
 */
public record ProductState(
        String productId,
        @Nullable String accessKey,
        DataProtocol dataProtocol,
        NodeType nodeType,
        @Nullable ThingModel model,
        @Nullable String modelJson) {

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "ProductState[" + productId + " " + dataProtocol + " " + nodeType + "]";
    }
}
