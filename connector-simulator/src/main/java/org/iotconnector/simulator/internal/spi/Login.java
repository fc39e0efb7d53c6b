package org.iotconnector.simulator.internal.spi;

/** A platform's answer to a CONNECT. */
public sealed interface Login {

    /**
     * Let in.
     *
     * @param identity key of the session and of take-over, and the device's name in the API
     * @param context what the platform wants to remember with the connection
     * @param keepAliveSeconds keep-alive to enforce, 0 for none
     * @param keepsSession whether the client may ask for a session that outlives the connection; it is clean if not
     */
    record Accepted(String identity, Object context, int keepAliveSeconds, boolean keepsSession) implements Login {
        /** With the session that the client asks for. */
        public Accepted(String identity, Object context, int keepAliveSeconds) {
            this(identity, context, keepAliveSeconds, true);
        }
    }

    /**
     * Not even answered: the connection is closed without CONNACK.
     *
     * @param reason for the log, without secrets
     */
    record Closed(String reason) implements Login {}

    /**
     * Turned away.
     *
     * @param refusal with which code and why
     */
    record Refused(Refusal refusal) implements Login {}
}
