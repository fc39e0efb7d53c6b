package org.iotconnector.onenet;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The versions that a device runs; at least one. Each has 1 to 20 characters of {@code A-Z a-z 0-9 _ . -}.
 *
 * @param software of the device's own program
 * @param firmware of its communication module
 */
public record OtaVersions(Optional<String> software, Optional<String> firmware) {
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9_.-]{1,20}");

    public OtaVersions {
        software.ifPresent(OtaVersions::check);
        firmware.ifPresent(OtaVersions::check);
    }

    /** The version of the device's own program. */
    public static OtaVersions ofSoftware(String version) {
        return new OtaVersions(Optional.of(version), Optional.empty());
    }

    /** The version of the communication module. */
    public static OtaVersions ofFirmware(String version) {
        return new OtaVersions(Optional.empty(), Optional.of(version));
    }

    /** The same with a version of the communication module. */
    public OtaVersions withFirmware(String version) {
        return new OtaVersions(software, Optional.of(version));
    }

    static void check(String version) {
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException(
                    "The version \"" + version + "\" must have 1 to 20 characters of A-Z a-z 0-9 _ . -");
        }
    }
}
