package org.iotconnector.simulator.aliyun;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.iotconnector.simulator.Transport;

/** Settings of the simulated Aliyun platform. Immutable. */
public final class AliyunSettings {
    private final Map<Transport, Integer> ports;
    private final List<AliyunProduct> products;
    private final boolean strictTransport;
    private final boolean keepAliveRange;
    private final boolean strictEnvelope;
    private final boolean rateLimits;

    private AliyunSettings(Builder builder) {
        Map<Transport, Integer> chosen = new EnumMap<>(Transport.class);
        if (builder.ports.isEmpty()) {
            for (Transport transport : Transport.values()) {
                chosen.put(transport, 0);
            }
        } else {
            chosen.putAll(builder.ports);
        }
        this.ports = Collections.unmodifiableMap(chosen);
        this.products = List.copyOf(builder.products.values());
        this.strictTransport = builder.strictTransport;
        this.keepAliveRange = builder.keepAliveRange;
        this.strictEnvelope = builder.strictEnvelope;
        this.rateLimits = builder.rateLimits;
    }

    /** Starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Port per listener; 0 means a free one. */
    public Map<Transport, Integer> ports() {
        return ports;
    }

    /** The products. */
    public List<AliyunProduct> products() {
        return products;
    }

    /** Whether {@code securemode} must fit the transport. */
    public boolean strictTransport() {
        return strictTransport;
    }

    /** Whether a keep-alive outside 30 to 1200 s is refused. */
    public boolean keepAliveRange() {
        return keepAliveRange;
    }

    /** Whether Alink requests must have {@code id} and {@code method}. */
    public boolean strictEnvelope() {
        return strictEnvelope;
    }

    /** Whether the platform's rate limits are in force. */
    public boolean rateLimits() {
        return rateLimits;
    }

    /** Collects the settings. Not thread-safe. */
    public static final class Builder {
        private final Map<Transport, Integer> ports = new EnumMap<>(Transport.class);
        private final Map<String, AliyunProduct> products = new LinkedHashMap<>();
        private boolean strictTransport;
        private boolean keepAliveRange = true;
        private boolean strictEnvelope;
        private boolean rateLimits;

        private Builder() {}

        /**
         * Adds a listener. Without any call of this method all four kinds listen on free ports.
         *
         * @param port 0 to 65 535, 0 for a free one
         */
        public Builder listen(Transport transport, int port) {
            if (port < 0 || port > 65_535) {
                throw new SimulatorConfigurationException("Port [" + port + "] for " + transport.scheme()
                        + " is not within 0 to 65535; 0 takes a free one.");
            }
            ports.put(transport, port);
            return this;
        }

        /**
         * Adds a product.
         *
         * @param productKey letters and digits, unique
         * @param settings fills in the rest
         */
        public Builder product(String productKey, Consumer<AliyunProduct.Builder> settings) {
            if (!productKey.matches("[A-Za-z0-9]+")) {
                throw new SimulatorConfigurationException(
                        "Product key [" + productKey + "] must be letters and digits, as the platform issues them.");
            }
            AliyunProduct.Builder product = new AliyunProduct.Builder(productKey);
            settings.accept(product);
            if (products.putIfAbsent(productKey, product.build()) != null) {
                throw new SimulatorConfigurationException(
                        "Product [" + productKey + "] is there twice; put its devices into one.");
            }
            return this;
        }

        /**
         * Whether {@code securemode} 2 is refused without TLS and 3 with it; default false, as the platform has been seen to
         * accept both.
         */
        public Builder strictTransport(boolean strict) {
            strictTransport = strict;
            return this;
        }

        /** Whether a keep-alive outside 30 to 1200 s is refused; default true. */
        public Builder keepAliveRange(boolean enforce) {
            keepAliveRange = enforce;
            return this;
        }

        /**
         * Whether Alink requests without {@code id} (code 460) or {@code method} (code 6300) are refused; default false, as
         * the platform has been seen to accept them.
         */
        public Builder strictEnvelope(boolean strict) {
            strictEnvelope = strict;
            return this;
        }

        /** Whether the platform's rate and subscription limits are in force; default false. */
        public Builder rateLimits(boolean enforce) {
            rateLimits = enforce;
            return this;
        }

        /** The settings so far. */
        public AliyunSettings build() {
            return new AliyunSettings(this);
        }
    }
}
