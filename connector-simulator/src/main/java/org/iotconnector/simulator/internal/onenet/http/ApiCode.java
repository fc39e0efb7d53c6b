package org.iotconnector.simulator.internal.onenet.http;

/**
 * Codes of the application API. There is no public table. Those marked <em>seen</em> come from live answers; the others are
 * formed from HTTP statuses as 10403 and 10500 seem to be.
 */
final class ApiCode {
    /** A parameter is missing or not allowed. */
    static final int PARAMETER = 10400;
    /** The token is missing, wrong, expired, or for something else. Seen. */
    static final int AUTHENTICATION = 10403;
    /** There is no such path, product or device. */
    static final int NOT_FOUND = 10404;
    /** The path has another method. */
    static final int METHOD = 10405;
    /** There is such a device already. */
    static final int EXISTS = 10409;
    /** Setting properties failed; the text says why. Seen. */
    static final int SET_PROPERTY = 10411;
    /** The body is too large. */
    static final int TOO_LARGE = 10413;
    /** Calling a service failed; the text says why. Seen. */
    static final int CALL_SERVICE = 10415;
    /** Querying properties failed; the text says why. Seen. */
    static final int QUERY_PROPERTY = 10417;
    /** The device is not reached, or something is broken. Seen. */
    static final int INTERNAL = 10500;

    private ApiCode() {}

    /** The code that goes with an HTTP status. */
    static int ofStatus(int status) {
        return 10_000 + status;
    }
}
