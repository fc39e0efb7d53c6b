package org.iotconnector.core;

/** The caller has to change the request: the platform received it and answered with an error of its own. */
public final class PlatformRejectedException extends ConnectorException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final String text;
    private final String requestId;

    /**
     * Reports the platform's answer.
     *
     * @param code the platform's code, as received
     * @param text the platform's text, as received
     * @param advice what to do about it; empty when nothing is known
     */
    public PlatformRejectedException(int code, String text, String advice) {
        this(code, text, "", advice);
    }

    /**
     * Reports an answer that the platform's support can look up.
     *
     * @param code the platform's code, as received
     * @param text the platform's text, as received
     * @param requestId the number that the platform gave the request, as received; empty when it gave none
     * @param advice what to do about it; empty when nothing is known
     */
    public PlatformRejectedException(int code, String text, String requestId, String advice) {
        super(
                "The platform answered " + code + (text.isEmpty() ? "" : " \"" + text + "\"")
                        + (requestId.isEmpty() ? "" : " to request " + requestId) + "."
                        + (advice.isEmpty() ? "" : " " + advice),
                null);
        this.code = code;
        this.text = text;
        this.requestId = requestId;
    }

    /** The platform's code, as received. */
    public int code() {
        return code;
    }

    /** The platform's text, as received; may be empty. */
    public String text() {
        return text;
    }

    /** The number that the platform gave the request, as received; empty when it gave none. */
    public String requestId() {
        return requestId;
    }
}
