package org.iotconnector.samples.onenetgateway;

import java.nio.file.Path;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;

/** Where the gateway connects. */
@FunctionalInterface
interface HomePlatform extends AutoCloseable {
    /** Opens the sub-device of that name, and with it the gateway. */
    Device open(Connector connector, String name);

    /** A folder with a settings file for each: {@code hub.yaml}, {@code thermometer.yaml}, {@code plug.yaml}. */
    static HomePlatform ofFolder(Path folder) {
        return (connector, name) -> connector.open(folder.resolve(name + ".yaml"));
    }

    /** Ends what was started for the gateway; by default that is nothing. */
    @Override
    default void close() {}
}
