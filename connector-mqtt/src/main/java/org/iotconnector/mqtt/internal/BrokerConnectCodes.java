package org.iotconnector.mqtt.internal;

import java.util.Optional;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;

/**
 * What CONNACK codes mean where brokers differ: Mosquitto answers 5 to a wrong password, EMQX 4, so the two are one
 * (Mosquitto 2.0.11 as measured; EMQX documentation, read 2026-11).
 */
public final class BrokerConnectCodes {
    private BrokerConnectCodes() {}

    /** The failure that {@code code} stands for; empty where the standard says it all. */
    public static Optional<Failure> explain(Endpoint endpoint, String clientId, boolean withUser, int code) {
        String broker = endpoint.host() + ":" + endpoint.port();
        return switch (code) {
            case 4, 5, 0x86, 0x87 ->
                Optional.of(Failure.ofCode(
                        FailureKind.CREDENTIAL_REFUSED,
                        code,
                        "The broker " + broker + " refused "
                                + (withUser ? "user name or password" : "a client without user name and password")
                                + " (code " + code + ").",
                        withUser
                                ? "Check username and password; they are case-sensitive. Brokers answer 4 or 5 alike, also for"
                                        + " a user who may not connect."
                                : "Give username and password, or let the broker take anonymous clients (Mosquitto:"
                                        + " allow_anonymous true)."));
            case 2, 0x85 ->
                Optional.of(Failure.ofCode(
                        FailureKind.CREDENTIAL_REFUSED,
                        code,
                        "The broker " + broker + " does not take the client identifier \"" + clientId + "\" (code "
                                + code + ").",
                        clientId.isEmpty()
                                ? "Give a clientId; this broker assigns none."
                                : "Give another clientId; some brokers allow letters and digits only, or prescribe it for"
                                        + " each user."));
            default -> Optional.empty();
        };
    }
}
