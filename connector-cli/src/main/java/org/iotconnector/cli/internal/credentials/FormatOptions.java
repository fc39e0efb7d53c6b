package org.iotconnector.cli.internal.credentials;

import java.util.Optional;
import java.util.function.Supplier;
import org.iotconnector.cli.Shell;
import org.iotconnector.cli.internal.CommandFailure;
import org.iotconnector.cli.internal.Commands;
import org.iotconnector.cli.internal.ExitCodes;
import org.iotconnector.cli.internal.settings.DeviceSetup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code --format} and {@code --json}, and what they lead to. */
final class FormatOptions {
    private static final String FORMAT = "--format";

    private FormatOptions() {}

    static void add(CommandSpec spec) {
        spec.addOption(OptionSpec.builder(FORMAT)
                .type(String.class)
                .paramLabel(CredentialsFormat.choices())
                .completionCandidates(CredentialsFormat.labels())
                .description("Prints for people, for programs, as shell variables, as commands of mosquitto's clients,"
                        + " or as a complete program for a board. Default: text.")
                .build());
        spec.addOption(Commands.json("Same as --format json."));
    }

    /** Prints the login of {@code setup} as the arguments want it; asks for the setup when the form is clear. */
    static int print(Supplier<DeviceSetup<?>> setup, ParseResult arguments, Shell shell) {
        CredentialsFormat format = chosen(arguments);
        shell.out().print(format.render(Login.of(setup.get(), shell.clock().instant())));
        return ExitCodes.DONE;
    }

    private static CredentialsFormat chosen(ParseResult arguments) {
        Optional<CredentialsFormat> format = text(arguments).map(CredentialsFormat::parse);
        boolean json = Commands.isSet(arguments, Commands.JSON);
        if (json && format.filter(it -> it != CredentialsFormat.JSON).isPresent()) {
            throw CommandFailure.usage("--json and --format " + text(arguments).orElse("") + " exclude each other.");
        }
        return json ? CredentialsFormat.JSON : format.orElse(CredentialsFormat.TEXT);
    }

    private static Optional<String> text(ParseResult arguments) {
        return Commands.text(arguments, FORMAT);
    }
}
