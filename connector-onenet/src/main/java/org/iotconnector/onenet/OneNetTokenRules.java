package org.iotconnector.onenet;

import java.util.List;
import java.util.Optional;
import org.iotconnector.core.settings.Secret;

/** What a token that the user made elsewhere must be, so that the platform can take it. Never quotes its signature. */
final class OneNetTokenRules {
    private OneNetTokenRules() {}

    /** What is wrong with the token by itself, to be read after its name; empty if nothing is. */
    static Optional<String> problem(Secret text) {
        OneNetToken token;
        try {
            token = OneNetToken.parse(text);
        } catch (IllegalArgumentException wrong) {
            return Optional.of(String.valueOf(wrong.getMessage()));
        }
        return versionProblem(token.version()).or(() -> methodProblem(token.method()));
    }

    private static Optional<String> versionProblem(String version) {
        String needed = "; devices log in with version " + OneNetToken.DEVICE_VERSION;
        return switch (version) {
            case OneNetToken.DEVICE_VERSION -> Optional.empty();
            case OneNetToken.API_VERSION ->
                Optional.of("has version " + version + ", which is the application API's" + needed);
            case OneNetToken.STUDIO_API_VERSION ->
                Optional.of("has version " + version + ", which is the application API's of OneNET Studio" + needed);
            default -> Optional.of("has a version that the platform does not know" + needed);
        };
    }

    private static Optional<String> methodProblem(String method) {
        try {
            SignMethod.parse(method);
            return Optional.empty();
        } catch (IllegalArgumentException unknown) {
            return Optional.of("has a method that is not offered: " + unknown.getMessage());
        }
    }

    /** Whether a token for {@code resource} lets this device in; else what to do. */
    static Optional<String> resourceProblem(String resource, String productId, String deviceName) {
        String product = "products/" + productId;
        String device = product + "/devices/" + deviceName;
        return List.of(device, product).contains(resource)
                ? Optional.empty()
                : Optional.of(
                        "is for " + resource + ", but this device is " + device + ", and the platform would refuse"
                                + " it (1114); make a token with that res, or correct productId and deviceName.");
    }
}
