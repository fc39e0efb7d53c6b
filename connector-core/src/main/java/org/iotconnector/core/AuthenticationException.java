package org.iotconnector.core;

import java.util.Optional;
import org.iotconnector.core.session.Failure;

/** The user has to correct credentials or clock, or remove another program with the same identity. */
public final class AuthenticationException extends ConnectorException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    /** Reports {@code failure}. */
    public AuthenticationException(Failure failure) {
        super(failure.explain(), failure.cause());
        this.failure = failure;
    }

    /** What the server refused, and the advice. */
    public Failure failure() {
        return failure;
    }

    /** The reason code of the server, as received; empty when none came. */
    public Optional<Integer> code() {
        return failure.code();
    }
}
