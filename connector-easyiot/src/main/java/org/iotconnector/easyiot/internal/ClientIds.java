package org.iotconnector.easyiot.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Client identifiers: free text on these platforms, so a device needs one that no other has. */
public final class ClientIds {
    private static final String PREFIX = "iotc-";
    /** 17 characters in all: SIoT's manual suggests about 18. */
    private static final int DIGITS = 12;

    private ClientIds() {}

    /** The same for the same parts always, and for different ones different. */
    public static String of(List<String> parts) {
        byte[] digest = sha256().digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
        return PREFIX + HexFormat.of().formatHex(digest).substring(0, DIGITS);
    }

    /** What is wrong with one that a user chose. The OBLOQ manual: any words, but no Chinese characters. */
    public static Optional<String> problem(String text) {
        if (text.isEmpty()) {
            return Optional.of("must not be empty; leave it out to have one computed");
        }
        return text.chars().allMatch(c -> c > ' ' && c <= '~')
                ? Optional.empty()
                : Optional.of("must be of letters, digits and signs of ASCII without spaces: the platform takes no"
                        + " Chinese characters there; put such a name into name");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }
}
