package org.iotconnector.cli.internal.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iotconnector.cli.Shell;
import org.iotconnector.cli.internal.CliCommand;
import org.iotconnector.cli.internal.Commands;
import org.iotconnector.cli.internal.ExitCodes;
import org.iotconnector.cli.internal.JsonText;
import org.iotconnector.history.History;
import org.iotconnector.history.HistorySeries;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iotc history list}: what a history holds. */
final class ListCommand implements CliCommand {
    private final Shell shell;

    ListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Commands.spec(
                this,
                "list",
                "Shows which properties of which devices a history holds, and of what time.",
                List.of("iotc history list room.db", "iotc history list room.db --json"));
        spec.addPositional(Commands.requiredFile("<history.db>", "File of the history."));
        spec.addOption(Commands.json("Prints one JSON object."));
        return spec;
    }

    @Override
    public int run(ParseResult arguments) {
        try (History history = History.openExisting(Commands.file(arguments).orElseThrow())) {
            List<HistorySeries> series = history.series();
            if (Commands.isSet(arguments, Commands.JSON)) {
                shell.out()
                        .println(JsonText.line(Map.of(
                                "series",
                                series.stream().map(ListCommand::fields).toList())));
            } else if (series.isEmpty()) {
                shell.out().println("nothing is stored yet");
            } else {
                series.forEach(one -> shell.out()
                        .printf(
                                "%-24s %-20s %8d values, %s to %s%n",
                                one.device(), one.property(), one.count(), one.first(), one.last()));
            }
            return ExitCodes.DONE;
        }
    }

    private static Map<String, Object> fields(HistorySeries one) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("device", one.device());
        fields.put("property", one.property());
        fields.put("count", one.count());
        fields.put("first", one.first().toString());
        fields.put("last", one.last().toString());
        return fields;
    }
}
