package org.iotconnector.samples.onenetgateway;

import java.time.Duration;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.samples.common.SampleCommand;
import org.iotconnector.samples.common.StopSignal;
import picocli.CommandLine.Command;

/** The gateway's command line. */
@Command(
        name = "java -jar onenet-gateway.jar",
        description =
                "A gateway on OneNET with a thermometer and a plug behind it. In place of a settings file give the"
                        + " folder that holds hub.yaml, thermometer.yaml and plug.yaml.")
final class GatewayCommand extends SampleCommand {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Override
    protected void run(StopSignal stop) throws Exception {
        try (HomePlatform platform = settings().map(HomePlatform::ofFolder).orElseGet(SimulatedHome::new);
                Connector connector = Connector.create();
                Device thermometer = platform.open(connector, "thermometer");
                Device plug = platform.open(connector, "plug")) {
            HomeGateway gateway = new HomeGateway(thermometer, plug);
            thermometer.awaitOnline(LIMIT);
            plug.awaitOnline(LIMIT);
            System.out.println("gateway      is online with " + thermometer.id() + " and " + plug.id());
            do {
                gateway.report();
            } while (!stop.within(PAUSE));
        }
    }
}
