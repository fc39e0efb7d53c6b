package org.iotconnector.aliyun.internal;

import java.util.List;
import java.util.Optional;
import org.iotconnector.core.spi.ReplyCodes;

/** What the platform's reply codes mean and what mends them. Aliyun IoT, "Error codes", read 2026-11. */
public final class AliyunReplyCodes {
    /** What a device answers: done, failed, invalid request. */
    public static final ReplyCodes OF_DEVICES = new ReplyCodes(Alink.SUCCESS, 400, 460);

    private static final String TO_TSL = "Compare the message with the product's thing model in the console.";
    private static final String RETRY = "Send it again later; if it stays, ask the platform's support.";
    private static final String SCRIPT = "Correct the product's data parsing script in the console.";

    private static final List<Entry> ENTRIES = List.of(
            entry(400, "the platform failed while it handled the message", RETRY),
            entry(401, "the signature that adds a sub-device is wrong", "Sign with the sub-device's own secret."),
            entry(403, "the account may not do this, perhaps because of arrears", "See the account in the console."),
            entry(427, "the device has logged in elsewhere", "Stop the other program that uses its secret."),
            entry(428, "the gateway has too many sub-devices", "Log some of them out, or use a second gateway."),
            entry(429, "too many requests in a short time", "Send less often; leave pacing on."),
            entry(
                    460,
                    "the request's parameters are empty, of the wrong shape or too many",
                    "Look at the names and the number of what was sent."),
            entry(500, "an unknown error of the platform", RETRY),
            entry(
                    520,
                    "the sub-device has no session, or belongs to another gateway's",
                    "Log it in again through this gateway."),
            entry(521, "the sub-device was deleted", "Stop using it, or register it again."),
            entry(522, "the sub-device is disabled", "Enable it in the console."),
            entry(5005, "there is no such product", "Check productKey and the instance it belongs to."),
            entries(5159, 5161, "looking up a property, event or service in the thing model failed", TO_TSL),
            entry(5244, "the LoRaWAN product's own data cannot be read", "Look at the product in the console."),
            entry(6100, "there is no such device", "Check deviceName and productKey, and whether it was deleted."),
            entry(6104, "more than 200 properties in a request on desired values", "Split the request."),
            entry(6106, "more than 200 properties in a report", "Split the report."),
            entries(6200, 6201, "the pass-through payload could not be parsed", SCRIPT),
            entry(6203, "the topic cannot be parsed", "Check the topic's spelling and levels."),
            entry(6204, "the device is disabled", "Enable it in the console."),
            entry(6207, "the payload is not JSON", "Send JSON, or set the product's data format to pass-through."),
            entry(6250, "there is no such product", "Check productKey and the instance it belongs to."),
            entry(6280, "the sub-device's name breaks the rules", "Use 4 to 32 characters of A-Z a-z 0-9 _ - @ . :"),
            entry(6287, "the signature does not fit the product's or device's secret", "Check that secret."),
            entry(
                    6288,
                    "dynamic registration is switched off for the product",
                    "Switch it on, on the product's page in the console."),
            entry(
                    6289,
                    "the device is active already, so it gets no new secret",
                    "Use the secret it got, or reset the device in the console."),
            entry(6292, "the sign method is not supported", "Use hmacmd5, hmacsha1 or hmacsha256."),
            entry(6300, "the message has no method, or one the platform does not know", TO_TSL),
            entry(6301, "an array was expected", TO_TSL),
            entry(6302, "a required input is missing", TO_TSL),
            entry(6304, "there is a member that the thing model lacks", TO_TSL),
            entry(6306, "an int is out of its range, or has a fraction", TO_TSL),
            entry(6307, "a float is out of its range, or is no number", TO_TSL),
            entry(6308, "a bool is neither 0 nor 1", TO_TSL),
            entry(6309, "an enum value is not among its members", TO_TSL),
            entry(6310, "a text is longer than the thing model allows", TO_TSL),
            entry(6311, "a date is not a text of milliseconds since 1970", TO_TSL),
            entry(6312, "a struct's members are not those of the thing model", TO_TSL),
            entry(6313, "the platform's check against the thing model is out of order", RETRY),
            entry(6314, "the platform's thing model service is out of order", RETRY),
            entry(6316, "the platform's thing model service is out of order", RETRY),
            entry(6317, "the thing model lacks a type or its specification", "Correct it in the console."),
            entry(6318, "the platform's thing model service is out of order", RETRY),
            entry(6320, "the thing model has no such property or event", TO_TSL),
            entry(
                    6321,
                    "an identifier is empty, or the device is not of this product",
                    "Check identifiers and productKey."),
            entry(6322, "a double is out of its range, or is no number", TO_TSL),
            entry(6323, "the platform's thing model service is out of order", RETRY),
            entry(6324, "an array's items or their number do not fit the thing model", TO_TSL),
            entry(6325, "an array's items have a type that arrays cannot have", TO_TSL),
            entry(
                    6326,
                    "a time has the wrong form",
                    "Times are milliseconds of UTC, at most 24 hours from now for reports."),
            entry(6327, "an array does not fit the thing model", TO_TSL),
            entry(6328, "an array was expected for a property", TO_TSL),
            entry(6329, "the platform's thing model service is out of order", RETRY),
            entry(6356, "more than 20 events in one gateway message", "Split it."),
            entry(6357, "more than 20 sub-devices in one gateway message", "Split it."),
            entry(6400, "the gateway has as many sub-devices as it may", "Use a second gateway."),
            entry(6401, "the sub-device is not attached to this gateway", "Add it to the gateway's topology first."),
            entry(6402, "a gateway cannot be its own sub-device", "Name another device."),
            entry(6450, "the data parsing script's result has no method", SCRIPT),
            entry(6600, "the signature of the registration is wrong", "Check the product secret."),
            entry(6619, "the device is bound to another gateway", "Unbind it there first."),
            entry(6661, "the query of desired values failed", RETRY),
            entry(6710, "there is no remote configuration", "Make one in the console."),
            entry(6713, "remote configuration is switched off", "Switch it on in the console."),
            entry(6717, "the log configuration's getType is wrong", "Use content."),
            entry(6718, "the log configuration's configScope is wrong", "Use device."),
            entry(6760, "an error of the platform's system", RETRY),
            entry(9112, "the device is not known to firmware updates", "Check productKey and deviceName."),
            entry(9200, "the device was never connected", "Connect it once."),
            entry(9201, "the device is offline", "Connect it."),
            entry(26001, "the data parsing script is empty", SCRIPT),
            entry(26002, "the data parsing script failed", SCRIPT),
            entry(26006, "the data parsing script lacks a function", SCRIPT),
            entry(26007, "the data parsing script returns the wrong type", SCRIPT),
            entry(26010, "the data parsing script runs too often", "Send less often."),
            entries(26003, 26009, "the data parsing script has a problem", SCRIPT),
            entries(
                    100_000,
                    110_000,
                    "a code of the device's own making",
                    "Its meaning is in the program that answered."));

    private AliyunReplyCodes() {}

    /**
     * One row of the table; where a code stands in two, the earlier counts.
     *
     * @param first the first code
     * @param last the last code, equal to the first but for ranges
     * @param meaning what happened, as part of a sentence
     * @param advice what to do, in whole sentences
     */
    public record Entry(int first, int last, String meaning, String advice) {}

    /** Every code known, by code. */
    public static List<Entry> entries() {
        return ENTRIES;
    }

    /** Meaning and advice in whole sentences; empty for success and for unknown codes. */
    public static Optional<String> explain(int code) {
        return ENTRIES.stream()
                .filter(entry -> entry.first() <= code && code <= entry.last())
                .findFirst()
                .map(entry -> "It means: " + entry.meaning() + ". " + entry.advice());
    }

    private static Entry entry(int code, String meaning, String advice) {
        return new Entry(code, code, meaning, advice);
    }

    private static Entry entries(int first, int last, String meaning, String advice) {
        return new Entry(first, last, meaning, advice);
    }
}
