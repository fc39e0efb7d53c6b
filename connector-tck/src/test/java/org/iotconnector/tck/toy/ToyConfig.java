package org.iotconnector.tck.toy;

import java.util.Optional;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.spi.Provider;
import org.iotconnector.core.thing.ThingModel;

/** A device of the toy platform. */
public record ToyConfig(String device, Secret key, Endpoint endpoint, SessionOptions session)
        implements DeviceConfig<ToyConfig> {
    @Override
    public Provider<ToyConfig> provider() {
        return new ToyProvider();
    }

    @Override
    public String deviceId() {
        return device;
    }

    @Override
    public Optional<ThingModel> thingModel() {
        return Optional.empty();
    }
}
