package org.iotconnector.simulator.internal.onenet.http;

/** A request that is answered with a code and a text. */
final class ApiFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    ApiFailure(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    ApiFailure(int code, String message) {
        this(200, code, message);
    }

    /** The HTTP status. */
    int status() {
        return status;
    }

    /** The code in the body. */
    int code() {
        return code;
    }

    /** The text in the body. */
    String text() {
        return String.valueOf(getMessage());
    }
}
