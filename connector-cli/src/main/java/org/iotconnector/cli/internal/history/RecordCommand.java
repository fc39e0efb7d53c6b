package org.iotconnector.cli.internal.history;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.iotconnector.cli.Shell;
import org.iotconnector.cli.internal.CliCommand;
import org.iotconnector.cli.internal.Commands;
import org.iotconnector.cli.internal.ExitCodes;
import org.iotconnector.cli.internal.settings.DeviceInput;
import org.iotconnector.cli.internal.settings.DeviceSetup;
import org.iotconnector.cli.internal.settings.SettingOptions;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.spi.Providers;
import org.iotconnector.history.History;
import org.iotconnector.history.HistoryRecorder;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code iotc history record}: listens on a device's topics and stores every value. */
final class RecordCommand implements CliCommand {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(30);

    private final Providers providers;
    private final Shell shell;

    RecordCommand(Providers providers, Shell shell) {
        this.providers = providers;
        this.shell = shell;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Commands.spec(
                this,
                "record",
                "Listens where a device is commanded, and stores every value with its time. On Easy IoT, SIoT and Adafruit IO the"
                        + " device's own reports pass there, too. It logs in as that device, so give it a name of its own"
                        + " (--name) where the device itself is connected.",
                List.of(
                        "iotc history record room.yaml room.db --name room-history",
                        "iotc history record room.yaml room.db --for 1h"));
        spec.addPositional(Commands.requiredFile("<device.yaml>", "Settings file of the device."));
        spec.addPositional(PositionalParamSpec.builder()
                .index("1")
                .arity("1")
                .type(Path.class)
                .paramLabel("<history.db>")
                .description("File to store in; made when it is not there.")
                .build());
        spec.addOption(Commands.runTime());
        SettingOptions.add(spec, SettingOptions.ofAll(providers));
        return spec;
    }

    @Override
    public int run(ParseResult arguments) throws Exception {
        Optional<Duration> limit = Commands.duration(arguments, Commands.FOR);
        Path file = Commands.file(arguments).orElseThrow();
        Path target = arguments.matchedPositionalValue(1, file);
        DeviceSetup<?> setup = new DeviceInput(providers, shell).read(file, arguments);
        return record(setup, target, limit);
    }

    private <C extends DeviceConfig<C>> int record(DeviceSetup<C> setup, Path target, Optional<Duration> limit)
            throws InterruptedException {
        try (History history = History.open(target);
                Connector connector = Connector.create();
                Device device = setup.open(connector)) {
            device.awaitOnline(CONNECT_LIMIT);
            HistoryRecorder recorder = HistoryRecorder.into(history);
            recorder.follow(device, setup.config());
            shell.out().println("recording " + device.id() + " into " + target);
            shell.out().flush();
            shell.interruption().await(limit);
            shell.out()
                    .println("stored " + recorder.stored() + " values"
                            + (recorder.unreadable() == 0
                                    ? ""
                                    : ", could not read " + recorder.unreadable() + " messages"));
            return ExitCodes.DONE;
        }
    }
}
