package org.iotconnector.samples.adafruitdashboard;

import java.nio.file.Path;
import java.time.Duration;
import org.iotconnector.adafruit.AdafruitConfig;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.DeviceConfigs;

/** Where the greenhouse connects. */
interface GreenhouseCloud extends AutoCloseable {
    /** The greenhouse's settings there. */
    AdafruitConfig config();

    /** How often it reports: its three values may come ten times a minute on the free plan. */
    default Duration pause() {
        return Duration.ofSeconds(10);
    }

    /** The account that a settings file names. */
    static GreenhouseCloud ofFile(Path settings) {
        DeviceConfig<?> config = DeviceConfigs.load(settings);
        if (config instanceof AdafruitConfig adafruit) {
            return () -> adafruit;
        }
        throw new IllegalArgumentException("The dashboard is Adafruit IO's; " + settings + " names another platform.");
    }

    /** Ends what was started for the greenhouse; by default that is nothing. */
    @Override
    default void close() {}
}
