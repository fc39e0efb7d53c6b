package org.iotconnector.simulator.onenet;

import java.util.List;

/**
 * A project of the application API.
 *
 * @param projectId its id
 * @param accessKey its key, Base64
 * @param productIds the products whose devices are in it
 */
public record OneNetProject(String projectId, String accessKey, List<String> productIds) {

    /** Copies the list. */
    public OneNetProject {
        productIds = List.copyOf(productIds);
    }

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "OneNetProject[" + projectId + " products=" + productIds + "]";
    }
}
