package org.iotconnector.onenet.legacy.internal;

import java.util.Optional;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.onenet.legacy.LegacyConfig;

/** What the CONNACK codes of MQTT 3.1.1 mean on the first generation, and what mends them. */
public final class LegacyConnectCodes {
    private static final String CURRENT_HOST = "mqtts.heclouds.com";
    private static final String STUDIO_HOST = "studio-mqtt";
    private static final String OTHER_GENERATION = "Is it a device of the current platform? Products there have ids of"
            + " ten letters and digits; use platform: onenet (OneNetConfig), whose host is " + CURRENT_HOST
            + ", not mqtt.heclouds.com.";

    private LegacyConnectCodes() {}

    /** The failure that {@code code} stands for; empty where the standard says it all. */
    public static Optional<Failure> explain(LegacyConfig config, int code) {
        return Optional.ofNullable(
                switch (code) {
                    case 1 ->
                        Failure.ofCode(
                                FailureKind.UNSUPPORTED_VERSION,
                                code,
                                named(config, code, "does not speak MQTT 3.1.1 with"),
                                "Check the endpoint " + config.endpoint() + "; OneNET's servers all speak it.");
                    case 2 ->
                        Failure.ofCode(
                                FailureKind.CREDENTIAL_REFUSED,
                                code,
                                named(config, code, "does not know the device number of"),
                                "deviceId must be the number that the platform gave the device, as the console shows"
                                        + " it. " + generation(config));
                    case 3 ->
                        Failure.ofCode(
                                FailureKind.SERVER_UNAVAILABLE,
                                code,
                                named(config, code, "is not available for"),
                                "The first generation is superseded and its servers may be switched off. "
                                        + generation(config));
                    case 4, 5 ->
                        Failure.ofCode(
                                code == 4 ? FailureKind.CREDENTIAL_REFUSED : FailureKind.NOT_AUTHORIZED,
                                code,
                                named(config, code, "refused user name or password of"),
                                "Likely causes: authInfo is not what the device was registered with; apiKey belongs to"
                                        + " another product; productId and deviceId are swapped. "
                                        + generation(config));
                    default -> null;
                });
    }

    /** A frequent mistake is one letter: mqtt for the first generation, mqtts for the later ones. */
    private static String generation(LegacyConfig config) {
        String host = config.endpoint().host();
        return host.equalsIgnoreCase(CURRENT_HOST) || host.startsWith(STUDIO_HOST)
                ? "And " + host + " is a host of a later generation: drop the endpoint to reach mqtt.heclouds.com:6002,"
                        + " or use platform: onenet (OneNetConfig)."
                : OTHER_GENERATION;
    }

    private static String named(LegacyConfig config, int code, String does) {
        return "OneNET's first generation " + does + " device " + config.deviceId() + " (code " + code + ").";
    }
}
