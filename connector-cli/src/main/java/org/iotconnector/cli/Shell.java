package org.iotconnector.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;

/**
 * What surrounds a command.
 *
 * @param out where results go
 * @param err where warnings, errors and progress go
 * @param variables the environment variables
 * @param terminal who reads and types
 * @param interruption ends commands that run until told otherwise
 * @param clock the time of day
 */
public record Shell(
        PrintWriter out,
        PrintWriter err,
        Map<String, String> variables,
        Terminal terminal,
        Interruption interruption,
        Clock clock) {
    public Shell {
        variables = Map.copyOf(variables);
    }

    /** A shell without a terminal, with this machine's clock. */
    public static Shell of(PrintWriter out, PrintWriter err, Map<String, String> variables) {
        return new Shell(out, err, variables, Terminal.NONE, new Interruption(), Clock.system(ZoneId.systemDefault()));
    }
}
