package org.iotconnector.onenet.internal;

import java.util.List;
import java.util.Optional;
import org.iotconnector.core.spi.ReplyCodes;

/**
 * What the platform's codes mean and what mends them: those of the device log, of which it is not documented which may
 * stand in a reply, and those of data points, commands and the device image. OneNET, "Device log", "Data point topics",
 * "Command topics" and "Device image", read 2026-11.
 */
public final class OneNetReplyCodes {
    /** The documents leave a device's failure codes to their callers; the vendor's C SDK sends 100 for each. */
    public static final ReplyCodes OF_DEVICES = new ReplyCodes(OneJson.SUCCESS, 100, 100);

    private static final String TO_MODEL = "Compare the message with the product's thing model in the console.";
    private static final String RETRY = "Send it again later; if it stays, ask the platform's support.";
    private static final String IDENTITY = "Check productId and deviceName, upper and lower case included.";
    private static final String TOKEN = "Make the token anew, from the right key.";
    private static final String IMAGE = "Correct what the image is updated with.";
    private static final String BUG = "This is a fault of the program that made the message.";

    private static final List<Entry> ENTRIES = List.of(
            entry(98, "the payload is not what the platform documents", "Look at names and values of what was sent."),
            entry(99, "the answer to a command is too large", "Answer with less than 1 KB."),
            entry(100, "an internal error of the platform, or the device's own word for failure", RETRY),
            entry(112, "the answer to a command came too late", "Answer within the time the caller gives, 5 to 30 s."),
            entry(
                    113,
                    "no such command waits for an answer",
                    "Answer once, on the topic that holds the command's own id."),
            entry(128, "an error of the device image that the platform does not name", RETRY),
            entry(150, "too many messages on the device image", "Send less often."),
            entry(160, "the device image's update is not JSON", BUG),
            entry(161, "the device image has grown past 4 KB", "Delete members of it, or send shorter texts."),
            entry(162, "the device image is nested deeper than 4 levels", IMAGE),
            entry(163, "the device image's update has no state", BUG),
            entry(164, "the device image's update holds neither reported nor desired", IMAGE),
            entry(165, "a member of the device image's update is not allowed", IMAGE),
            entry(166, "the device image is there already", "Update it instead."),
            entry(167, "there is no device image", "Update it once; that makes it."),
            entry(301, "the payload is not JSON", BUG),
            entry(302, "a value's type is not that of the thing model", TO_MODEL),
            entry(303, "an internal error of the thing model service", RETRY),
            entry(304, "the device's answer was not understood", BUG),
            entry(305, "the product has no thing model", "Define it in the console, or choose another dataProtocol."),
            entry(306, "the thing model service took too long", RETRY),
            entry(307, "product or device is wrong", IDENTITY),
            entry(308, "the device is not online", "Connect it."),
            entry(309, "the thing model has no such identifier", TO_MODEL),
            entry(310, "an error of the platform's MQTT access", RETRY),
            entry(311, "an error of the platform's CoAP access", RETRY),
            entry(312, "the message id is not 1 to 13 digits", BUG),
            entry(313, "the request is not what the platform documents", BUG),
            entry(1001, "an internal call of the platform failed", RETRY),
            entry(1002, "the thing model service reported an error", TO_MODEL),
            entry(1021, "the device's connection could not be written to", "See whether the device's network is slow."),
            entry(1022, "the device has not subscribed the topic", "Subscribe before anything is asked of the device."),
            entry(1023, "the device answered after the caller had given up", "Answer within 5 s."),
            entry(1024, "the device has no session", "Connect it."),
            entry(1025, "the message id is in use", "Take another id for each request that waits."),
            entry(1026, "an internal error of the platform's MQTT access", RETRY),
            entry(1027, "the id is missing or no text, or the payload is not JSON", BUG),
            entry(1028, "no request with this id waits for an answer", "Answer once, with the id of the request."),
            entry(1101, "client identifier, user name or password is empty", IDENTITY),
            entry(1102, "an internal error of the platform's authentication", RETRY),
            entry(1103, "the token does not have exactly its five fields", TOKEN),
            entry(1104, "the token has expired", "Set the clock, or make a token that holds longer."),
            entry(1105, "the platform has no key to check the token with", IDENTITY),
            entry(1106, "the token's signature does not fit the key", "Check deviceKey or productKey."),
            entry(1107, "there is no such device", "Create it in the console. " + IDENTITY),
            entries(1108, 1109, "the platform found no internal id for the device", RETRY),
            entry(1110, "the token's method is not supported", "Use md5, sha1 or sha256."),
            entry(1111, "the token's version is wrong", "Devices log in with version 2018-10-31."),
            entry(1112, "the product's access protocol is not MQTT", "See the product's page in the console."),
            entry(
                    1114,
                    "the token's res is not the product and device that log in",
                    "Make a token for this device. " + IDENTITY),
            entries(
                    1201,
                    1210,
                    "the session ended, mostly because the device logged in elsewhere",
                    "Stop the other program that uses this device's name."),
            entry(1401, "the connection was lost", "See whether the device's network is down."),
            entry(2306, "a value does not fit the thing model, mostly an identifier it lacks", TO_MODEL));

    private OneNetReplyCodes() {}

    /**
     * One row of the table.
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
