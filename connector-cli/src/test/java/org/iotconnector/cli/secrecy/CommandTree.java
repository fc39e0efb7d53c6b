package org.iotconnector.cli.secrecy;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.iotconnector.cli.Shell;
import org.iotconnector.cli.internal.Failures;
import org.iotconnector.cli.internal.RootCommand;
import org.iotconnector.core.spi.Providers;
import picocli.CommandLine;

/** The commands that {@code iotc} really has. */
final class CommandTree {
    private CommandTree() {}

    /** The words of every command and subcommand, such as {@code history record}. */
    static List<List<String>> paths() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        CommandLine root = RootCommand.create(
                Providers.load(), Shell.of(nowhere, nowhere, Map.of()), new Failures(nowhere, false));
        List<List<String>> paths = new ArrayList<>();
        collect(root, List.of(), paths);
        return paths;
    }

    private static void collect(CommandLine command, List<String> path, List<List<String>> paths) {
        command.getSubcommands().forEach((name, subcommand) -> {
            List<String> words = new ArrayList<>(path);
            words.add(name);
            paths.add(List.copyOf(words));
            collect(subcommand, words, paths);
        });
    }
}
