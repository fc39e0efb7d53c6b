package org.iotconnector.onenet.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.onenet.OneNetConfig;
import org.iotconnector.onenet.OneNetToken;

/**
 * What CONNACK codes mean on the platform. It documents 4 for everything that is wrong with a login, and keeps the reason
 * in the device's log in the console; the others are read as MQTT 3.1.1 has them. OneNET, "MQTT access" and "Device
 * log", read 2026-11.
 */
public final class OneNetConnectCodes {
    private OneNetConnectCodes() {}

    /** The failure that {@code code} stands for; empty where the standard says it all. */
    public static Optional<Failure> explain(OneNetConfig config, int code) {
        return Optional.ofNullable(
                switch (code) {
                    case 1 ->
                        Failure.ofCode(
                                FailureKind.UNSUPPORTED_VERSION,
                                code,
                                named(config, code, "does not speak the MQTT version of"),
                                "It speaks 3.1.1, which is what was sent; check that " + config.endpoint()
                                        + " is OneNET.");
                    case 2 ->
                        Failure.ofCode(
                                FailureKind.CREDENTIAL_REFUSED,
                                code,
                                named(config, code, "does not take the client identifier of"),
                                "It is the deviceName, to the letter; compare it with the device's page in the"
                                        + " console.");
                    case 3 ->
                        Failure.ofCode(
                                FailureKind.SERVER_UNAVAILABLE,
                                code,
                                named(config, code, "is not available for"),
                                "Ten connects within 5 seconds are answered with 5 minutes of silence; leave pacing"
                                        + " on.");
                    case 4 ->
                        Failure.ofCode(
                                FailureKind.CREDENTIAL_REFUSED,
                                code,
                                named(config, code, "refused the login of"),
                                likelyCauses(config));
                    case 5 ->
                        Failure.ofCode(
                                FailureKind.NOT_AUTHORIZED,
                                code,
                                named(config, code, "does not admit"),
                                "See in the console whether the device is disabled, and whether its product is on "
                                        + place(config) + ".");
                    default -> null;
                });
    }

    /** The platform tells none of them apart, so all are listed, the most common first. */
    private static String likelyCauses(OneNetConfig config) {
        List<String> causes = new ArrayList<>();
        causes.add(key(config));
        if (config.token().isEmpty()) {
            causes.add("the key is another device's or another product's");
        }
        causes.add("productId (" + config.productId() + ") and deviceName (" + config.deviceName()
                + ") are swapped, or their upper and lower case is wrong, or the device was not created");
        causes.add(clock(config));
        causes.add("the product is not on " + place(config));
        StringBuilder advice = new StringBuilder("Likely causes, in this order:");
        for (int i = 0; i < causes.size(); i++) {
            advice.append(i == 0 ? " (" : "; (").append(i + 1).append(") ").append(causes.get(i));
        }
        return advice.append(". The device's log in the console has the reason as a code from 1101 to 1114.")
                .toString();
    }

    private static String key(OneNetConfig config) {
        if (config.token().isPresent()) {
            return "the token was signed with another key, or copied in part; it is for " + config.resource();
        }
        if (config.deviceKey().isPresent()) {
            return "deviceKey holds the product's access key, which belongs in productKey";
        }
        String product = "products/" + config.productId();
        String other = config.resource().equals(product) ? "device" : "product";
        return "productKey holds a device's own key, which belongs in deviceKey; or the platform wants the other"
                + " resource: the token names " + config.resource() + ", try tokenResource: " + other;
    }

    private static String clock(OneNetConfig config) {
        if (config.token().isPresent()) {
            OneNetToken token = OneNetToken.parse(config.token().get());
            return "the token has expired by the platform's clock; it holds until " + token.expiry();
        }
        return "this machine's clock is behind by more than tokenLife (" + words(config.tokenLife())
                + "), so that the token had expired when it was made";
    }

    private static String words(Duration life) {
        return life.toHours() * 3600 == life.toSeconds() ? life.toHours() + " h" : life.toSeconds() + " s";
    }

    private static String named(OneNetConfig config, int code, String does) {
        return "OneNET " + does + " device " + config.deviceId() + " (code " + code + ").";
    }

    /** To be read after "on". */
    private static String place(OneNetConfig config) {
        boolean own =
                config.endpoint().host().equals(config.generation().tlsServer().host())
                        || config.endpoint()
                                .host()
                                .equals(config.generation().plainServer().host());
        if (!own) {
            return "the server at " + config.endpoint();
        }
        return switch (config.generation()) {
            case CURRENT ->
                config.endpoint() + " (generation current; products of OneNET Studio need generation: studio,"
                        + " those of multi-protocol MQTT platform: onenetlegacy)";
            case STUDIO ->
                config.endpoint() + " (generation studio; products of today's platform need generation:" + " current)";
        };
    }
}
