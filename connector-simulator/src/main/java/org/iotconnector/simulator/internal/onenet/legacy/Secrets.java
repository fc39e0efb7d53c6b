package org.iotconnector.simulator.internal.onenet.legacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Comparing secrets. */
final class Secrets {
    private Secrets() {}

    /** In a time that does not depend on where they differ. */
    static boolean equal(String known, String given) {
        return MessageDigest.isEqual(known.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
