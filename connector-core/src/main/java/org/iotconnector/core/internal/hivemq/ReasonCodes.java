package org.iotconnector.core.internal.hivemq;

import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;

/**
 * What the standards say about the codes of CONNACK and DISCONNECT: MQTT 3.1.1 section 3.2.2.3, MQTT 5 sections 3.2.2.2
 * and 3.14.2.1. Platforms add their own meaning through their provider.
 */
final class ReasonCodes {
    private static final String CHECK_CREDENTIALS = "Check client identifier, user name and password.";

    private ReasonCodes() {}

    static Failure connAck(int code) {
        return switch (code) {
            case 1, 0x84 ->
                refused(
                        FailureKind.UNSUPPORTED_VERSION,
                        code,
                        "the MQTT version is not supported",
                        "Use another mqttVersion.");
            case 2, 0x85 ->
                refused(FailureKind.CREDENTIAL_REFUSED, code, "the client identifier is not valid", CHECK_CREDENTIALS);
            case 4, 0x86, 0x8C ->
                refused(FailureKind.CREDENTIAL_REFUSED, code, "user name or password is wrong", CHECK_CREDENTIALS);
            case 5, 0x87 ->
                refused(
                        FailureKind.NOT_AUTHORIZED,
                        code,
                        "this client is not authorised",
                        "Check user name and password, since some servers answer this to a wrong one, and that the device is"
                                + " enabled and belongs to this server.");
            case 0x8A -> refused(FailureKind.BANNED, code, "this client is banned", "Wait, and find out why.");
            case 0x97, 0x9F ->
                refused(FailureKind.THROTTLED, code, "too many connections or messages", "Wait, and send less often.");
            case 0x9C, 0x9D ->
                refused(FailureKind.SERVER_UNAVAILABLE, code, "another server is to be used", "Change the endpoint.");
            case 3, 0x88, 0x89 -> refused(FailureKind.SERVER_UNAVAILABLE, code, "it is not available now", "");
            default -> refused(FailureKind.PROTOCOL_ERROR, code, "no reason known by that code", "");
        };
    }

    static Failure disconnect(int code) {
        return switch (code) {
            case 0x8E ->
                ended(
                        FailureKind.DUPLICATE_CLIENT,
                        code,
                        "another client took over the session",
                        "Stop the other program, or give each its own identity.");
            case 0x87, 0x98, 0xA0 ->
                ended(FailureKind.NOT_AUTHORIZED, code, "this client may not do that", "Check the device's rights.");
            case 0x8A -> ended(FailureKind.BANNED, code, "this client is banned", "Wait, and find out why.");
            case 0x96, 0x97, 0x9F ->
                ended(FailureKind.THROTTLED, code, "too many messages", "Wait, and send less often.");
            case 0x89, 0x8B -> ended(FailureKind.SERVER_UNAVAILABLE, code, "the server is busy or shutting down", "");
            case 0x81, 0x82, 0x93, 0x94, 0x95 ->
                ended(FailureKind.PROTOCOL_ERROR, code, "it did not accept a packet", "");
            default -> ended(FailureKind.CONNECTION_CLOSED, code, "no further reason given", "");
        };
    }

    private static Failure refused(FailureKind kind, int code, String why, String advice) {
        return Failure.ofCode(
                kind, code, "The server refused the connection with code " + code + ": " + why + ".", advice);
    }

    private static Failure ended(FailureKind kind, int code, String why, String advice) {
        return Failure.ofCode(
                kind, code, "The server ended the connection with code " + code + ": " + why + ".", advice);
    }
}
