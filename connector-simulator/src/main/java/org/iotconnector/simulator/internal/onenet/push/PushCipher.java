package org.iotconnector.simulator.internal.onenet.push;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encryption of pushed messages: AES-CBC with PKCS#7 padding, the initial vector taken from the key, Base64. */
final class PushCipher {
    private static final int BLOCK_BYTES = 16;

    private PushCipher() {}

    /** Studio: AES-128; the key is the initial vector too. */
    static String studio(String aesKey, String message) {
        return encrypt(aesKey.getBytes(StandardCharsets.UTF_8), message.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * First generation: AES-256 over 16 random bytes, the length of the message in 4 bytes, and the message.
     *
     * @param encodingAesKey 43 characters, the key's Base64 without its padding
     * @param random 16 bytes
     */
    static String legacy(String encodingAesKey, byte[] random, String message) {
        byte[] text = message.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        plain.writeBytes(random);
        plain.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
        plain.writeBytes(text);
        return encrypt(legacyKey(encodingAesKey), plain.toByteArray());
    }

    /** The 32 bytes that an EncodingAESKey stands for. */
    static byte[] legacyKey(String encodingAesKey) {
        return Base64.getDecoder().decode(encodingAesKey + "=");
    }

    private static String encrypt(byte[] key, byte[] plain) {
        try {
            // The JDK calls PKCS#7 padding by the older name.
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(key, "AES"),
                    new IvParameterSpec(Arrays.copyOf(key, BLOCK_BYTES)));
            return Base64.getEncoder().encodeToString(cipher.doFinal(plain));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This JDK lacks AES-CBC, which every JDK must have.", missing);
        }
    }
}
