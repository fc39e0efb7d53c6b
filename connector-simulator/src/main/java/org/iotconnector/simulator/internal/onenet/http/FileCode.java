package org.iotconnector.simulator.internal.onenet.http;

/** Result codes of file calls. OneNET Studio, "File management" and "Remote configuration", read 2026-11. */
final class FileCode {
    /** The token is not good. */
    static final int AUTHENTICATION = 1;
    /** A parameter is not allowed. */
    static final int PARAMETER = 2;
    /** A parameter is missing. */
    static final int MISSING = 3;
    /** There is no such file. */
    static final int NOT_FOUND = 5;
    /** The kind of file is not allowed. */
    static final int FORMAT = 6;
    /** There is no room for it. */
    static final int SPACE = 9;
    /** The size is not the announced one. */
    static final int SIZE = 10;
    /** The digest is not the announced one. */
    static final int MD5 = 11;
    /** There is no such device. */
    static final int NO_DEVICE = 12;

    /** Remote configuration: it was deleted. */
    static final int CONFIG_DELETED = 3;
    /** Remote configuration: the token is not good. */
    static final int CONFIG_AUTHENTICATION = 6;
    /** Remote configuration: there never was one. */
    static final int CONFIG_NONE = 7;

    private FileCode() {}
}
