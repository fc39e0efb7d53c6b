package org.iotconnector.cli.internal;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command: what it takes, and what it does. */
public interface CliCommand {
    /** Options, parameters, help. Its user object must be this command. */
    CommandSpec spec();

    /**
     * Does it, on the calling thread.
     *
     * @return 0 done, 1 failed
     * @throws Exception with a message for the user; see {@link Failures}
     */
    int run(ParseResult arguments) throws Exception;
}
