package org.iotconnector.onenet.api.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.Vectors;
import org.iotconnector.onenet.Vectors.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyPushReceiverTest {
    private static final Vector KEY = Vectors.get("legacy-push-key-published");
    private static final Vector ENCRYPTED = Vectors.get("legacy-push-encrypted-body");
    private static final EventDevice DEVICE =
            new EventDevice(Optional.empty(), Optional.empty(), Optional.of("700123"));
    private static final Optional<Instant> TIME = Optional.of(Instant.ofEpochMilli(1_700_000_000_000L));

    private final LegacyPushReceiver receiver = LegacyPushReceiver.of(Pushes.TOKEN);
    private final LegacyPushReceiver secure =
            receiver.withEncodingAesKey(Secret.of(ENCRYPTED.inputs().text("encodingAesKey")));

    private static byte[] encryptedBody() {
        return encryptedBody(
                ENCRYPTED.expected().text("enc_msg"), ENCRYPTED.expected().text("msg_signature"));
    }

    private static byte[] encryptedBody(String message, String signature) {
        return Json.write(Values.of(
                "enc_msg",
                message,
                "msg_signature",
                signature,
                "nonce",
                ENCRYPTED.inputs().text("nonce")));
    }

    @Test
    void rawKey_publishedVector_isThatKeyWithItsVector() {
        byte[] key = LegacyPushReceiver.rawKey(Secret.of(KEY.inputs().text("encodingAesKey")));

        assertThat(new String(key, StandardCharsets.US_ASCII))
                .isEqualTo(KEY.expected().text("aesKeyAscii"));
        assertThat(new String(Arrays.copyOf(key, 16), StandardCharsets.US_ASCII))
                .isEqualTo(KEY.expected().text("ivAscii"));
    }

    @Test
    void read_encryptedVector_givesTheMessage() {
        PushMessage message = secure.read(encryptedBody());

        assertThat(message.text()).isEqualTo(ENCRYPTED.inputs().text("msg"));
        assertThat(message.events()).containsExactly(new PlatformEvent.LifeCycle(DEVICE, "online", TIME));
    }

    @Test
    void read_withAnotherKey_saysWhatToCompare() {
        LegacyPushReceiver other = receiver.withEncodingAesKey(Secret.of("A".repeat(43)));

        assertThatThrownBy(() -> other.read(encryptedBody()))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("AES key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64"})
    void read_signedButNotEncrypted_isAMappingException(String message) {
        byte[] body = encryptedBody(message, PushSignature.of(Pushes.TOKEN, Pushes.NONCE, message));

        assertThatThrownBy(() -> secure.read(body)).isInstanceOf(MappingException.class);
    }

    @Test
    void read_plainMessage_checksTheTextAsItWasSent() {
        PushMessage message = receiver.read(Pushes.legacy("{ \"value\" : 1.50, \"type\":1,\"ds_id\":\"a{\\\"}\","
                + " \"dev_id\":700123, \"at\":1700000000000 }"));

        assertThat(message.events())
                .containsExactly(new PlatformEvent.DataPoint(DEVICE, "a{\"}", new Sample(Value.of(1.5), TIME)));
    }

    @Test
    void read_batch_givesAllInOrder() {
        PushMessage message =
                receiver.read(Pushes.legacy("[{\"type\":2,\"dev_id\":700123,\"status\":0,\"at\":1700000000000},"
                        + "{\"type\":7,\"dev_id\":700123,\"cmdId\":\"c-1\"},{\"type\":99}]"));

        List<PlatformEvent> events = message.events();
        assertThat(events).hasSize(3);
        assertThat(events.get(0)).isEqualTo(new PlatformEvent.LifeCycle(DEVICE, "offline", TIME));
        assertThat(((PlatformEvent.CommandReply) events.get(1)).commandId()).isEqualTo("c-1");
        assertThat(((PlatformEvent.Other) events.get(2)).kind()).isEqualTo("99");
    }

    @Test
    void read_memberOfThatNameDeeperDown_isNotTakenForTheMessage() {
        String msg = "{\"type\":1,\"ds_id\":\"t\",\"value\":2}";
        String body = new String(Pushes.legacy(msg), StandardCharsets.UTF_8);
        String decoy = "{\"x\":{\"msg\":{\"type\":2}},\"y\":\"msg\"," + body.substring(1);

        PushMessage message = receiver.read(decoy.getBytes(StandardCharsets.UTF_8));

        assertThat(message.text()).isEqualTo(msg);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "true", "\"hello\""})
    void read_messageThatIsNoObject_isAMappingException(String msg) {
        assertThatThrownBy(() -> receiver.read(Pushes.legacy(msg))).isInstanceOf(MappingException.class);
    }

    @Test
    void read_wrongSignature_isRefused() {
        byte[] body = encryptedBody(ENCRYPTED.expected().text("enc_msg"), "AAAAAAAAAAAAAAAAAAAAAA==");

        assertThatThrownBy(() -> secure.read(body))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("msg_signature");
    }

    @Test
    void verify_vector_givesTheMessageBack() {
        Vector vector = Vectors.get("push-verify-get");

        String answer = receiver.verify(
                vector.inputs().text("msg"),
                vector.inputs().text("nonce"),
                vector.expected().text("signature"));

        assertThat(answer).isEqualTo("hello-onenet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "TVRJek5EVTJOemd4TWpNME5UWTNPREV5TXpRMU5qYz*"})
    void encodingAesKey_thatIsNone_isRefusedWithoutQuotingIt(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> receiver.withEncodingAesKey(Secret.of(key)))
                .withMessageContaining("43 characters")
                .withNoCause();
    }
}
