package org.iotconnector.samples.aliyunlamp;

import java.nio.file.Path;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;

/** Where the lamp connects. */
@FunctionalInterface
interface LampPlatform extends AutoCloseable {
    /** Opens the lamp there. */
    Device open(Connector connector);

    /** The platform, and the device on it, that a settings file names. */
    static LampPlatform ofFile(Path settings) {
        return connector -> connector.open(settings);
    }

    /** Ends what was started for the lamp; by default that is nothing. */
    @Override
    default void close() {}
}
