package org.iotconnector.cli.internal.credentials;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.iotconnector.cli.Shell;
import org.iotconnector.cli.internal.CliCommand;
import org.iotconnector.cli.internal.CommandFailure;
import org.iotconnector.cli.internal.Commands;
import org.iotconnector.cli.internal.settings.DeviceInput;
import org.iotconnector.cli.internal.settings.SettingOptions;
import org.iotconnector.core.settings.NearestName;
import org.iotconnector.core.spi.Provider;
import org.iotconnector.core.spi.Providers;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iotc credentials}: what a device has to say in CONNECT, in many forms. A subcommand per platform. */
public final class CredentialsCommand implements CliCommand {
    private final Providers providers;
    private final Shell shell;

    public CredentialsCommand(Providers providers, Shell shell) {
        this.providers = providers;
        this.shell = shell;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Commands.spec(
                this,
                "credentials",
                "Computes the client identifier, user name and password with which a device logs in to its platform.",
                List.of(
                        "iotc credentials aliyun --product-key a1Demo0Prod --device-name lamp-1 --device-secret-file secret",
                        "iotc credentials onenet --product-id Demo0Prod1 --device-name lamp-1 --device-key-file key",
                        "iotc credentials lamp.yaml --format mosquitto",
                        "iotc credentials aliyun --help       the platform's settings as options"));
        spec.usageMessage().commandListHeading("%nPlatforms:%n");
        spec.addPositional(
                Commands.optionalFile("<device.yaml>", "Settings file of a device, which names its platform itself."));
        FormatOptions.add(spec);
        SettingOptions.addHidden(spec, SettingOptions.ofAll(providers));
        for (Provider<?> provider : providers.all()) {
            spec.addSubcommand(provider.id(), new PlatformCredentials(provider).spec());
        }
        return spec;
    }

    @Override
    public int run(ParseResult arguments) {
        Path file = Commands.file(arguments)
                .orElseThrow(() -> CommandFailure.usage("Whose credentials? Name a platform ("
                        + String.join(", ", providers.ids()) + ") or a device's settings file."));
        String name = file.toString();
        if (!file.toFile().exists() && !name.contains(".") && !name.contains("/")) {
            throw CommandFailure.usage("There is no platform \"" + name + "\""
                    + NearestName.of(name, providers.ids())
                            .map(nearest -> ", did you mean " + nearest + "?")
                            .orElse(".")
                    + " Known are: " + String.join(", ", providers.ids()) + ".");
        }
        DeviceInput input = new DeviceInput(providers, shell);
        return FormatOptions.print(() -> input.read(file, arguments), arguments, shell);
    }

    /** The login of one platform, its settings as options. */
    private final class PlatformCredentials implements CliCommand {
        private final Provider<?> provider;

        PlatformCredentials(Provider<?> provider) {
            this.provider = provider;
        }

        @Override
        public CommandSpec spec() {
            CommandSpec spec = Commands.spec(
                    this,
                    provider.id(),
                    "Computes the login of a device on " + provider.title()
                            + ". Settings come from options, from IOTC_… variables of the environment and from a"
                            + " settings file; options win.",
                    List.of(
                            "iotc credentials " + provider.id() + " lamp.yaml",
                            "iotc credentials " + provider.id() + " lamp.yaml --format env > login.sh",
                            "eval \"$(iotc credentials " + provider.id() + " lamp.yaml --format env)\"",
                            "iotc credentials " + provider.id() + " lamp.yaml --format micropython > main.py"));
            spec.addPositional(
                    Commands.optionalFile("<device.yaml>", "Settings file of the device; options win over it."));
            FormatOptions.add(spec);
            SettingOptions.add(spec, SettingOptions.of(provider));
            return spec;
        }

        @Override
        public int run(ParseResult arguments) {
            Optional<Path> file = Commands.file(arguments);
            DeviceInput input = new DeviceInput(providers, shell);
            return FormatOptions.print(() -> input.read(provider, file, arguments), arguments, shell);
        }
    }
}
