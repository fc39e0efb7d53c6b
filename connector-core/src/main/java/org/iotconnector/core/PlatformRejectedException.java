package org.iotconnector.core;

/** The caller has to change the request: the platform received it and answered with an error of its own. */
public final class PlatformRejectedException extends ConnectorException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final String text;

    /**
     * Reports the platform's answer.
     *
     * @param code the platform's code, as received
     * @param text the platform's text, as received
     * @param advice what to do about it; empty when nothing is known
     */
    public PlatformRejectedException(int code, String text, String advice) {
        super(
                "The platform answered " + code + (text.isEmpty() ? "" : " \"" + text + "\"") + "."
                        + (advice.isEmpty() ? "" : " " + advice),
                null);
        this.code = code;
        this.text = text;
    }

    /** The platform's code, as received. */
    public int code() {
        return code;
    }

    /** The platform's text, as received; may be empty. */
    public String text() {
        return text;
    }
}
