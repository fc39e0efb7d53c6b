package org.iotconnector.cli.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iotconnector.cli.Shell;
import org.iotconnector.cli.internal.credentials.CredentialsCommand;
import org.iotconnector.cli.internal.device.ReportCommand;
import org.iotconnector.cli.internal.device.WatchCommand;
import org.iotconnector.cli.internal.history.HistoryCommand;
import org.iotconnector.cli.internal.simulator.DemoCommand;
import org.iotconnector.cli.internal.simulator.SimulateCommand;
import org.iotconnector.core.spi.Providers;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/** {@code iotc} itself: the tree of commands. */
public final class RootCommand implements CliCommand {
    private static final int HELP_WIDTH = 100;

    private final Providers providers;
    private final Shell shell;

    private RootCommand(Providers providers, Shell shell) {
        this.providers = providers;
        this.shell = shell;
    }

    /** All commands, ready to be executed in {@code shell}. */
    public static CommandLine create(Providers providers, Shell shell, Failures failures) {
        CommandLine command = new CommandLine(new RootCommand(providers, shell).spec());
        return command.setOut(shell.out())
                .setErr(shell.err())
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(shell.terminal().colour() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(HELP_WIDTH)
                // An argument that begins with @ is a value like any other.
                .setExpandAtFiles(false)
                .setParameterExceptionHandler((failure, arguments) -> failures.tellUsage(failure))
                .setExecutionExceptionHandler((failure, line, parsed) -> failures.tell(failure, providers))
                .setExecutionStrategy(parsed -> execute(parsed));
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Commands.spec(
                this,
                "iotc",
                "Makes this machine a device on a cloud IoT platform: " + String.join(", ", providers.ids()) + ".",
                List.of(
                        "iotc demo --for 20s                  a virtual lamp on a simulated platform, no account",
                        "iotc credentials aliyun --help       what a platform's login is made of",
                        "iotc report lamp.yaml LightSwitch=true",
                        "iotc watch lamp.yaml",
                        "iotc simulate --json",
                        "source <(iotc completion)            completion of commands and options in bash"));
        spec.usageMessage()
                .synopsisHeading("Usage: ")
                .commandListHeading("%nCommands:%n")
                .exitCodeListHeading("%nExit codes:%n");
        spec.usageMessage().exitCodeList(exitCodes());
        spec.version("iotc " + Version.read());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Shows the version.")
                .build());
        spec.addOption(OptionSpec.builder("--verbose")
                .type(boolean.class)
                .scopeType(ScopeType.INHERIT)
                .description("Logs what happens inside to stderr, stack traces included.")
                .build());
        spec.addSubcommand("demo", new DemoCommand(providers, shell).spec());
        spec.addSubcommand("credentials", new CredentialsCommand(providers, shell).spec());
        spec.addSubcommand("report", new ReportCommand(providers, shell).spec());
        spec.addSubcommand("watch", new WatchCommand(providers, shell).spec());
        spec.addSubcommand("history", new HistoryCommand(providers, shell).spec());
        spec.addSubcommand("simulate", new SimulateCommand(shell).spec());
        spec.addSubcommand("completion", new CompletionCommand(shell).spec());
        return spec;
    }

    @Override
    public int run(ParseResult arguments) {
        arguments.commandSpec().commandLine().usage(shell.err());
        return ExitCodes.USAGE;
    }

    private static int execute(ParseResult parsed) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        CommandLine command = last.commandSpec().commandLine();
        try {
            return ((CliCommand) last.commandSpec().userObject()).run(last);
        } catch (Exception failure) {
            throw new CommandLine.ExecutionException(command, "The command failed.", failure);
        }
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("0", "done");
        codes.put("1", "failed");
        codes.put("2", "wrong usage, missing or wrong settings");
        return codes;
    }
}
