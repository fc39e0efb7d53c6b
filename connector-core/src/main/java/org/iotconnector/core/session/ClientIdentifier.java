package org.iotconnector.core.session;

/**
 * The CONNECT field that names a session to the server. It is not the device's identity: on several platforms it also
 * carries how the password was computed. MQTT 3.1.1 section 3.1.3.1.
 *
 * @param text at most 65 535 bytes of UTF-8; empty lets the server choose, with a clean start only
 */
public record ClientIdentifier(String text) {
    public ClientIdentifier {
        if (!text.isEmpty()) {
            TopicText.check("Client identifier", text);
        }
    }

    /** Wraps {@code text}. */
    public static ClientIdentifier of(String text) {
        return new ClientIdentifier(text);
    }

    /** The text itself. */
    @Override
    public String toString() {
        return text;
    }
}
