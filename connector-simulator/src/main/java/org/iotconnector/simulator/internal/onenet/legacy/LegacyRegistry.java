package org.iotconnector.simulator.internal.onenet.legacy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.onenet.legacy.OneNetLegacyProduct;

/** All devices by number. Confined to the loop thread. */
final class LegacyRegistry {
    private static final long FIRST_REGISTERED = 500_000_001L;
    private static final int KEY_BYTES = 21;

    private final List<ProductState> products = new ArrayList<>();
    private final Map<String, DeviceState> devices = new LinkedHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private long next = FIRST_REGISTERED;

    LegacyRegistry(List<OneNetLegacyProduct> settings) {
        for (OneNetLegacyProduct each : settings) {
            ProductState product = new ProductState(
                    each.productId(),
                    each.apiKey().orElse(""),
                    each.registerCode().orElse(""));
            products.add(product);
            each.authInfos().forEach((id, authInfo) -> devices.put(id, new DeviceState(product, id, "", authInfo, "")));
        }
    }

    /** By device number, which is unique over all products. */
    Optional<DeviceState> find(String deviceId) {
        return Optional.ofNullable(devices.get(deviceId));
    }

    List<DeviceState> all() {
        return List.copyOf(devices.values());
    }

    Optional<ProductState> byRegisterCode(String code) {
        return products.stream()
                .filter(product -> !product.registerCode().isEmpty() && Secrets.equal(product.registerCode(), code))
                .findFirst();
    }

    /** The device that registered with this serial number before, else a new one. */
    DeviceState register(ProductState product, String serial, String title) {
        return devices.values().stream()
                .filter(device ->
                        device.product().equals(product) && device.authInfo().equals(serial))
                .findFirst()
                .orElseGet(() -> create(product, serial, title));
    }

    private DeviceState create(ProductState product, String serial, String title) {
        while (devices.containsKey(Long.toString(next))) {
            next++;
        }
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        DeviceState device = new DeviceState(
                product, Long.toString(next), title, serial, Base64.getEncoder().encodeToString(key));
        devices.put(device.deviceId(), device);
        return device;
    }
}
