package org.iotconnector.cli;

import java.util.List;
import java.util.ServiceConfigurationError;
import org.iotconnector.cli.internal.Failures;
import org.iotconnector.cli.internal.RootCommand;
import org.iotconnector.core.spi.Providers;
import picocli.CommandLine;

/** Runs commands without ending the process. */
public final class Cli {
    private Cli() {}

    /**
     * Runs one command on the calling thread.
     *
     * @return 0 done, 1 failed, 2 wrong usage
     */
    public static int run(List<String> arguments, Shell shell) {
        Failures failures = new Failures(shell.err(), arguments.contains("--verbose"));
        try {
            CommandLine command = RootCommand.create(Providers.load(), shell, failures);
            return command.execute(arguments.toArray(String[]::new));
        } catch (RuntimeException | ServiceConfigurationError brokenSetUp) {
            return failures.tell(brokenSetUp);
        } finally {
            shell.out().flush();
            shell.err().flush();
        }
    }
}
