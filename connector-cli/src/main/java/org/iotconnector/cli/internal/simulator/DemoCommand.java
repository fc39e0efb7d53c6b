package org.iotconnector.cli.internal.simulator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.iotconnector.cli.Shell;
import org.iotconnector.cli.internal.CliCommand;
import org.iotconnector.cli.internal.CommandFailure;
import org.iotconnector.cli.internal.Commands;
import org.iotconnector.cli.internal.ExitCodes;
import org.iotconnector.cli.internal.Feed;
import org.iotconnector.cli.internal.Style.Colour;
import org.iotconnector.cli.internal.settings.DeviceInput;
import org.iotconnector.cli.internal.settings.DeviceSetup;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.spi.Providers;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code iotc demo}: a simulated platform and a virtual lamp in this process, live. */
public final class DemoCommand implements CliCommand {
    private static final Map<String, Supplier<DemoPlatform>> PLATFORMS = Map.of(
            "adafruit", AdafruitDemo::new,
            "aliyun", AliyunDemo::new,
            "easyiot", EasyIotDemo::new,
            "homie", HomieDemo::new,
            "mqtt", MqttDemo::new,
            "onenet", OneNetDemo::new,
            "siot", SiotDemo::new);
    private static final String STANDARD_PLATFORM = "aliyun";

    private final Providers providers;
    private final Shell shell;

    public DemoCommand(Providers providers, Shell shell) {
        this.providers = providers;
        this.shell = shell;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Commands.spec(
                this,
                "demo",
                "Starts a simulated platform and a virtual lamp in this process and shows how they talk: login over TLS,"
                        + " reports, acknowledgements, replies, property sets. Needs no account; nothing leaves this"
                        + " machine.",
                List.of("iotc demo", "iotc demo onenet --for 20s", "iotc demo --for 5s --json"));
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .type(String.class)
                .paramLabel("<platform>")
                .completionCandidates(platforms())
                .description(
                        "Which platform: " + String.join(", ", platforms()) + ". Default: " + STANDARD_PLATFORM + ".")
                .build());
        spec.addOption(Commands.runTime());
        spec.addOption(Commands.json("Prints one JSON object per line."));
        return spec;
    }

    @Override
    public int run(ParseResult arguments) throws Exception {
        Optional<Duration> limit = Commands.duration(arguments, Commands.FOR);
        String platform = arguments.matchedPositionalValue(0, STANDARD_PLATFORM);
        Supplier<DemoPlatform> start = PLATFORMS.get(platform);
        if (start == null) {
            throw CommandFailure.usage("There is no demo of a platform \"" + platform + "\"; there is one of "
                    + String.join(", ", platforms()) + ".");
        }
        Feed feed = new Feed(shell, Commands.isSet(arguments, Commands.JSON));
        try (DemoPlatform simulated = start.get();
                Connector connector = Connector.create()) {
            DeviceSetup<?> setup = DeviceInput.of(providers.get(simulated.id()), simulated.settings());
            introduce(setup, feed, limit);
            Device device = setup.open(connector);
            boolean well = new Demo(device, simulated, feed).run(shell.interruption(), limit);
            return well ? ExitCodes.DONE : ExitCodes.FAILED;
        }
    }

    private void introduce(DeviceSetup<?> setup, Feed feed, Optional<Duration> limit) {
        ConnectParameters parameters = setup.connect(shell.clock().instant());
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("device", setup.config().deviceId());
        lines.put("server", parameters.endpoint().toString());
        String clientIdentifier = parameters.clientIdentifier().text();
        lines.put("client id", clientIdentifier.isEmpty() ? "(the server chooses one)" : clientIdentifier);
        lines.put("user name", parameters.username().orElse("(none)"));
        lines.put("password", parameters.password().isPresent() ? "(redacted)" : "(none)");
        lines.put("keep alive", parameters.keepAlive().toSeconds() + " s");
        feed.text("A virtual lamp on a simulated " + setup.provider().title()
                + (limit.isPresent() ? "." : "; Ctrl-C ends it."));
        lines.forEach((name, value) -> feed.text(String.format("  %-11s %s", name, value)));
        feed.text("");
        if (feed.isJson()) {
            feed.event("start", Colour.GREY, "", lines);
        }
    }

    private static List<String> platforms() {
        return PLATFORMS.keySet().stream().sorted().toList();
    }
}
