package org.iotconnector.simulator.internal.onenet;

import java.util.Optional;

/** What a token's {@code res} speaks for. */
public sealed interface TokenScope {

    /** One device: {@code products/{pid}/devices/{dev}}. */
    record Device(String productId, String deviceName) implements TokenScope {}

    /** A product with all its devices: {@code products/{pid}}. */
    record Product(String productId) implements TokenScope {}

    /** A user: {@code userid/{uid}}. */
    record User(String userId) implements TokenScope {}

    /** A project: {@code projects/{id}}. */
    record Project(String projectId) implements TokenScope {}

    /** Reads a {@code res}; empty if it is of none of these forms. */
    static Optional<TokenScope> parse(String res) {
        String[] parts = res.split("/", -1);
        for (String part : parts) {
            if (part.isEmpty()) {
                return Optional.empty();
            }
        }
        if (parts.length == 4 && parts[0].equals("products") && parts[2].equals("devices")) {
            return Optional.of(new Device(parts[1], parts[3]));
        }
        if (parts.length != 2) {
            return Optional.empty();
        }
        return switch (parts[0]) {
            case "products" -> Optional.of(new Product(parts[1]));
            case "userid" -> Optional.of(new User(parts[1]));
            case "projects" -> Optional.of(new Project(parts[1]));
            default -> Optional.empty();
        };
    }

    /** Whether a device may log in, or be spoken for, with it. */
    default boolean covers(String productId, String deviceName) {
        if (this instanceof Device device) {
            return device.productId().equals(productId) && device.deviceName().equals(deviceName);
        }
        return this instanceof Product product && product.productId().equals(productId);
    }
}
