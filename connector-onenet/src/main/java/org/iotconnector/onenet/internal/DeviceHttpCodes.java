package org.iotconnector.onenet.internal;

import java.util.Map;
import java.util.Optional;

/** What the codes of the platform's HTTP interfaces for devices mean. OneNET, "OTA" and "File management", read 2026-11. */
final class DeviceHttpCodes {
    private static final String TOKEN = "Check the key, tokenResource and this machine's clock.";

    private static final Map<Integer, String> KNOWN = Map.ofEntries(
            Map.entry(1, "The token was refused. " + TOKEN),
            Map.entry(10403, "The token was refused. " + TOKEN),
            Map.entry(2, "A parameter is wrong."),
            Map.entry(3, "A parameter is missing."),
            Map.entry(4, "It exists already."),
            Map.entry(5, "There is no such file; it may have been overwritten, or be older than three months."),
            Map.entry(6, "The platform takes jpg, jpeg, png, bmp, gif, webp, tiff and txt files only."),
            Map.entry(9, "There is no room for it: files end at 20 MB, a device has 1000 of them, an account 1 GB."),
            Map.entry(10, "The file was cut on its way; send it again."),
            Map.entry(12, "There is no such device; check productId and deviceName."),
            Map.entry(17, "The task is in another state: it may have been finished or replaced meanwhile."),
            Map.entry(20, "The task has ended already."),
            Map.entry(22, "The task was cancelled."),
            Map.entry(27, "A version has 1 to 20 characters of A-Z a-z 0-9 _ . -"));

    private DeviceHttpCodes() {}

    static Optional<String> explain(int code) {
        return Optional.ofNullable(KNOWN.get(code));
    }
}
