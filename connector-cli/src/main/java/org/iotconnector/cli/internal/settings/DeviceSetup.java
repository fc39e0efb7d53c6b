package org.iotconnector.cli.internal.settings;

import java.time.Instant;
import java.util.Optional;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.spi.Capabilities;
import org.iotconnector.core.spi.Provider;
import org.iotconnector.core.spi.ThingCodec;

/**
 * A device that is configured and checked, with its platform.
 *
 * @param provider its platform
 * @param settings where the configuration came from
 * @param config the configuration
 * @param <C> the platform's configuration type
 */
public record DeviceSetup<C extends DeviceConfig<C>>(Provider<C> provider, Settings settings, C config) {
    static <C extends DeviceConfig<C>> DeviceSetup<C> of(Provider<C> provider, Settings settings) {
        return new DeviceSetup<>(provider, settings, provider.configure(settings));
    }

    /** What a CONNECT at {@code now} says. */
    public ConnectParameters connect(Instant now) {
        return provider.connect(config, now);
    }

    /** The device's topics and payloads. */
    public ThingCodec codec() {
        return provider.codec(config);
    }

    /** What the platform offers. */
    public Capabilities capabilities() {
        return provider.capabilities(config);
    }

    /** The device itself, which begins to connect. */
    public Device open(Connector connector) {
        return connector.open(config);
    }

    /** A setting's value; empty also when the platform does not have the setting. */
    public <T> Optional<T> find(Setting<T> setting) {
        boolean declared =
                settings.declared().stream().anyMatch(each -> each.key().equals(setting.key()));
        return declared ? settings.find(setting) : Optional.empty();
    }
}
