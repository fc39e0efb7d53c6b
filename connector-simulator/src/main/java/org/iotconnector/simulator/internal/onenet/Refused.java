package org.iotconnector.simulator.internal.onenet;

/** A request that the platform refuses as a whole, with the code and text of its reply. */
final class Refused extends Exception {
    static final int JSON_FORMAT = 301;
    static final int DATA_TYPE = 302;
    static final int BAD_DEVICE = 307;
    static final int BAD_MESSAGE_ID = 312;
    static final int BAD_REQUEST = 313;
    /** Seen in live replies, where the list of Studio has 309. */
    static final int UNKNOWN_IDENTIFIER = 2306;

    private static final long serialVersionUID = 1L;

    private final int code;
    private final String text;

    Refused(int code, String text) {
        super(text, null, false, false);
        this.code = code;
        this.text = text;
    }

    static Refused unknown(String identifier) {
        return new Refused(UNKNOWN_IDENTIFIER, "identifier not exist:identifier:" + identifier);
    }

    int code() {
        return code;
    }

    String text() {
        return text;
    }
}
