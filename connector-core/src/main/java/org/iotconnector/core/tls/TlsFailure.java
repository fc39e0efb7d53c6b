package org.iotconnector.core.tls;

/**
 * Why a TLS connection could not be made.
 *
 * @param message what happened, in one sentence
 * @param advice what to do about it, in one or two sentences
 */
public record TlsFailure(Kind kind, String message, String advice) {
    /** Who has to do what. */
    public enum Kind {
        /** The server's certificate, or one above it, is past its end; or this machine's clock runs ahead. */
        EXPIRED,
        /** The server's certificate is not valid yet; on small boards nearly always a clock that was never set. */
        NOT_YET_VALID,
        /** The certificate was issued for another host. */
        WRONG_HOST,
        /** Nobody whom the client trusts has issued the certificate. */
        UNKNOWN_CA,
        /** The certificate is trusted, but none of its keys is pinned. */
        PIN_MISMATCH,
        /** The port does not speak TLS. */
        PLAIN_PORT,
        /** The server wants a client certificate, or another one. */
        CLIENT_CERTIFICATE_REFUSED,
        /** Client and server share no protocol version or cipher suite. */
        PROTOCOL_MISMATCH,
        /** The connection ended in the middle of the handshake, without a word. */
        CLOSED,
        /** Something else about TLS. */
        OTHER
    }

    /** The message and the advice. */
    @Override
    public String toString() {
        return message + " " + advice;
    }
}
