package org.iotconnector.simulator.internal.onenet;

import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.iotconnector.simulator.internal.onenet.model.ThingModel;
import org.iotconnector.simulator.internal.onenet.model.ThingModelReader;
import org.iotconnector.simulator.onenet.OneNetProduct;

/** Products, which never change, and their devices, which the application API may create and delete. */
public final class OneNetRegistry {
    private static final long FIRST_NUMBER = 1001;

    private final Map<String, ProductState> products = new LinkedHashMap<>();
    private final Map<String, DeviceState> devices = new LinkedHashMap<>();
    private final Clock clock;
    private long nextNumber = FIRST_NUMBER;

    OneNetRegistry(List<OneNetProduct> settings, Clock clock) {
        this.clock = clock;
        for (OneNetProduct product : settings) {
            ProductState state = new ProductState(
                    product.productId(),
                    product.accessKey().orElse(null),
                    product.dataProtocol(),
                    product.nodeType(),
                    product.thingModel()
                            .map(text -> read(product.productId(), text))
                            .orElse(null),
                    product.thingModel().orElse(null));
            products.put(product.productId(), state);
            product.deviceKeys().forEach((name, key) -> create(state, name, key));
        }
    }

    /** A product by its id. */
    public Optional<ProductState> product(String productId) {
        return Optional.ofNullable(products.get(productId));
    }

    /** All products. */
    public Collection<ProductState> products() {
        return Collections.unmodifiableCollection(products.values());
    }

    /** A device by its names. */
    public Optional<DeviceState> device(String productId, String deviceName) {
        return find(productId + "/" + deviceName);
    }

    /** A device by its identity, {@code pid/dev}. */
    public Optional<DeviceState> find(String identity) {
        return Optional.ofNullable(devices.get(identity));
    }

    /** All devices, in the order they were created. */
    public Collection<DeviceState> devices() {
        return Collections.unmodifiableCollection(devices.values());
    }

    /** Creates a device whose name is still free. */
    public DeviceState create(ProductState product, String deviceName, String key) {
        DeviceState device = new DeviceState(product, deviceName, key, nextNumber++, clock.instant());
        devices.put(device.identity(), device);
        return device;
    }

    /** Forgets a device, with its bindings. Its connection is the caller's business. */
    public void delete(DeviceState device) {
        devices.remove(device.identity());
        device.topology().gateway().ifPresent(gateway -> gateway.topology().unbind(device));
        List.copyOf(device.topology().children()).forEach(device.topology()::unbind);
    }

    private static ThingModel read(String productId, String text) {
        try {
            return ThingModelReader.read(text);
        } catch (IllegalArgumentException malformed) {
            throw new SimulatorConfigurationException(
                    "The thing model of product [" + productId + "] is not usable: " + malformed.getMessage(),
                    malformed);
        }
    }
}
