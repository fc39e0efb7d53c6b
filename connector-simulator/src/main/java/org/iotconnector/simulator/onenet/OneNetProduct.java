package org.iotconnector.simulator.onenet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.jspecify.annotations.Nullable;

/** A product of the simulated platform with its devices. Immutable. */
public final class OneNetProduct {
    private final String productId;
    private final @Nullable String accessKey;
    private final DataProtocol dataProtocol;
    private final NodeType nodeType;
    private final @Nullable String thingModel;
    private final Map<String, String> deviceKeys;

    private OneNetProduct(Builder builder) {
        this.productId = builder.productId;
        this.accessKey = builder.accessKey;
        this.dataProtocol = builder.dataProtocol;
        this.nodeType = builder.nodeType;
        this.thingModel = builder.thingModel;
        this.deviceKeys = Collections.unmodifiableMap(new LinkedHashMap<>(builder.deviceKeys));
    }

    /** The product id. */
    public String productId() {
        return productId;
    }

    /** The access key in Base64; empty when nobody knows it. */
    public Optional<String> accessKey() {
        return Optional.ofNullable(accessKey);
    }

    /** What its devices speak. */
    public DataProtocol dataProtocol() {
        return dataProtocol;
    }

    /** What its devices are. */
    public NodeType nodeType() {
        return nodeType;
    }

    /** The thing model as JSON text. */
    public Optional<String> thingModel() {
        return Optional.ofNullable(thingModel);
    }

    /** Keys in Base64 by device name, in the order given. */
    public Map<String, String> deviceKeys() {
        return deviceKeys;
    }

    /** Names the product and its devices, never their keys. */
    @Override
    public String toString() {
        return "OneNetProduct[" + productId + " " + dataProtocol + " " + nodeType + " devices=" + deviceKeys.keySet()
                + "]";
    }

    /** Collects the settings of one product. Not thread-safe. */
    public static final class Builder {
        private final String productId;
        private @Nullable String accessKey;
        private DataProtocol dataProtocol = DataProtocol.ONEJSON;
        private NodeType nodeType = NodeType.DIRECT;
        private @Nullable String thingModel;
        private final Map<String, String> deviceKeys = new LinkedHashMap<>();

        Builder(String productId) {
            this.productId = productId;
        }

        /** The access key in Base64. Without one only the devices' own keys open the door. */
        public Builder accessKey(String base64) {
            accessKey = key("The access key of product [" + productId + "]", base64);
            return this;
        }

        /** What its devices speak; default {@link DataProtocol#ONEJSON}. */
        public Builder dataProtocol(DataProtocol protocol) {
            dataProtocol = protocol;
            return this;
        }

        /** What its devices are; default {@link NodeType#DIRECT}. */
        public Builder nodeType(NodeType type) {
            nodeType = type;
            return this;
        }

        /** Takes the thing model from a file exported by the console. */
        public Builder thingModel(Path file) {
            try {
                return thingModel(Files.readString(file, StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new SimulatorConfigurationException(
                        "Thing model file [" + file + "] cannot be read: " + unreadable + ".", unreadable);
            }
        }

        /** Takes the thing model as text; checked when the simulator starts. Without one nothing is checked. */
        public Builder thingModel(String json) {
            thingModel = json;
            return this;
        }

        /**
         * Adds a device.
         *
         * @param deviceName 1 to 64 characters of {@code A-Z a-z 0-9 _ -}, unique in the product
         * @param deviceKey Base64
         */
        public Builder device(String deviceName, String deviceKey) {
            if (!deviceName.matches("[A-Za-z0-9_-]{1,64}")) {
                throw new SimulatorConfigurationException("Device name [" + deviceName
                        + "] must be 1 to 64 characters of A-Z a-z 0-9 _ - (OneNET's rule).");
            }
            String checked = key("The key of device [" + productId + "/" + deviceName + "]", deviceKey);
            if (deviceKeys.putIfAbsent(deviceName, checked) != null) {
                throw new SimulatorConfigurationException(
                        "Device [" + productId + "/" + deviceName + "] is there twice; remove one.");
            }
            return this;
        }

        OneNetProduct build() {
            return new OneNetProduct(this);
        }
    }

    /** Checks a key without ever showing it. */
    static String key(String what, String base64) {
        boolean good;
        try {
            good = Base64.getDecoder().decode(base64).length > 0;
        } catch (IllegalArgumentException malformed) {
            good = false;
        }
        if (!good) {
            throw new SimulatorConfigurationException(
                    what + " is empty or not Base64; give it as the console shows it, 44 or 64 characters.");
        }
        return base64;
    }
}
