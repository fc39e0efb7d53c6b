package org.iotconnector.cli.internal;

/** How a command ends. */
public final class ExitCodes {
    public static final int DONE = 0;
    public static final int FAILED = 1;
    /** Unknown options, missing or wrong settings: the user has to call it differently. */
    public static final int USAGE = 2;

    private ExitCodes() {}
}
