package org.iotconnector.tck.toy;

import java.util.Optional;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.spi.Provider;
import org.iotconnector.core.thing.ThingModel;

/** A sub-device of the toy platform, which talks over its gateway. */
public record ToyChild(String name, ToyConfig parent) implements DeviceConfig<ToyChild> {
    @Override
    public Provider<ToyChild> provider() {
        return new ToyChildProvider();
    }

    @Override
    public String deviceId() {
        return name;
    }

    @Override
    public SessionOptions session() {
        return parent.session();
    }

    @Override
    public Optional<ThingModel> thingModel() {
        return Optional.empty();
    }

    @Override
    public Optional<ToyConfig> gateway() {
        return Optional.of(parent);
    }
}
