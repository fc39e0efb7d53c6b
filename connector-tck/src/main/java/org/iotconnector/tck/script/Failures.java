package org.iotconnector.tck.script;

import java.util.Optional;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;

/** The failures that a transport reports for what a script does to it. */
final class Failures {
    private Failures() {}

    /** A CONNACK with this code, by the standards: MQTT 3.1.1 section 3.2.2.3, MQTT 5 section 3.2.2.2. */
    static Failure refused(int code) {
        FailureKind kind = switch (code) {
            case 1, 0x84 -> FailureKind.UNSUPPORTED_VERSION;
            case 2, 4, 0x85, 0x86, 0x8C -> FailureKind.CREDENTIAL_REFUSED;
            case 5, 0x87 -> FailureKind.NOT_AUTHORIZED;
            case 0x8A -> FailureKind.BANNED;
            case 0x97, 0x9F -> FailureKind.THROTTLED;
            case 3, 0x88, 0x89, 0x9C, 0x9D -> FailureKind.SERVER_UNAVAILABLE;
            default -> FailureKind.PROTOCOL_ERROR;
        };
        return Failure.ofCode(kind, code, "Refused by the script with code " + code + ".", "Mend it.");
    }

    /** A DISCONNECT of the server with this code: MQTT 5 section 3.14.2.1; without one the connection just ends. */
    static Failure ended(Optional<Integer> reason) {
        if (reason.isEmpty()) {
            return of(FailureKind.CONNECTION_CLOSED, reason);
        }
        FailureKind kind = switch (reason.get()) {
            case 0x8E -> FailureKind.DUPLICATE_CLIENT;
            case 0x87, 0x98, 0xA0 -> FailureKind.NOT_AUTHORIZED;
            case 0x8A -> FailureKind.BANNED;
            case 0x96, 0x97, 0x9F -> FailureKind.THROTTLED;
            case 0x89, 0x8B -> FailureKind.SERVER_UNAVAILABLE;
            case 0x81, 0x82, 0x93, 0x94, 0x95 -> FailureKind.PROTOCOL_ERROR;
            default -> FailureKind.CONNECTION_CLOSED;
        };
        return of(kind, reason);
    }

    static Failure of(FailureKind kind, Optional<Integer> code) {
        String message =
                "The script says so" + code.map(c -> ", with code " + c).orElse("") + ".";
        return code.map(c -> Failure.ofCode(kind, c, message, "Mend it."))
                .orElseGet(
                        () -> Failure.of(kind, message, kind == FailureKind.CONNECTION_CLOSED ? "" : "Mend it.", null));
    }
}
