package org.iotconnector.onenet.internal.api;

import java.util.Locale;
import java.util.Optional;

/**
 * What the codes of the application API mean and what mends them. There is no public table: these were seen in answers,
 * one number for each operation, with the reason in the text.
 */
public final class ApiCodes {
    /** The token is missing, wrong, expired, or for something else. */
    public static final int AUTHENTICATION = 10403;

    private ApiCodes() {}

    /** What to do; empty for unknown codes. */
    public static String advice(int code, String text) {
        Optional<String> byText = byText(text.toLowerCase(Locale.ROOT));
        return switch (code) {
            case AUTHENTICATION ->
                "Check the key, that it belongs to the user, project or product of the credentials, and that these may see"
                        + " the device: a product's token does not open devices that are in a project.";
            case 10411 -> byText.orElse("Setting properties failed; the text says why.");
            case 10415 -> byText.orElse("Calling the service failed; the text says why.");
            case 10417 -> byText.orElse("Reading properties failed; the text says why.");
            case 10500 -> byText.orElse("If it stays, ask the platform's support with the number of the request.");
            default -> byText.orElse("");
        };
    }

    private static Optional<String> byText(String text) {
        if (text.contains("not subscribed")) {
            return Optional.of(
                    "The device has to be online and to have subscribed what this is sent on; thing model products"
                            + " take no commands.");
        } else if (text.contains("timeout") || text.contains("time out")) {
            return Optional.of(
                    "The device did not answer in time; see whether it is online and its handler returns soon.");
        } else if (text.contains("not exist") || text.contains("no thing model")) {
            return Optional.of("Compare the request with the product's thing model.");
        } else if (text.contains("required value")) {
            return Optional.of("Give every input that the thing model declares for the service.");
        } else if (text.contains("type error") || text.contains("length error")) {
            return Optional.of("Send the value as the thing model declares it.");
        }
        return Optional.empty();
    }
}
