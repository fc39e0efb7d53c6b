package org.iotconnector.core.session;

/** Why a session is not connected, sorted by who can mend it; {@link Failure} carries the details and the advice. */
public enum FailureKind {
    /** The server refused the user name, password or client identifier; the user has to correct them. */
    CREDENTIAL_REFUSED(Pace.SLOW),
    /** The credentials are right but the device may not connect: disabled, not permitted, wrong instance. */
    NOT_AUTHORIZED(Pace.SLOW),
    /** Another program connects with the same client identifier or device identity, and each throws the other out. */
    DUPLICATE_CLIENT(Pace.SLOW),
    /** The platform limits how often the device may connect or send. */
    THROTTLED(Pace.SLOW),
    /** The platform has locked the device or account out for a while. */
    BANNED(Pace.SLOW),
    /** The TLS handshake failed: an unknown, expired or foreign certificate, or no common version. */
    TLS(Pace.SLOW),
    /** TLS was spoken to a plain port, plain MQTT to a TLS port, or something else than MQTT answers. */
    WRONG_PORT(Pace.SLOW),
    /** This machine's clock is too far off for the certificate or the credentials. */
    CLOCK(Pace.SLOW),
    /** A topic filter or topic name is not allowed for this device. */
    FORBIDDEN_TOPIC(Pace.NORMAL),
    /** The connection drops again and again right after the same message, which is then set aside. */
    POISON_MESSAGE(Pace.NORMAL),
    /** The server does not speak the MQTT version asked for. */
    UNSUPPORTED_VERSION(Pace.SLOW),
    /** The server answered that it is not available now. */
    SERVER_UNAVAILABLE(Pace.NORMAL),
    /** The host name cannot be resolved. */
    UNKNOWN_HOST(Pace.NORMAL),
    /** Nothing listens there, or no route leads there. */
    UNREACHABLE(Pace.NORMAL),
    /** No answer came in time. */
    TIMEOUT(Pace.NORMAL),
    /** The server or the network ended the connection without a reason. */
    CONNECTION_CLOSED(Pace.NORMAL),
    /** The server sent what MQTT does not allow. */
    PROTOCOL_ERROR(Pace.NORMAL);

    /** How eagerly a session tries again. */
    enum Pace {
        NORMAL,
        SLOW
    }

    private final Pace pace;

    FailureKind(Pace pace) {
        this.pace = pace;
    }

    /**
     * Whether trying again soon is unlikely to help, so that the session waits longer between attempts:
     * {@link ReconnectPolicy#slowDelay()}.
     */
    public boolean slowsDown() {
        return pace == Pace.SLOW;
    }
}
