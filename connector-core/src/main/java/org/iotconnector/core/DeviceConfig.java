package org.iotconnector.core;

import java.util.List;
import java.util.Optional;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.spi.Provider;
import org.iotconnector.core.thing.ThingModel;

/**
 * Who a device is and how it connects, on one platform. Implementations are immutable and {@code equals} by content.
 *
 * @param <C> the implementing type itself
 */
public interface DeviceConfig<C extends DeviceConfig<C>> {
    /** This configuration as its own type. */
    @SuppressWarnings("unchecked") // The type parameter's contract: C is the implementing type.
    default C self() {
        return (C) this;
    }

    /** The platform it belongs to. */
    Provider<C> provider();

    /** The device's name for logs and people, such as {@code a1Demo0Prod/lamp-1}; never a secret. */
    String deviceId();

    /** How its session behaves. */
    SessionOptions session();

    /** What the device's thing model is, when the user gave one: values are then checked against it. */
    Optional<ThingModel> thingModel();

    /**
     * The properties that the settings name, where the platform needs to know them without a thing model; default none.
     * For examples and tools.
     */
    default List<String> knownProperties() {
        return List.of();
    }

    /**
     * The gateway over whose session this device talks; empty, the default, for a device that connects by itself. A
     * gateway has none of its own.
     */
    default Optional<? extends DeviceConfig<?>> gateway() {
        return Optional.empty();
    }

    /**
     * What decides whether two devices share one MQTT connection: they do when these are equal. Default: that of the
     * gateway, else the whole configuration.
     */
    default Object sessionKey() {
        return gateway().<Object>map(DeviceConfig::sessionKey).orElse(this);
    }
}
