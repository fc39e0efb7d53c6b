package org.iotconnector.simulator.onenet.legacy;

import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.iotconnector.simulator.Transport;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the simulated first generation of OneNET. Its documents leave the floats' byte order, the Will and what happens to
 * a keep-alive out of range open; each is a setting here. Immutable.
 */
public final class OneNetLegacySettings {
    private final int mqttPort;
    private final @Nullable Integer httpPort;
    private final List<OneNetLegacyProduct> products;
    private final ByteOrder floatOrder;
    private final boolean will;
    private final boolean keepAliveRange;

    private OneNetLegacySettings(Builder builder) {
        this.mqttPort = builder.mqttPort;
        this.httpPort = builder.httpPort;
        this.products = List.copyOf(builder.products.values());
        this.floatOrder = builder.floatOrder;
        this.will = builder.will;
        this.keepAliveRange = builder.keepAliveRange;
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** The one MQTT listener: this generation has plain TCP only. */
    public Map<Transport, Integer> ports() {
        return Map.of(Transport.TCP, mqttPort);
    }

    /** Port of registration, 0 for a free one; empty when it is not wanted. */
    public OptionalInt httpPort() {
        return httpPort == null ? OptionalInt.empty() : OptionalInt.of(httpPort);
    }

    /** The products. */
    public List<OneNetLegacyProduct> products() {
        return products;
    }

    /** Byte order of the floats of layout 7. */
    public ByteOrder floatOrder() {
        return floatOrder;
    }

    /** Whether a client's Will takes effect. */
    public boolean will() {
        return will;
    }

    /** Whether a CONNECT with a keep-alive outside 120 to 65535 s is closed. */
    public boolean keepAliveRange() {
        return keepAliveRange;
    }

    static String number(String what, String text) {
        if (!text.matches("[1-9][0-9]{0,18}")) {
            throw new SimulatorConfigurationException(
                    what + " [" + text + "] must be a number, as the first generation issues them.");
        }
        return text;
    }

    private static int port(int port) {
        if (port < 0 || port > 65_535) {
            throw new SimulatorConfigurationException(
                    "Port [" + port + "] is not within 0 to 65535; 0 takes a free one.");
        }
        return port;
    }

    /** Collects the settings. Not thread-safe. */
    public static final class Builder {
        private int mqttPort;
        private @Nullable Integer httpPort;
        private final Map<String, OneNetLegacyProduct> products = new LinkedHashMap<>();
        private final Set<String> devices = new HashSet<>();
        private ByteOrder floatOrder = ByteOrder.LITTLE_ENDIAN;
        private boolean will;
        private boolean keepAliveRange;

        private Builder() {}

        /** Port of MQTT; default 0, a free one. */
        public Builder mqtt(int port) {
            mqttPort = port(port);
            return this;
        }

        /** Port of registration, 0 for a free one; default: no registration. */
        public Builder http(int port) {
            httpPort = port(port);
            return this;
        }

        /**
         * Adds a product.
         *
         * @param productId digits, unique
         * @param settings fills in the rest; device numbers are unique over all products, as client identifiers are
         */
        public Builder product(String productId, Consumer<OneNetLegacyProduct.Builder> settings) {
            OneNetLegacyProduct.Builder builder = new OneNetLegacyProduct.Builder(productId);
            settings.accept(builder);
            OneNetLegacyProduct product = builder.build();
            if (products.putIfAbsent(productId, product) != null) {
                throw new SimulatorConfigurationException(
                        "Product [" + productId + "] is there twice; put its devices into one.");
            }
            for (String device : product.authInfos().keySet()) {
                if (!devices.add(device)) {
                    throw new SimulatorConfigurationException(
                            "Device number [" + device + "] is there twice; it must be unique over all products.");
                }
            }
            return this;
        }

        /** Byte order of the floats of layout 7; default little-endian. */
        public Builder floatOrder(ByteOrder order) {
            floatOrder = order;
            return this;
        }

        /** Whether a client's Will takes effect; default false: the text of 2016 has none, a later one does. */
        public Builder will(boolean inForce) {
            will = inForce;
            return this;
        }

        /** Whether a CONNECT with a keep-alive outside 120 to 65535 s is closed; default false. */
        public Builder keepAliveRange(boolean enforce) {
            keepAliveRange = enforce;
            return this;
        }

        /** The settings so far. */
        public OneNetLegacySettings build() {
            return new OneNetLegacySettings(this);
        }
    }
}
