package org.iotconnector.simulator.internal.adafruit.http;

/** A request that is answered with an error. Adafruit IO API docs, "Errors", read 2026-11. */
final class ApiFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String DOCS = "https://io.adafruit.com/api/docs";

    private final int status;

    private ApiFailure(int status, String text) {
        super(text, null, false, false);
        this.status = status;
    }

    /** There is no such record. */
    static ApiFailure notFound() {
        return new ApiFailure(404, "not found - API documentation can be found at " + DOCS);
    }

    /** There is nothing at this path. */
    static ApiFailure noRoute() {
        return new ApiFailure(
                404,
                "not found - that is an invalid URL, please check the API documentation at " + DOCS
                        + " to make sure your URL is correct");
    }

    /** The key is wrong or missing, or the record is another account's own. */
    static ApiFailure unauthorized() {
        return new ApiFailure(401, "request failed - invalid API key provided");
    }

    /** The account may not do this. */
    static ApiFailure forbidden(String why) {
        return new ApiFailure(403, "request failed - " + why);
    }

    /** Too many data points; the text is the simulator's own. */
    static ApiFailure throttled() {
        return new ApiFailure(429, "request failed - throttle exceeded");
    }

    /** The request cannot be read. */
    static ApiFailure malformed(String what) {
        return new ApiFailure(400, "request failed - " + what);
    }

    /** The request can be read and says something wrong. */
    static ApiFailure invalid(String what) {
        return new ApiFailure(422, "Validation failed: " + what);
    }

    /** The HTTP status. */
    int status() {
        return status;
    }

    /** The text in the body. */
    String text() {
        return String.valueOf(getMessage());
    }
}
