package org.iotconnector.cli.internal.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.iotconnector.cli.Shell;
import org.iotconnector.cli.internal.CliCommand;
import org.iotconnector.cli.internal.Commands;
import org.iotconnector.cli.internal.ExitCodes;
import org.iotconnector.simulator.SimulatorRunner;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iotc simulate}: the platforms on this machine, until told otherwise. */
public final class SimulateCommand implements CliCommand {
    private static final String CA_FILE = "--ca-file";

    private final Shell shell;

    public SimulateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Commands.spec(
                this,
                "simulate",
                "Runs simulated platforms on this machine. Prints a line for each endpoint and then \"ready\". Without a"
                        + " file, a demo set of devices starts, with MQTT on 1883 and 8883 (TLS) and the console on"
                        + " 8080.",
                List.of(
                        "iotc simulate --ca-file ca.pem",
                        "iotc simulate simulator.yaml --json",
                        "iotc report lamp.yaml LightSwitch=true --endpoint mqtts://127.0.0.1:8883 --trust-file ca.pem"));
        spec.addPositional(Commands.optionalFile("<simulator.yaml>", "Platforms, ports, products and devices."));
        spec.addOption(Commands.json("Prints one JSON object that holds every endpoint, instead of lines."));
        spec.addOption(Commands.option(CA_FILE, "<file>", "Writes the certificate of the generated CA here."));
        spec.addOption(Commands.runTime());
        return spec;
    }

    @Override
    public int run(ParseResult arguments) throws Exception {
        Optional<Duration> limit = Commands.duration(arguments, Commands.FOR);
        Path caFile = Commands.text(arguments, CA_FILE).map(Path::of).orElse(null);
        Path configuration = Commands.file(arguments).orElse(null);
        try (SimulatorRunner runner = SimulatorRunner.start(configuration, caFile)) {
            if (Commands.isSet(arguments, Commands.JSON)) {
                shell.out().println(runner.readyJson());
            } else {
                runner.readyLines().forEach(shell.out()::println);
            }
            shell.out().flush();
            shell.interruption().await(limit);
        }
        return ExitCodes.DONE;
    }
}
