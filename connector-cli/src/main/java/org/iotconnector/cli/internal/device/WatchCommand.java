package org.iotconnector.cli.internal.device;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.cli.Shell;
import org.iotconnector.cli.internal.CliCommand;
import org.iotconnector.cli.internal.Commands;
import org.iotconnector.cli.internal.ExitCodes;
import org.iotconnector.cli.internal.Feed;
import org.iotconnector.cli.internal.settings.DeviceInput;
import org.iotconnector.cli.internal.settings.DeviceSetup;
import org.iotconnector.cli.internal.settings.SettingOptions;
import org.iotconnector.core.AuthenticationException;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.spi.Providers;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code iotc watch}: is the device until told otherwise, and shows all that the platform sends. */
public final class WatchCommand implements CliCommand {
    private static final String ECHO = "--echo";
    private static final String SERVICE = "--service";

    private final Providers providers;
    private final Shell shell;

    public WatchCommand(Providers providers, Shell shell) {
        this.providers = providers;
        this.shell = shell;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Commands.spec(
                this,
                "watch",
                "Logs in as a device and shows what happens: the session's state, property sets, service calls, raw"
                        + " commands. Sets and calls are answered as done.",
                List.of(
                        "iotc watch lamp.yaml",
                        "iotc watch lamp.yaml --for 1m --no-echo",
                        "iotc watch lamp.yaml --service blink --json"));
        spec.addPositional(Commands.requiredFile("<device.yaml>", "Settings file of the device."));
        spec.addOption(Commands.runTime());
        spec.addOption(OptionSpec.builder(ECHO)
                .type(boolean.class)
                .negatable(true)
                .defaultValue("true")
                .fallbackValue("true")
                .description("Reports the values of a set back to the platform, as a device does. Default: yes.")
                .build());
        spec.addOption(OptionSpec.builder(SERVICE)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel("<name>")
                .description("Offers a service; those of the thing model are offered anyway. May be repeated.")
                .build());
        spec.addOption(Commands.json("Prints one JSON object per line."));
        SettingOptions.add(spec, SettingOptions.ofAll(providers));
        return spec;
    }

    @Override
    public int run(ParseResult arguments) throws Exception {
        Optional<Duration> limit = Commands.duration(arguments, Commands.FOR);
        Path file = Commands.file(arguments).orElseThrow();
        DeviceSetup<?> setup = new DeviceInput(providers, shell).read(file, arguments);
        Feed feed = new Feed(shell, Commands.isSet(arguments, Commands.JSON));
        boolean echo = arguments.matchedOptionValue(ECHO, true);
        List<String> services = arguments.matchedOptionValue(SERVICE, List.of());
        CompletableFuture<AuthenticationException> refused = new CompletableFuture<>();
        try (Connector connector = Connector.create();
                Device device = setup.open(connector)) {
            Watcher watcher = new Watcher(device, feed, refused);
            watcher.start(setup, services, echo);
            shell.interruption().await(limit, refused);
            if (refused.isDone()) {
                throw refused.join();
            }
            watcher.end();
            return watcher.wasOnline() ? ExitCodes.DONE : ExitCodes.FAILED;
        }
    }
}
