package org.iotconnector.easyiot;

import java.util.Arrays;
import java.util.Optional;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * Why a connection fails, under the numbers that the vendor's modules print, so that a number on a board and a failure
 * here can be looked up in one table. OBLOQ manual, "Error codes", read 2026-11.
 */
public enum EasyIotConnectError {
    NOTHING_LISTENS(-5, "nothing listens there", "Check host and port: 1883, plain TCP."),
    NO_CONNACK(-4, "the answer was not a CONNACK", "Check the port: 8080 and 443 answer HTTP, 1883 MQTT."),
    UNKNOWN_HOST(-3, "the host name is not known", "Check the network's DNS; host: cn-address needs none."),
    CONNACK_TIMEOUT(-2, "no CONNACK came in time", "Check that the network lets port 1883 through."),
    CONNECT_TIMEOUT(-1, "the CONNECT could not be sent", "Check the network; the session tries again by itself."),
    NONE(0, "connected", "Nothing to do."),
    VERSION(1, "the protocol version is refused", "Check the endpoint: Easy IoT and SIoT speak MQTT 3.1.1."),
    CLIENT_ID(2, "the client identifier is refused", "Set clientId to short words without Chinese characters."),
    UNAVAILABLE(3, "the server is not available", "Wait; the session tries again by itself."),
    LOGIN(4, "user name or password is wrong", "Copy both anew; a password that was made anew ends the old one."),
    NOT_AUTHORIZED(5, "not authorized", "Check user name and password, and that they are of this server.");

    private final int number;
    private final String meaning;
    private final String advice;

    EasyIotConnectError(int number, String meaning, String advice) {
        this.number = number;
        this.meaning = meaning;
        this.advice = advice;
    }

    /** -5 to 5. */
    public int number() {
        return number;
    }

    /** What happened, to be read after the number. */
    public String meaning() {
        return meaning;
    }

    /** What to do, in a sentence. */
    public String advice() {
        return advice;
    }

    /** The entry with this number; empty if a module's number is none of them. */
    public static Optional<EasyIotConnectError> ofNumber(int number) {
        return Arrays.stream(values()).filter(error -> error.number == number).findFirst();
    }

    /** What a module would print for this failure; empty if it has no number for it. */
    public static Optional<EasyIotConnectError> of(Failure failure) {
        Optional<EasyIotConnectError> refused =
                failure.code().filter(code -> code > 0).flatMap(EasyIotConnectError::ofNumber);
        return refused.or(() -> Optional.ofNullable(ofKind(failure.kind())));
    }

    private static @Nullable EasyIotConnectError ofKind(FailureKind kind) {
        return switch (kind) {
            case UNREACHABLE -> NOTHING_LISTENS;
            case WRONG_PORT, PROTOCOL_ERROR -> NO_CONNACK;
            case UNKNOWN_HOST -> UNKNOWN_HOST;
            case TIMEOUT -> CONNACK_TIMEOUT;
            case CONNECTION_CLOSED -> CONNECT_TIMEOUT;
            default -> null;
        };
    }
}
