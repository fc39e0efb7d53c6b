package org.iotconnector.onenet.legacy.internal;

import java.util.List;
import java.util.Optional;

/** What the numbers {@code errno} of the first generation's HTTP interfaces mean and what mends them. */
public final class LegacyErrors {
    private static final String RETRY = "Try again later.";
    private static final String PARAMETERS = "Compare the request with its description.";

    private static final List<Entry> ENTRIES = List.of(
            entry(1, "an error of the platform", RETRY),
            entry(2, "no api-key in the request", "Give the header api-key."),
            entry(3, "not authorized", "Check the api-key or the register code, and that it is of this product."),
            entry(4, "the body is not JSON", PARAMETERS),
            entry(5, "the body is too large", "Split it."),
            entry(6, "a parameter has a wrong value", PARAMETERS),
            entry(7, "a parameter is missing", PARAMETERS),
            entry(8, "there is no such thing", "Check device, stream and command ids."),
            entry(9, "the request needs a body", PARAMETERS),
            entry(10, "the device is not online", "Connect it, or let the command wait for it."),
            entry(11, "the data stream exists already", "Use it, or choose another name."),
            entry(12, "it exists already", "Use it, or choose another name."),
            entry(13, "a limit of the system is reached", RETRY),
            entry(14, "the platform took too long", RETRY),
            entry(15, "too many requests", "Ask less often."),
            entry(16, "the request failed", RETRY),
            entry(17, "an error of an NB-IoT device", "Look at the device in the console."),
            entry(18, "the handshake with the device failed", "Look at the device in the console."),
            entry(19, "the account has as many devices as it may", "Delete some."),
            entry(20, "more than 1000 at once", "Ask for fewer."),
            entry(21, "a field is wrong", PARAMETERS),
            entry(22, "not possible with the product's protocol", "Check that it is a multi-protocol MQTT product."),
            entry(23, "a word that is not allowed", "Choose other words for titles and tags."));

    private LegacyErrors() {}

    /** One row of the manual's table. */
    public record Entry(int errno, String meaning, String advice) {}

    /** Every number but 0, which is success; ascending. */
    public static List<Entry> entries() {
        return ENTRIES;
    }

    /** Meaning and advice in two sentences; empty for numbers that the platform does not document. */
    public static Optional<String> explain(int errno) {
        return ENTRIES.stream()
                .filter(entry -> entry.errno() == errno)
                .findFirst()
                .map(entry -> "It means: " + entry.meaning() + ". " + entry.advice());
    }

    private static Entry entry(int errno, String meaning, String advice) {
        return new Entry(errno, meaning, advice);
    }
}
