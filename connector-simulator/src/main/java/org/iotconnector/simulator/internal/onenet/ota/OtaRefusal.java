package org.iotconnector.simulator.internal.onenet.ota;

/** An OTA call that is answered with a code. */
public final class OtaRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final OtaCode code;

    /**
     * Refuses.
     *
     * @param detail which value, and what would be right; empty when the code says it all
     */
    public OtaRefusal(OtaCode code, String detail) {
        super(detail.isEmpty() ? code.text() : code.text() + ": " + detail);
        this.code = code;
    }

    /** The code. */
    public OtaCode code() {
        return code;
    }
}
