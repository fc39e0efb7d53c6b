package org.iotconnector.simulator.internal.onenet.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.iotconnector.simulator.testing.OneNetVectors;
import org.iotconnector.simulator.testing.OneNetVectors.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden vectors: the retry schedule and a key are published by the vendor, the others computed from its rules. */
class PushVectorsTest {

    @ParameterizedTest
    @ValueSource(strings = {"push-verify-get", "push-post-signature", "push-post-signature-utf8"})
    void signature_vector_isThatOfTheVector(String name) {
        Vector vector = OneNetVectors.one(name);

        String signature = PushSignature.of(vector.input("token"), vector.input("nonce"), vector.input("msg"));

        assertThat(signature).isEqualTo(vector.expected("signature"));
    }

    @Test
    void studio_vector_isEncryptedAsInTheVector() {
        Vector vector = OneNetVectors.one("studio-push-encrypted-msg");

        String encrypted = PushCipher.studio(vector.input("aesKey"), vector.input("msg"));

        assertThat(encrypted).isEqualTo(vector.expected("msg"));
    }

    @Test
    void legacyKey_publishedKey_isThatOfTheVendor() {
        Vector vector = OneNetVectors.one("legacy-push-key-published");

        byte[] key = PushCipher.legacyKey(vector.input("encodingAesKey"));

        assertThat(new String(key, StandardCharsets.US_ASCII)).isEqualTo(vector.expected("aesKeyAscii"));
        assertThat(new String(Arrays.copyOf(key, 16), StandardCharsets.US_ASCII))
                .isEqualTo(vector.expected("ivAscii"));
    }

    @Test
    void legacy_vector_isEncryptedAndSignedAsInTheVector() {
        Vector vector = OneNetVectors.one("legacy-push-encrypted-body");

        String encrypted = PushCipher.legacy(
                vector.input("encodingAesKey"),
                vector.input("random16").getBytes(StandardCharsets.US_ASCII),
                vector.input("msg"));

        assertThat(encrypted).isEqualTo(vector.expected("enc_msg"));
        assertThat(PushSignature.of(vector.input("token"), vector.input("nonce"), encrypted))
                .isEqualTo(vector.expected("msg_signature"));
    }

    @Test
    void schedule_published_isFollowedAndEnds() {
        Vector vector = OneNetVectors.one("push-retry-schedule-published");

        List<Object> seconds = new ArrayList<>();
        for (int attempt = 0; RetrySchedule.after(attempt).isPresent(); attempt++) {
            seconds.add((int) RetrySchedule.after(attempt)
                    .map(Duration::toSeconds)
                    .orElseThrow()
                    .longValue());
        }

        assertThat(seconds).isEqualTo(vector.expected().get("delaysSeconds"));
        assertThat(RetrySchedule.after(seconds.size())).isEqualTo(Optional.empty());
    }
}
