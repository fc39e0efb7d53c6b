package org.iotconnector.easyiot.internal;

import java.util.Optional;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.easyiot.EasyIotConnectError;

/** What the CONNACK codes of MQTT 3.1.1 mean on these servers, and what mends them. */
public final class ConnectCodes {
    private ConnectCodes() {}

    /**
     * The failure that {@code code} stands for; empty where the standard says it all.
     *
     * @param server who refused whom, such as {@code Easy IoT refused rJ4xYq2Wb/lamp}
     * @param login what to look at when the login is refused
     */
    public static Optional<Failure> explain(String server, String login, int code) {
        return kind(code)
                .flatMap(kind -> EasyIotConnectError.ofNumber(code)
                        .map(error -> Failure.ofCode(
                                kind,
                                code,
                                server + ": " + error.meaning() + " (code " + code + ").",
                                code >= 4 ? error.advice() + " " + login : error.advice())));
    }

    private static Optional<FailureKind> kind(int code) {
        return Optional.ofNullable(
                switch (code) {
                    case 1 -> FailureKind.UNSUPPORTED_VERSION;
                    case 2, 4 -> FailureKind.CREDENTIAL_REFUSED;
                    case 3 -> FailureKind.SERVER_UNAVAILABLE;
                    case 5 -> FailureKind.NOT_AUTHORIZED;
                    default -> null;
                });
    }
}
