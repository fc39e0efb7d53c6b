package org.iotconnector.samples.onenetsensor;

import java.time.Duration;
import java.time.InstantSource;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.samples.common.SampleCommand;
import org.iotconnector.samples.common.StopSignal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The sensor's command line. */
@Command(
        name = "java -jar onenet-sensor.jar",
        description = "A climate sensor on OneNET: reports temperature and humidity, warns above a threshold that the"
                + " platform sets, upgrades its firmware.")
final class SensorCommand extends SampleCommand {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Option(names = "--update", description = "Looks for new firmware once it is online, and takes it.")
    private boolean update;

    @Override
    protected void run(StopSignal stop) throws Exception {
        try (SensorPlatform platform = settings().map(SensorPlatform::ofFile).orElseGet(SimulatedCloud::start);
                Connector connector = Connector.create()) {
            Device device = platform.open(connector);
            ClimateSensor sensor = new ClimateSensor(device, new SimulatedClimate(InstantSource.system()));
            device.awaitOnline(Duration.ofSeconds(30));
            System.out.println("sensor  is online");
            if (update) {
                platform.firmware(connector).run();
            }
            do {
                sensor.report();
            } while (!stop.within(PAUSE));
            device.close();
            System.out.println("sensor  is offline: " + device.session().ledger());
        }
    }
}
