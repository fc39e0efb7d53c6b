package org.iotconnector.simulator.internal.aliyun;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.iotconnector.simulator.aliyun.AliyunProduct;
import org.iotconnector.simulator.internal.aliyun.tsl.ThingModel;
import org.iotconnector.simulator.internal.aliyun.tsl.ThingModelReader;

/** All devices by identity, {@code productKey/deviceName}. The set of devices never changes. */
final class DeviceRegistry {
    private final Map<String, DeviceState> devices;

    DeviceRegistry(List<AliyunProduct> products) {
        Map<String, DeviceState> all = new LinkedHashMap<>();
        for (AliyunProduct product : products) {
            ProductState state = new ProductState(
                    product.productKey(),
                    product.thingModel()
                            .map(text -> read(product.productKey(), text))
                            .orElse(null),
                    product.validation(),
                    product.rawScript().orElse(null));
            product.deviceSecrets().forEach((name, secret) -> {
                DeviceState device = new DeviceState(state, name, secret);
                all.put(device.identity(), device);
            });
        }
        devices = Collections.unmodifiableMap(all);
    }

    Optional<DeviceState> find(String identity) {
        return Optional.ofNullable(devices.get(identity));
    }

    Collection<DeviceState> all() {
        return devices.values();
    }

    private static ThingModel read(String productKey, String text) {
        try {
            return ThingModelReader.read(text);
        } catch (IllegalArgumentException malformed) {
            throw new SimulatorConfigurationException(
                    "The thing model of product [" + productKey + "] is not usable: " + malformed.getMessage(),
                    malformed);
        }
    }
}
