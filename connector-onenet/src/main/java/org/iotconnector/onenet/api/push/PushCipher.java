package org.iotconnector.onenet.api.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.iotconnector.core.MappingException;
import org.jspecify.annotations.Nullable;

/** Decrypts messages as each way of delivery encrypts them. The platform fixes modes and vectors, weak as they are. */
final class PushCipher {
    private static final int BLOCK = 16;

    private final byte[] key;
    private final byte @Nullable [] vector;

    private PushCipher(byte[] key, byte @Nullable [] vector) {
        this.key = key;
        this.vector = vector;
    }

    /** CBC whose vector is the beginning of the key. */
    static PushCipher chained(byte[] key) {
        return new PushCipher(key, Arrays.copyOf(key, BLOCK));
    }

    /** Block by block. */
    static PushCipher unchained(byte[] key) {
        return new PushCipher(key, null);
    }

    /**
     * Decrypts base64.
     *
     * @throws MappingException located at {@code location} if the text is not of this key; it quotes nothing
     */
    byte[] decrypt(String base64, String location) {
        try {
            Cipher cipher = Cipher.getInstance(vector == null ? "AES/ECB/PKCS5Padding" : "AES/CBC/PKCS5Padding");
            SecretKeySpec secret = new SecretKeySpec(key, "AES");
            if (vector == null) {
                cipher.init(Cipher.DECRYPT_MODE, secret);
            } else {
                cipher.init(Cipher.DECRYPT_MODE, secret, new IvParameterSpec(vector));
            }
            return cipher.doFinal(Base64.getDecoder().decode(base64));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new MappingException(
                    location, "cannot be decrypted; compare the AES key with the console's.", unreadable);
        }
    }

    /** As {@link #decrypt}, where the message follows 16 random bytes and its length. */
    String decryptFramed(String base64, String location) {
        ByteBuffer plain = ByteBuffer.wrap(decrypt(base64, location));
        int length = plain.remaining() < BLOCK + Integer.BYTES ? -1 : plain.getInt(BLOCK);
        if (length < 0 || length > plain.remaining() - BLOCK - Integer.BYTES) {
            throw new MappingException(
                    location, "holds no message of the length it names; compare the AES key with the console's.");
        }
        return new String(plain.array(), BLOCK + Integer.BYTES, length, StandardCharsets.UTF_8);
    }
}
