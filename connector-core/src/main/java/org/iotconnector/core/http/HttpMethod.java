package org.iotconnector.core.http;

/** What is asked of the resource. RFC 9110 section 9. */
public enum HttpMethod {
    GET,
    HEAD,
    POST,
    PUT,
    PATCH,
    DELETE;

    /** Whether it only reads, so that asking twice does no harm. RFC 9110 section 9.2.1. */
    public boolean isSafe() {
        return this == GET || this == HEAD;
    }

    /** Whether a request may have a body here: all but GET and HEAD. */
    public boolean takesBody() {
        return !isSafe();
    }
}
