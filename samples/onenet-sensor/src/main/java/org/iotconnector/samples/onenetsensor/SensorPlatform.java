package org.iotconnector.samples.onenetsensor;

import java.nio.file.Path;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.DeviceConfigs;
import org.iotconnector.onenet.OneNetConfig;

/** Where the sensor connects, and where its firmware comes from. */
interface SensorPlatform extends AutoCloseable {
    /** Opens the sensor there. */
    Device open(Connector connector);

    /** The sensor's firmware updates there. */
    FirmwareUpdate firmware(Connector connector);

    /** The platform, and the device on it, that a settings file names. */
    static SensorPlatform ofFile(Path settings) {
        return new SensorPlatform() {
            @Override
            public Device open(Connector connector) {
                return connector.open(settings);
            }

            @Override
            public FirmwareUpdate firmware(Connector connector) {
                DeviceConfig<?> config = DeviceConfigs.load(settings);
                if (config instanceof OneNetConfig onenet) {
                    return new FirmwareUpdate(connector, onenet);
                }
                throw new IllegalArgumentException(
                        "Firmware comes from OneNET only; drop --update on other platforms.");
            }
        };
    }

    /** Ends what was started for the sensor; by default that is nothing. */
    @Override
    default void close() {}
}
