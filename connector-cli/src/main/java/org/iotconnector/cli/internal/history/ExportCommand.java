package org.iotconnector.cli.internal.history;

import java.util.List;
import org.iotconnector.cli.Shell;
import org.iotconnector.cli.internal.CliCommand;
import org.iotconnector.cli.internal.CommandFailure;
import org.iotconnector.cli.internal.Commands;
import org.iotconnector.cli.internal.ExitCodes;
import org.iotconnector.history.History;
import org.iotconnector.history.HistoryExport;
import org.iotconnector.history.HistoryQuery;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iotc history export}: a history as CSV or JSON. */
final class ExportCommand implements CliCommand {
    private static final String OUTPUT = "--output";

    private final Shell shell;

    ExportCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Commands.spec(
                this,
                "export",
                "Prints the values of a history as CSV or JSON.",
                List.of(
                        "iotc history export room.db > room.csv",
                        "iotc history export room.db --property temperature --limit 100 --output json"));
        Selection.addTo(spec);
        spec.addOption(Commands.option(OUTPUT, "csv|json", "The form. Default: csv."));
        return spec;
    }

    @Override
    public int run(ParseResult arguments) {
        HistoryQuery query = Selection.of(arguments);
        String form = Commands.text(arguments, OUTPUT).orElse("csv");
        if (!form.equals("csv") && !form.equals("json")) {
            throw CommandFailure.usage(OUTPUT + " is \"" + form + "\"; write csv or json.");
        }
        try (History history = History.openExisting(Commands.file(arguments).orElseThrow())) {
            if (form.equals("csv")) {
                HistoryExport.csv(history, query, shell.out());
            } else {
                HistoryExport.json(history, query, shell.out());
                shell.out().println();
            }
            return ExitCodes.DONE;
        }
    }
}
