package org.iotconnector.mqtt.homie;

import java.time.Duration;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.thing.Values;
import org.iotconnector.mqtt.Models;

/** A Homie device in a process of its own, which runs until it is killed. */
final class KilledDevice {
    private KilledDevice() {}

    /** The endpoint and the version. */
    public static void main(String[] arguments) throws InterruptedException {
        Device device = Connector.create()
                .open(HomieConfig.builder()
                        .endpoint(arguments[0])
                        .device("victim")
                        .homieVersion(HomieVersion.of(arguments[1]))
                        .thingModel(Models.lamp())
                        .build());
        device.awaitOnline(Duration.ofSeconds(30));
        device.report(Values.of("Level", 1)).acknowledged().join();
        Thread.currentThread().join();
    }
}
