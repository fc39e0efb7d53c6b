package org.iotconnector.simulator.aliyun;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.jspecify.annotations.Nullable;

/** A product of the simulated platform with its devices. Immutable. */
public final class AliyunProduct {
    private final String productKey;
    private final Map<String, String> deviceSecrets;
    private final @Nullable String thingModel;
    private final @Nullable RawScript rawScript;
    private final ValidationLevel validation;

    private AliyunProduct(Builder builder) {
        this.productKey = builder.productKey;
        this.deviceSecrets = Collections.unmodifiableMap(new LinkedHashMap<>(builder.deviceSecrets));
        this.thingModel = builder.thingModel;
        this.rawScript = builder.rawScript;
        this.validation = builder.validation;
    }

    /** The product key. */
    public String productKey() {
        return productKey;
    }

    /** Secrets by device name, in the order given. */
    public Map<String, String> deviceSecrets() {
        return deviceSecrets;
    }

    /** The thing model as JSON text. */
    public Optional<String> thingModel() {
        return Optional.ofNullable(thingModel);
    }

    /** The parse script for raw data. */
    public Optional<RawScript> rawScript() {
        return Optional.ofNullable(rawScript);
    }

    /** How strictly reports are checked against the thing model. */
    public ValidationLevel validation() {
        return validation;
    }

    /** Names the product and its devices, never their secrets. */
    @Override
    public String toString() {
        return "AliyunProduct[" + productKey + " devices=" + deviceSecrets.keySet() + "]";
    }

    /** Collects the settings of one product. Not thread-safe. */
    public static final class Builder {
        private final String productKey;
        private final Map<String, String> deviceSecrets = new LinkedHashMap<>();
        private @Nullable String thingModel;
        private @Nullable RawScript rawScript;
        private ValidationLevel validation = ValidationLevel.WEAK;

        Builder(String productKey) {
            this.productKey = productKey;
        }

        /**
         * Adds a device.
         *
         * @param deviceName 1 to 32 characters of {@code A-Z a-z 0-9 _ - @ . :}, unique in the product
         * @param deviceSecret not empty
         */
        public Builder device(String deviceName, String deviceSecret) {
            if (!deviceName.matches("[A-Za-z0-9_@.:-]{1,32}")) {
                throw new SimulatorConfigurationException("Device name [" + deviceName
                        + "] must be 1 to 32 characters of A-Z a-z 0-9 _ - @ . : (Aliyun's rule).");
            }
            if (deviceSecret.isEmpty()) {
                throw new SimulatorConfigurationException("Device [" + productKey + "/" + deviceName
                        + "] has an empty secret; give the one its client uses.");
            }
            if (deviceSecrets.putIfAbsent(deviceName, deviceSecret) != null) {
                throw new SimulatorConfigurationException(
                        "Device [" + productKey + "/" + deviceName + "] is there twice; remove one.");
            }
            return this;
        }

        /** Takes the thing model from a TSL file. */
        public Builder thingModel(Path file) {
            try {
                return thingModel(Files.readString(file, StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new SimulatorConfigurationException(
                        "Thing model file [" + file + "] cannot be read: " + unreadable + ".", unreadable);
            }
        }

        /** Takes the thing model as TSL text; checked when the simulator starts. Without one nothing is checked. */
        public Builder thingModel(String json) {
            thingModel = json;
            return this;
        }

        /** The parse script for raw data. Without one see the manual for the fixed reply. */
        public Builder rawScript(RawScript script) {
            rawScript = script;
            return this;
        }

        /** How strictly reports are checked; default {@link ValidationLevel#WEAK}. */
        public Builder validation(ValidationLevel level) {
            validation = level;
            return this;
        }

        AliyunProduct build() {
            return new AliyunProduct(this);
        }
    }
}
