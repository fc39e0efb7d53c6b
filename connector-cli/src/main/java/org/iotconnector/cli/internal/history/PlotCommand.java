package org.iotconnector.cli.internal.history;

import java.nio.file.Path;
import java.util.List;
import org.iotconnector.cli.Shell;
import org.iotconnector.cli.internal.CliCommand;
import org.iotconnector.cli.internal.Commands;
import org.iotconnector.cli.internal.ExitCodes;
import org.iotconnector.history.History;
import org.iotconnector.history.HistoryPlot;
import org.iotconnector.history.HistoryQuery;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iotc history plot}: a history drawn in the terminal, or as a picture. */
final class PlotCommand implements CliCommand {
    private static final String PNG = "--png";
    private static final int COLUMNS = 76;
    private static final int LINES = 18;
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 600;

    private final Shell shell;

    PlotCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Commands.spec(
                this,
                "plot",
                "Draws the numbers of a history over time, here or with --png into a file.",
                List.of(
                        "iotc history plot room.db --property temperature",
                        "iotc history plot room.db --png room.png"));
        Selection.addTo(spec);
        spec.addOption(Commands.option(PNG, "<file>", "Writes a picture instead."));
        return spec;
    }

    @Override
    public int run(ParseResult arguments) {
        HistoryQuery query = Selection.of(arguments);
        Path file = Commands.file(arguments).orElseThrow();
        try (History history = History.openExisting(file)) {
            HistoryPlot plot = HistoryPlot.of(
                    file.getFileName().toString(),
                    history.query(query),
                    shell.clock().getZone());
            Commands.text(arguments, PNG)
                    .map(Path::of)
                    .ifPresentOrElse(
                            picture -> {
                                plot.png(picture, WIDTH, HEIGHT);
                                shell.out().println("drawn in " + picture);
                            },
                            () -> shell.out().print(plot.text(COLUMNS, LINES)));
            return ExitCodes.DONE;
        }
    }
}
