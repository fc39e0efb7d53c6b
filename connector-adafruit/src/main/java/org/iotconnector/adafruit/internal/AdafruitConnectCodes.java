package org.iotconnector.adafruit.internal;

import java.time.Duration;
import java.util.Optional;
import org.iotconnector.adafruit.AdafruitConfig;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;

/**
 * What CONNACK codes mean on the platform, two of them its own. Adafruit IO API docs, "MQTT API", read 2026-11; the waits
 * as the official Arduino client has them.
 */
public final class AdafruitConnectCodes {
    private static final Duration WAIT = Duration.ofSeconds(60);

    private AdafruitConnectCodes() {}

    /** The failure that {@code code} stands for; empty where the standard says it all. */
    public static Optional<Failure> explain(AdafruitConfig config, int code) {
        return Optional.ofNullable(
                switch (code) {
                    case 1 ->
                        failure(
                                FailureKind.UNSUPPORTED_VERSION,
                                code,
                                "does not speak the MQTT version of " + config.deviceId(),
                                "It speaks 3.1.1, which is what was sent; check that " + config.endpoint()
                                        + " is Adafruit IO.");
                    case 2 ->
                        failure(
                                FailureKind.CREDENTIAL_REFUSED,
                                code,
                                "does not take the client identifier of " + config.deviceId(),
                                "Leave clientIdentifier out, so that the platform chooses one.");
                    case 3 ->
                        failure(
                                FailureKind.SERVER_UNAVAILABLE,
                                code,
                                "is not available for " + config.deviceId(),
                                "Nothing to do but to wait; io.adafruit.com/status says more.");
                    case 4, 5 ->
                        failure(
                                FailureKind.CREDENTIAL_REFUSED,
                                code,
                                "refused the login of account " + config.username(),
                                "username must be the account's name (" + config.username()
                                        + "), not its e-mail address, and key the AIO key that the key page of that"
                                        + " account shows now: a new key ends the old one at once.");
                    case 6 ->
                        failure(
                                        FailureKind.THROTTLED,
                                        code,
                                        "gets too many connects from account " + config.username(),
                                        "It allows 20 a minute, of all devices and programs of the account together; look"
                                                + " for one that connects again and again.")
                                .retryAfter(WAIT);
                    case 7 ->
                        failure(
                                        FailureKind.BANNED,
                                        code,
                                        "has banned account " + config.username() + " for a while",
                                        "A ban lasts 30 s, and 30 s more for each one within the hour. Find the device or"
                                                + " program that breaks a limit; all of the account are shut out with it.")
                                .retryAfter(WAIT);
                    default -> null;
                });
    }

    private static Failure failure(FailureKind kind, int code, String what, String advice) {
        return Failure.ofCode(kind, code, "Adafruit IO " + what + " (code " + code + ").", advice);
    }
}
