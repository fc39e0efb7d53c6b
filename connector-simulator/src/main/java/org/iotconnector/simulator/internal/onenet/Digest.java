package org.iotconnector.simulator.internal.onenet;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest that OneNET uses for files and push signatures. */
public final class Digest {
    private Digest() {}

    /** MD5 of bytes. */
    public static byte[] md5(byte[] bytes) {
        try {
            return MessageDigest.getInstance("MD5").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This JDK lacks MD5, which every JDK must have.", missing);
        }
    }

    /** MD5 of bytes as lower-case hexadecimal. */
    public static String md5Hex(byte[] bytes) {
        return HexFormat.of().formatHex(md5(bytes));
    }
}
