package org.iotconnector.simulator.internal.spi;

/**
 * A refused CONNECT.
 *
 * @param code3 byte in CONNACK for MQTT 3.1 and 3.1.1
 * @param code5 byte in CONNACK for MQTT 5
 * @param reason for the log, without secrets
 */
public record Refusal(int code3, int code5, String reason) {

    /** The byte for a client of this protocol level. */
    public int code(int protocolLevel) {
        return protocolLevel >= 5 ? code5 : code3;
    }

    /** Client identifier malformed: 2, or 133. */
    public static Refusal malformedClientId(String reason) {
        return new Refusal(2, 0x85, reason);
    }

    /** Server unavailable: 3, or 136. */
    public static Refusal unavailable(String reason) {
        return new Refusal(3, 0x88, reason);
    }

    /** User name or password wrong: 4, or 134. */
    public static Refusal badCredentials(String reason) {
        return new Refusal(4, 0x86, reason);
    }

    /** Not authorised: 5, or 135. */
    public static Refusal notAuthorized(String reason) {
        return new Refusal(5, 0x87, reason);
    }
}
