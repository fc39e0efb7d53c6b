package org.iotconnector.core;

import org.jspecify.annotations.Nullable;

/**
 * A server could not be asked over HTTP, or a download did not become a file. An answer with an error of the platform is
 * not this but {@link PlatformRejectedException}. Whether trying again may help is said by the {@linkplain #reason()
 * reason}.
 */
public final class HttpException extends ConnectorException {
    private static final long serialVersionUID = 1L;

    /** Why, sorted by what helps. */
    public enum Reason {
        /** The host name cannot be resolved. */
        UNKNOWN_HOST(true),
        /** Nothing listens there, or no route leads there. */
        UNREACHABLE(true),
        /** No answer came in time. */
        TIMEOUT(true),
        /** The connection ended before the answer was complete. */
        BROKEN(true),
        /** The server said that it is overloaded or out of order for the moment. */
        UNAVAILABLE(true),
        /** No TLS connection could be made: the certificate, the host name, or a plain port. */
        TLS(false),
        /** What came is not valid HTTP, or too large, or not what was asked for. */
        BAD_ANSWER(false),
        /** The file that came is not the one expected: its size or its checksum is another. */
        WRONG_CONTENT(false),
        /** A file on this machine cannot be read or written: no space, no right, no such directory. */
        FILE(false),
        /** The client was closed. */
        CLOSED(false);

        private final boolean passing;

        Reason(boolean passing) {
            this.passing = passing;
        }

        /** Whether it may pass by itself, so that the same request may succeed later. */
        public boolean isPassing() {
            return passing;
        }
    }

    private final Reason reason;

    /** Reports {@code message}, which must hold neither secrets nor the query of an address. */
    public HttpException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
