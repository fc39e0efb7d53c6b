package org.iotconnector.onenet.api.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Values;
import org.iotconnector.fuzz.Check;

/** What the platform pushes to an application's server, which anybody can call. */
class PushFuzzTest {
    private static final Secret TOKEN = Secret.of("pushToken01");
    private static final Secret AES_KEY = Secret.of("0123456789abcdef");
    private static final Secret LEGACY_KEY = Secret.of("TVRJek5EVTJOemd4TWpNME5UWTNPREV5TXpRMU5qYzQ");
    private static final PushReceiver PLAIN = PushReceiver.of(TOKEN);
    private static final PushReceiver ENCRYPTED = PLAIN.withAesKey(AES_KEY);
    private static final LegacyPushReceiver LEGACY = LegacyPushReceiver.of(TOKEN);
    private static final LegacyPushReceiver LEGACY_ENCRYPTED = LEGACY.withEncodingAesKey(LEGACY_KEY);

    /** Whole requests, which mostly lack a true signature. */
    @FuzzTest
    void requests(byte[] input) {
        Check.read(() -> PLAIN.read(input), MappingException.class);
        Check.read(() -> ENCRYPTED.read(input), MappingException.class);
        Check.read(() -> LEGACY.read(input), MappingException.class);
        Check.read(() -> LEGACY_ENCRYPTED.read(input), MappingException.class);
    }

    /** Messages in requests that are signed as they should be. */
    @FuzzTest
    void messages(byte[] input) {
        String message = Check.text(input);
        String signature = PushSignature.of(TOKEN, "n1", message);

        byte[] signed = Json.write(Values.of("msg", message, "nonce", "n1", "signature", signature));
        Check.read(() -> PLAIN.read(signed), MappingException.class)
                .ifPresent(push -> assertThat(push.text()).isEqualTo(message));
        Check.read(() -> ENCRYPTED.read(signed), MappingException.class);

        byte[] legacy = Json.write(Values.of("msg", message, "nonce", "n1", "msg_signature", signature));
        Check.read(() -> LEGACY.read(legacy), MappingException.class)
                .ifPresent(push -> assertThat(push.text()).isEqualTo(message));
        byte[] framed = Json.write(Values.of("enc_msg", message, "nonce", "n1", "msg_signature", signature));
        Check.read(() -> LEGACY_ENCRYPTED.read(framed), MappingException.class);

        // As an object instead of a text: its own characters are signed.
        byte[] nested = ("{\"nonce\":\"n1\",\"msg_signature\":\"" + signature + "\",\"msg\":" + message + "}")
                .getBytes(StandardCharsets.UTF_8);
        Check.read(() -> LEGACY.read(nested), MappingException.class);
    }
}
