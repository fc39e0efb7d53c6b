package org.iotconnector.simulator.internal.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Comparison of secrets. */
public final class Passwords {
    private Passwords() {}

    /** Whether both are the same text, in a time that does not tell how much of them is; an absent one is never the same. */
    public static boolean same(String expected, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
