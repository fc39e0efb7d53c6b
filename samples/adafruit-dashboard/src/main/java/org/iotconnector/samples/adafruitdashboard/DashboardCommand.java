package org.iotconnector.samples.adafruitdashboard;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.iotconnector.adafruit.AdafruitConfig;
import org.iotconnector.adafruit.rest.AdafruitRest;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.samples.common.SampleCommand;
import org.iotconnector.samples.common.StopSignal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The sample's command line. */
@Command(
        name = "adafruit-dashboard",
        description =
                "A greenhouse on Adafruit IO: reports to a group, obeys a dimmer, makes its dashboard, and draws what the"
                        + " platform remembers of the light.")
final class DashboardCommand extends SampleCommand {
    @Option(names = "--png", paramLabel = "light.png", description = "Draws the history into this file, too.")
    private @Nullable Path picture;

    @Override
    protected void run(StopSignal stop) throws Exception {
        try (GreenhouseCloud cloud = settings().map(GreenhouseCloud::ofFile).orElseGet(SimulatedCloud::start);
                Connector connector = Connector.create()) {
            AdafruitConfig config = cloud.config();
            String group = config.group()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "The greenhouse is a group of feeds: set group: greenhouse in the settings."));
            AdafruitRest rest = AdafruitRest.builder(connector, config).build();
            new GreenhouseDashboard(rest, group).create();
            Device device = connector.open(config);
            Greenhouse house = new Greenhouse(device);
            device.awaitOnline(Duration.ofSeconds(30));
            System.out.println("house   is online");
            do {
                house.report();
            } while (!stop.within(cloud.pause()));
            device.close();
            System.out.println("house   is offline: " + device.session().ledger());
            new LightHistory(rest, group).draw(Optional.ofNullable(picture));
        }
    }
}
