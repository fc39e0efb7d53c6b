package org.iotconnector.onenet.api.push;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the platform's first generation pushes over HTTP; used as {@link PushReceiver}. A message has no id there,
 * so a repetition can be told by its content only. Immutable, thread-safe. OneNET, "Data push", read 2026-11.
 */
public final class LegacyPushReceiver {
    private static final int KEY_CHARACTERS = 43;
    private static final int KEY_BYTES = 32;

    private final Secret token;
    private final @Nullable PushCipher cipher;

    private LegacyPushReceiver(Secret token, @Nullable PushCipher cipher) {
        this.token = token;
        this.cipher = cipher;
    }

    /** A receiver of plain messages; {@code token} is what was entered in the console when the push was set up. */
    public static LegacyPushReceiver of(Secret token) {
        return new LegacyPushReceiver(token, null);
    }

    /**
     * A receiver of encrypted messages; it takes no plain ones.
     *
     * @param encodingAesKey 43 characters, as the console shows them
     * @throws IllegalArgumentException if it is something else; the text does not quote it
     */
    public LegacyPushReceiver withEncodingAesKey(Secret encodingAesKey) {
        return new LegacyPushReceiver(token, PushCipher.chained(rawKey(encodingAesKey)));
    }

    /** The key's 32 bytes; the last base64 digit was left off by the console. */
    static byte[] rawKey(Secret encodingAesKey) {
        String text = encodingAesKey.reveal();
        if (text.length() == KEY_CHARACTERS) {
            try {
                byte[] raw = Base64.getDecoder().decode(text + "=");
                if (raw.length == KEY_BYTES) {
                    return raw;
                }
            } catch (IllegalArgumentException notBase64) {
                // Its text would quote a character of the key.
            }
        }
        throw new IllegalArgumentException("The EncodingAESKey of a push is base64 of " + KEY_CHARACTERS
                + " characters; this one is not. Copy it from the console.");
    }

    /**
     * Answers the request by which the console checks the address.
     *
     * @return what the body of the answer must be, without anything around it
     * @throws MappingException if it is not signed with this token
     */
    public String verify(String msg, String nonce, String signature) {
        PushSignature.check(token, nonce, msg, signature, "signature");
        return msg;
    }

    /**
     * Reads a message, which may hold several events.
     *
     * @param body as it came, byte for byte: the signature covers the message as it is written there
     * @throws MappingException if it is not signed with this token, cannot be decrypted or is no message
     */
    public PushMessage read(byte[] body) {
        Values envelope = Json.readObject(body);
        String member = cipher == null ? "msg" : "enc_msg";
        String sent = cipher == null ? plain(envelope, body) : envelope.text(member);
        PushSignature.check(token, envelope.text("nonce"), sent, envelope.text("msg_signature"), "msg_signature");
        String text = cipher == null ? sent : cipher.decryptFramed(sent, member);
        return new PushMessage(
                Optional.empty(), Optional.empty(), Messages.each(text, member, LegacyEvents::read), text);
    }

    private static String plain(Values envelope, byte[] body) {
        if (envelope.get("msg") instanceof Value.Text text) {
            return text.value();
        }
        return RawMember.of(new String(body, StandardCharsets.UTF_8), "msg")
                .orElseThrow(() -> new MappingException("msg", "must be an object, or a list of objects."));
    }

    /** Names neither token nor key. */
    @Override
    public String toString() {
        return "LegacyPushReceiver[" + (cipher == null ? "plain" : "encrypted") + "]";
    }
}
