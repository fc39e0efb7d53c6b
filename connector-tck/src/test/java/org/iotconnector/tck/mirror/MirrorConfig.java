package org.iotconnector.tck.mirror;

import java.util.Optional;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.spi.Provider;
import org.iotconnector.core.thing.ThingModel;

/**
 * A device of the mirror platform.
 *
 * @param introduces whether it says hello and goodbye
 */
record MirrorConfig(String device, boolean introduces, SessionOptions session) implements DeviceConfig<MirrorConfig> {
    @Override
    public Provider<MirrorConfig> provider() {
        return new MirrorProvider();
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
