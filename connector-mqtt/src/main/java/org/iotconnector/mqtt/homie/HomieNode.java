package org.iotconnector.mqtt.homie;

import java.util.List;
import java.util.Optional;

/**
 * A node of a device, as a controller sees it. An element of an array of version 3 is a node {@code id_0} of its own.
 *
 * @param name what people call it; its id if the device gives none
 * @param type as the device gives it; may be empty
 * @param properties in the device's order
 */
public record HomieNode(String id, String name, String type, List<HomieProperty> properties) {
    public HomieNode {
        properties = List.copyOf(properties);
    }

    /** The property of that id. */
    public Optional<HomieProperty> property(String propertyId) {
        return properties.stream().filter(each -> each.id().equals(propertyId)).findFirst();
    }
}
