package org.iotconnector.cli.internal;

import java.util.List;
import org.iotconnector.cli.Shell;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code iotc completion}: the script that lets bash complete commands and options, those of settings included. */
final class CompletionCommand implements CliCommand {
    private final Shell shell;

    CompletionCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public CommandSpec spec() {
        return Commands.spec(
                this,
                "completion",
                "Prints a script that makes bash (and zsh, with bashcompinit) complete iotc's commands and options.",
                List.of("source <(iotc completion)", "iotc completion > /etc/bash_completion.d/iotc"));
    }

    @Override
    public int run(ParseResult arguments) {
        CommandLine root = arguments.commandSpec().root().commandLine();
        shell.out().print(AutoComplete.bash("iotc", root));
        return ExitCodes.DONE;
    }
}
