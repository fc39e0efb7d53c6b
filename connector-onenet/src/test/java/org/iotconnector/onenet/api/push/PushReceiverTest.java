package org.iotconnector.onenet.api.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.Vectors;
import org.iotconnector.onenet.Vectors.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushReceiverTest {
    private static final Vector VERIFY = Vectors.get("push-verify-get");
    private static final Vector ENCRYPTED = Vectors.get("studio-push-encrypted-msg");

    private final PushReceiver receiver = PushReceiver.of(Pushes.TOKEN);

    static Stream<Vector> posts() {
        return Vectors.named("push-post-signature");
    }

    private static byte[] post(Vector vector) {
        Values inputs = vector.inputs();
        return Json.write(Values.of(
                "msg",
                inputs.text("msg"),
                "nonce",
                inputs.text("nonce"),
                "signature",
                vector.expected().text("signature")));
    }

    @Test
    void vectors_ofPosts_areThere() {
        assertThat(posts()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"signature", "seenIfPlusDecodedAsSpace"})
    void verify_vectorInBothForms_givesTheMessageBack(String form) {
        Values inputs = VERIFY.inputs();

        String answer = PushReceiver.of(Secret.of(inputs.text("token")))
                .verify(
                        inputs.text("msg"),
                        inputs.text("nonce"),
                        VERIFY.expected().text(form));

        assertThat(answer).isEqualTo(VERIFY.expected().text("replyBody"));
    }

    @Test
    void verify_withAnotherToken_isRefusedWithoutShowingIt() {
        PushReceiver other = PushReceiver.of(Secret.of("anotherToken"));

        assertThatThrownBy(() -> other.verify(
                        VERIFY.inputs().text("msg"),
                        VERIFY.inputs().text("nonce"),
                        VERIFY.expected().text("signature")))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("was not made with this token")
                .hasMessageNotContaining("anotherToken");
    }

    @ParameterizedTest
    @MethodSource("posts")
    void read_vector_isGenuine(Vector vector) {
        PushMessage message = receiver.read(post(vector));

        assertThat(message.text()).isEqualTo(vector.inputs().text("msg"));
    }

    @Test
    void read_ofAMessage_carriesIdTimeAndEvent() {
        PushMessage message = receiver.read(Pushes.signed(ENCRYPTED.inputs().text("msg")));

        assertThat(message.id()).contains("m-1");
        assertThat(message.time()).contains(Instant.ofEpochMilli(1_700_000_000_123L));
        assertThat(message.events()).singleElement().isInstanceOf(PlatformEvent.LifeCycle.class);
    }

    @Test
    void read_ofAnEncryptedVector_decryptsIt() {
        PushReceiver secure = receiver.withAesKey(Secret.of(ENCRYPTED.inputs().text("aesKey")));

        PushMessage message = secure.read(Pushes.signed(ENCRYPTED.expected().text("msg")));

        assertThat(message.text()).isEqualTo(ENCRYPTED.inputs().text("msg"));
    }

    @Test
    void read_withAnotherAesKey_saysWhatToCompare() {
        PushReceiver secure = receiver.withAesKey(Secret.of("fedcba9876543210"));

        assertThatThrownBy(() -> secure.read(Pushes.signed(ENCRYPTED.expected().text("msg"))))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("console");
    }

    @Test
    void read_plainWhereEncryptedIsExpected_isRefused() {
        PushReceiver secure = receiver.withAesKey(Secret.of("0123456789abcdef"));

        assertThatThrownBy(() -> secure.read(Pushes.signed("{}"))).isInstanceOf(MappingException.class);
    }

    @Test
    void read_messageChangedOnTheWay_isRefused() {
        byte[] changed = new String(Pushes.signed("{\"t\":1}"), StandardCharsets.UTF_8)
                .replace("1}", "2}")
                .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> receiver.read(changed))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("signature");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"msg\":\"{}\"}",
                "{\"msg\":{},\"nonce\":\"n\",\"signature\":\"s\"}",
                "{\"msg\""
            })
    void read_ofWhatIsNoPush_isAMappingException(String body) {
        assertThatThrownBy(() -> receiver.read(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MappingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "1", "[1]", "{"})
    void read_ofASignedMessageThatIsNoObject_isAMappingException(String msg) {
        assertThatThrownBy(() -> receiver.read(Pushes.signed(msg)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("object");
    }

    @Test
    void withAesKey_ofAnotherLength_saysSoWithoutQuotingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> receiver.withAesKey(Secret.of("tooShort")))
                .withMessageContaining("16 characters")
                .satisfies(thrown -> assertThat(thrown).hasMessageNotContaining("tooShort"));
    }

    @Test
    void retryDelays_always_areThePublishedOnes() {
        List<Long> published = Vectors.get("push-retry-schedule-published").expected().list("delaysSeconds").stream()
                .map(Value::asLong)
                .toList();

        assertThat(PushReceiver.RETRY_DELAYS).extracting(Duration::toSeconds).isEqualTo(published);
    }

    @Test
    void toString_always_hidesTokenAndKey() {
        PushReceiver secure = receiver.withAesKey(Secret.of("0123456789abcdef"));

        assertThat(secure.toString()).doesNotContain("pushToken01").doesNotContain("0123456789abcdef");
    }
}
