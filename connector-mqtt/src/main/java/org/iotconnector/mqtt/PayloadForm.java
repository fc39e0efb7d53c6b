package org.iotconnector.mqtt;

/** How values stand in a payload. */
public enum PayloadForm {
    /** One value as text, such as {@code 23.5} or {@code ON}. */
    TEXT,
    /** One or more values in a JSON document, each at its JSON pointer (RFC 6901). */
    JSON
}
