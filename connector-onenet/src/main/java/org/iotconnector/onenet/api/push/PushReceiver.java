package org.iotconnector.onenet.api.push;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the platform pushes over HTTP. The application's web server hands each request over and answers:
 *
 * <pre>{@code
 * GET  ?msg=…&nonce=…&signature=…   status 200 and the text that verify returns
 * POST                              status 200 after read has returned and the message is kept
 * either, on MappingException       status 400
 * }</pre>
 *
 * <p>The platform waits 5 s for an answer, and repeats a message after {@link #RETRY_DELAYS} until it gets a 200; so work
 * that takes longer belongs behind the answer, and an id seen before is a repetition. Immutable, thread-safe. OneNET
 * Studio, "HTTP push", read 2026-11.
 */
public final class PushReceiver {
    /** After how long the platform sends an unanswered message again, each time: 16 times, 2 h 45 min 45 s in all. */
    public static final List<Duration> RETRY_DELAYS = Arrays.stream(
                    new int[] {5, 10, 30, 60, 120, 180, 240, 300, 360, 420, 480, 540, 600, 1200, 1800, 3600})
            .mapToObj(Duration::ofSeconds)
            .toList();

    private static final int KEY_LENGTH = 16;

    private final Secret token;
    private final @Nullable PushCipher cipher;

    private PushReceiver(Secret token, @Nullable PushCipher cipher) {
        this.token = token;
        this.cipher = cipher;
    }

    /** A receiver of plain messages; {@code token} is what was entered in the console when the push was set up. */
    public static PushReceiver of(Secret token) {
        return new PushReceiver(token, null);
    }

    /**
     * A receiver of encrypted messages, the console's secure mode; it takes no plain ones.
     *
     * @param key 16 characters of ASCII
     * @throws IllegalArgumentException if it has not; the text does not quote it
     */
    public PushReceiver withAesKey(Secret key) {
        byte[] bytes = key.reveal().getBytes(StandardCharsets.UTF_8);
        if (bytes.length != KEY_LENGTH) {
            throw new IllegalArgumentException("The AES key of a push has " + KEY_LENGTH + " characters; this one has "
                    + key.reveal().length() + ". Copy it from the console.");
        }
        return new PushReceiver(token, PushCipher.chained(bytes));
    }

    /**
     * Answers the request by which the console checks the address.
     *
     * @param msg the query's parameter, decoded, as are the others
     * @param signature may have spaces for its plus signs
     * @return what the body of the answer must be, without anything around it
     * @throws MappingException if it is not signed with this token
     */
    public String verify(String msg, String nonce, String signature) {
        PushSignature.check(token, nonce, msg, signature, "signature");
        return msg;
    }

    /**
     * Reads a message: its signature, its encryption, its events.
     *
     * @param body as it came
     * @throws MappingException if it is not signed with this token, cannot be decrypted or is no message; the text quotes
     *     none of the message
     */
    public PushMessage read(byte[] body) {
        Values envelope = Json.readObject(body);
        String sent = envelope.text("msg");
        PushSignature.check(token, envelope.text("nonce"), sent, envelope.text("signature"), "signature");
        String text = cipher == null ? sent : new String(cipher.decrypt(sent, "msg"), StandardCharsets.UTF_8);
        return new PushMessage(
                envelope.find("id").map(Value::asText),
                envelope.find("time").flatMap(Times::read),
                Messages.each(text, "msg", StudioEvents::read),
                text);
    }

    /** Names neither token nor key. */
    @Override
    public String toString() {
        return "PushReceiver[" + (cipher == null ? "plain" : "encrypted") + "]";
    }
}
