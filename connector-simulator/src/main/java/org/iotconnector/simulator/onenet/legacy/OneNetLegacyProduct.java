package org.iotconnector.simulator.onenet.legacy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.jspecify.annotations.Nullable;

/** A product of the simulated first generation with its devices. Immutable. */
public final class OneNetLegacyProduct {
    private final String productId;
    private final @Nullable String apiKey;
    private final @Nullable String registerCode;
    private final Map<String, String> authInfos;

    private OneNetLegacyProduct(Builder builder) {
        this.productId = builder.productId;
        this.apiKey = builder.apiKey;
        this.registerCode = builder.registerCode;
        this.authInfos = Collections.unmodifiableMap(new LinkedHashMap<>(builder.authInfos));
    }

    /** The product's number. */
    public String productId() {
        return productId;
    }

    /** The key with which every device of the product may log in. */
    public Optional<String> apiKey() {
        return Optional.ofNullable(apiKey);
    }

    /** The code that lets devices register; empty when they may not. */
    public Optional<String> registerCode() {
        return Optional.ofNullable(registerCode);
    }

    /** Authentication texts by device number, in the order given. */
    public Map<String, String> authInfos() {
        return authInfos;
    }

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "OneNetLegacyProduct[" + productId + " devices=" + authInfos.keySet() + "]";
    }

    /** Collects a product. Not thread-safe. */
    public static final class Builder {
        private final String productId;
        private @Nullable String apiKey;
        private @Nullable String registerCode;
        private final Map<String, String> authInfos = new LinkedHashMap<>();

        Builder(String productId) {
            this.productId = OneNetLegacySettings.number("Product id", productId);
        }

        /** A key with which every device of the product may log in; default none. */
        public Builder apiKey(String key) {
            apiKey = key;
            return this;
        }

        /** The code that lets devices register; default none, so they may not. */
        public Builder registerCode(String code) {
            registerCode = code;
            return this;
        }

        /** Adds a device. */
        public Builder device(String deviceId, String authInfo) {
            if (authInfos.putIfAbsent(OneNetLegacySettings.number("Device id", deviceId), authInfo) != null) {
                throw new SimulatorConfigurationException(
                        "Device [" + productId + "/" + deviceId + "] is there twice; remove one.");
            }
            return this;
        }

        OneNetLegacyProduct build() {
            return new OneNetLegacyProduct(this);
        }
    }
}
