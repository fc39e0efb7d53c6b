package org.iotconnector.cli.secrecy;

import java.util.List;
import java.util.Map;

/**
 * One call of {@code iotc}.
 *
 * @param name names it, and the files of its output
 * @param turn calls of one turn run one after another, since a device can be logged in only once
 * @param arguments the arguments
 * @param variables the environment variables
 * @param exitCode how it must end, or -1 if that is all the same
 */
record Call(String name, String turn, List<String> arguments, Map<String, String> variables, int exitCode) {
    /** Whether it is its purpose to print the password of CONNECT. */
    boolean printsPassword() {
        return arguments.get(0).equals("credentials") && exitCode <= 0 && !arguments.contains("--help");
    }
}
