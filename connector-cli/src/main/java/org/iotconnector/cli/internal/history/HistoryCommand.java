package org.iotconnector.cli.internal.history;

import java.util.List;
import org.iotconnector.cli.Shell;
import org.iotconnector.cli.internal.CliCommand;
import org.iotconnector.cli.internal.Commands;
import org.iotconnector.cli.internal.ExitCodes;
import org.iotconnector.core.spi.Providers;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iotc history}: the commands about a local history. */
public final class HistoryCommand implements CliCommand {
    private final Providers providers;
    private final Shell shell;

    public HistoryCommand(Providers providers, Shell shell) {
        this.providers = providers;
        this.shell = shell;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Commands.spec(
                this,
                "history",
                "Keeps what devices say in a file on this machine, and lists, exports and draws it.",
                List.of(
                        "iotc history record room.yaml room.db --name room-history",
                        "iotc history list room.db",
                        "iotc history export room.db --property temperature --output csv",
                        "iotc history plot room.db --property temperature --png room.png"));
        spec.usageMessage().commandListHeading("%nCommands:%n");
        spec.addSubcommand("record", new RecordCommand(providers, shell).spec());
        spec.addSubcommand("list", new ListCommand(shell).spec());
        spec.addSubcommand("export", new ExportCommand(shell).spec());
        spec.addSubcommand("plot", new PlotCommand(shell).spec());
        return spec;
    }

    @Override
    public int run(ParseResult arguments) {
        arguments.commandSpec().commandLine().usage(shell.err());
        return ExitCodes.USAGE;
    }
}
