package org.iotconnector.tck.script;

/** A script cannot be read; the message names the line, the word, and what could stand there. */
public final class ScriptSyntaxException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final int line;

    ScriptSyntaxException(int line, String problem) {
        super("Line " + line + ": " + problem);
        this.line = line;
    }

    /** The line of the script, counted from 1. */
    public int line() {
        return line;
    }
}
