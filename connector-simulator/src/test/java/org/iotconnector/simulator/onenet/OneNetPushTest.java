package org.iotconnector.simulator.onenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.iotconnector.simulator.VirtualTime;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.testing.Lamp;
import org.iotconnector.simulator.testing.OneNetThing;
import org.iotconnector.simulator.testing.OneNetVectors;
import org.iotconnector.simulator.testing.PushReceiver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** OneNET Studio, "HTTP push", and for the older form "Third-party platform", both read 2026-11. */
class OneNetPushTest {
    private static final String TOKEN = "pushToken01";
    private static final String STUDIO_KEY = "0123456789abcdef";
    private static final String LEGACY_KEY = "TVRJek5EVTJOemd4TWpNME5UWTNPREV5TXpRMU5qYzQ";
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-11-21T02:00:00Z"));
    private final PushReceiver receiver = new PushReceiver();
    private @Nullable Simulator simulator;

    @AfterEach
    void stop() {
        if (simulator != null) {
            simulator.close();
        }
        receiver.close();
    }

    @Test
    void start_always_verifiesTheServerBySignature() {
        start(PushTarget.of(receiver.uri(), TOKEN));

        String query = receiver.nextVerification();

        assertThat(PushReceiver.parameter(query, "tenant")).isEqualTo("7");
        String nonce = PushReceiver.parameter(query, "nonce");
        assertThat(nonce).hasSize(8);
        assertThat(URLDecoder.decode(PushReceiver.parameter(query, "signature"), StandardCharsets.UTF_8))
                .isEqualTo(signature(nonce, PushReceiver.parameter(query, "msg")));
    }

    @Test
    void verification_wrongAnswer_isRepeatedAndMessagesWait() {
        receiver.verifyWith("hello");
        OneNetSimulator onenet = start(PushTarget.of(receiver.uri(), TOKEN));
        awaitAttempts(onenet, 1);
        try (OneNetThing lamp = lamp()) {
            assertThat(lamp.device().isOnline()).isTrue();
            assertThat(receiver.waiting()).isZero();

            time.advance(Duration.ofSeconds(5));

            assertThat(receiver.nextBody()).containsKey("msg");
            assertThat(onenet.pushes().get(0).delivered()).isFalse();
            assertThat(onenet.pushes().get(1)).satisfies(attempt -> {
                assertThat(attempt.retry()).isEqualTo(1);
                assertThat(attempt.delivered()).isTrue();
            });
        }
    }

    @Test
    void deviceOnline_plain_isSignedLifeCycleMessage() {
        start(PushTarget.of(receiver.uri(), TOKEN));

        try (OneNetThing lamp = lamp()) {
            Map<String, @Nullable Object> body = receiver.nextBody();

            String msg = String.valueOf(body.get("msg"));
            assertThat(body).containsEntry("signature", signature(String.valueOf(body.get("nonce")), msg));
            assertThat(body).containsEntry("time", time.now().toEpochMilli()).containsKey("id");
            assertThat(Lamp.json(msg))
                    .containsEntry("productId", "Demo0Prod1")
                    .containsEntry("deviceName", lamp.device().deviceName())
                    .containsEntry("messageType", "lifeCycle")
                    .containsEntry(
                            "data",
                            Map.of("status", "online", "time", time.now().toEpochMilli()));
        }
    }

    @Test
    void propertyReport_encrypted_isReadableWithTheKeyAndSignedAsSent() {
        start(PushTarget.of(receiver.uri(), TOKEN).encrypted(STUDIO_KEY));

        try (OneNetThing lamp = lamp()) {
            receiver.nextBody();
            lamp.ask("thing/property/post", "{'id':'1','params':{'LightSwitch':{'value':true,'time':1700000000000}}}");
            Map<String, @Nullable Object> body = receiver.nextBody();

            String sent = String.valueOf(body.get("msg"));
            byte[] key = STUDIO_KEY.getBytes(StandardCharsets.US_ASCII);
            assertThat(body).containsEntry("signature", signature(String.valueOf(body.get("nonce")), sent));
            assertThat(Lamp.json(new String(decrypted(key, sent), StandardCharsets.UTF_8)))
                    .containsEntry("notifyType", "property");
        }
    }

    @Test
    void messages_several_keepTheirOrder() {
        start(PushTarget.of(receiver.uri(), TOKEN));

        try (OneNetThing lamp = lamp()) {
            receiver.nextBody();
            for (int i = 1; i <= 10; i++) {
                lamp.ask("thing/property/post", "{'id':'" + i + "','params':{'LightBrightness':{'value':" + i + "}}}");
            }

            for (int i = 1; i <= 10; i++) {
                Map<String, @Nullable Object> msg =
                        Lamp.json(String.valueOf(receiver.nextBody().get("msg")));
                assertThat(Json.object(msg.get("data")).orElseThrow()).containsEntry("id", Integer.toString(i));
            }
        }
    }

    @Test
    void delivery_refused_isRepeatedBySchedule() {
        List<?> delays = (List<?>)
                OneNetVectors.one("push-retry-schedule-published").expected().getOrDefault("delaysSeconds", List.of());
        receiver.answerAlways(500);
        OneNetSimulator onenet = start(PushTarget.of(receiver.uri(), TOKEN));
        lamp().close();
        String id = String.valueOf(receiver.nextBody().get("id"));

        for (int i = 0; i < delays.size(); i++) {
            int made = i + 1;
            onenet.await("attempt " + made, () -> attempts(onenet, id).size() == made, LIMIT);
            time.advance(Duration.ofSeconds(seconds(delays.get(i))));
        }
        onenet.await("the last attempt", () -> attempts(onenet, id).size() == 17, LIMIT);
        time.advance(Duration.ofDays(1));

        List<PushAttempt> attempts = attempts(onenet, id);
        assertThat(attempts).hasSize(17).noneMatch(PushAttempt::delivered).allMatch(attempt -> attempt.status() == 500);
        for (int i = 0; i < delays.size(); i++) {
            assertThat(Duration.between(
                            attempts.get(i).time(), attempts.get(i + 1).time()))
                    .hasSeconds(seconds(delays.get(i)));
        }
    }

    @Test
    void delivery_noAnswerWithin5s_isRepeated() {
        OneNetSimulator onenet = start(PushTarget.of(receiver.uri(), TOKEN));
        awaitAttempts(onenet, 1);
        receiver.keepSilent();

        try (OneNetThing lamp = lamp()) {
            Object id = receiver.nextBody().get("id");
            time.advance(Duration.ofSeconds(5));
            awaitAttempts(onenet, 2);
            time.advance(Duration.ofSeconds(5));

            assertThat(receiver.nextBody()).containsEntry("id", id);
            assertThat(onenet.pushes().get(1).status()).isZero();
            assertThat(lamp.device().isOnline()).isTrue();
        }
    }

    @Test
    void delivery_oneRefused_laterOnesGoOn() {
        OneNetSimulator onenet = start(PushTarget.of(receiver.uri(), TOKEN));
        awaitAttempts(onenet, 1);
        receiver.answer(500);

        try (OneNetThing lamp = lamp()) {
            receiver.nextBody();
            lamp.ask("thing/property/post", "{'id':'1','params':{'LightSwitch':{'value':true}}}");

            assertThat(receiver.nextText()).contains("LightSwitch");
        }
    }

    @Test
    void server_unreachable_isAnAttemptWithoutStatus() {
        URI nobody = receiver.uri();
        receiver.close();

        OneNetSimulator onenet = start(PushTarget.of(nobody, TOKEN));
        awaitAttempts(onenet, 1);

        assertThat(onenet.pushes().get(0)).satisfies(attempt -> {
            assertThat(attempt.target()).isEqualTo(nobody);
            assertThat(attempt.id()).isEmpty();
            assertThat(attempt.status()).isZero();
        });
    }

    @Test
    void legacy_deviceOnline_messageIsAnObjectSignedAsText() {
        start(PushTarget.of(receiver.uri(), TOKEN, PushTarget.Form.LEGACY));

        try (OneNetThing lamp = lamp()) {
            String text = receiver.nextText();

            String msg = "{\"type\":2,\"dev_id\":1001,\"status\":1,\"login_type\":7,\"at\":"
                    + time.now().toEpochMilli() + "}";
            Map<String, @Nullable Object> body = Lamp.json(text);
            assertThat(text).contains("\"msg\":" + msg);
            assertThat(body).containsEntry("msg_signature", signature(String.valueOf(body.get("nonce")), msg));
            assertThat(lamp.device().isOnline()).isTrue();
        }
    }

    @Test
    void legacy_severalValues_areAnArray() {
        start(PushTarget.of(receiver.uri(), TOKEN, PushTarget.Form.LEGACY));

        try (OneNetThing lamp = lamp()) {
            receiver.nextText();
            lamp.ask(
                    "thing/property/post",
                    "{'id':'1','params':{'LightSwitch':{'value':true,'time':1},'LightBrightness':{'value':7,'time':2}}}");

            assertThat(receiver.nextBody().get("msg"))
                    .isEqualTo(List.of(
                            Map.of("type", 1, "dev_id", 1001, "ds_id", "LightSwitch", "at", 1, "value", true),
                            Map.of("type", 1, "dev_id", 1001, "ds_id", "LightBrightness", "at", 2, "value", 7)));
        }
    }

    @Test
    void legacy_encrypted_holdsRandomLengthAndMessage() {
        start(PushTarget.of(receiver.uri(), TOKEN, PushTarget.Form.LEGACY).encrypted(LEGACY_KEY));

        try (OneNetThing lamp = lamp()) {
            Map<String, @Nullable Object> body = receiver.nextBody();

            String sent = String.valueOf(body.get("enc_msg"));
            ByteBuffer plain = ByteBuffer.wrap(decrypted(Base64.getDecoder().decode(LEGACY_KEY + "="), sent));
            byte[] text = new byte[plain.getInt(16)];
            plain.position(20).get(text);
            assertThat(body)
                    .containsEntry("msg_signature", signature(String.valueOf(body.get("nonce")), sent))
                    .doesNotContainKey("msg");
            assertThat(plain.hasRemaining()).isFalse();
            assertThat(Lamp.json(new String(text, StandardCharsets.UTF_8))).containsEntry("type", 2);
            assertThat(lamp.device().isOnline()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(PushTarget.Form.class)
    void encrypted_keyOfWrongLength_isRefusedWithoutTellingIt(PushTarget.Form form) {
        PushTarget plain = PushTarget.of(receiver.uri(), TOKEN, form);

        assertThatThrownBy(() -> plain.encrypted("too short"))
                .isInstanceOf(SimulatorConfigurationException.class)
                .hasMessageContaining("characters")
                .hasMessageNotContaining("too short");
    }

    @Test
    void target_notHttp_isRefused() {
        assertThatThrownBy(() -> PushTarget.of(URI.create("ftp://example.com/"), TOKEN))
                .isInstanceOf(SimulatorConfigurationException.class)
                .hasMessageContaining("ftp://example.com/");
    }

    @Test
    void toString_target_hidesTokenAndKey() {
        assertThat(PushTarget.of(receiver.uri(), TOKEN).encrypted(STUDIO_KEY).toString())
                .doesNotContain(TOKEN)
                .doesNotContain(STUDIO_KEY);
    }

    @Test
    void settings_eleventhTarget_isRefused() {
        OneNetSettings.Builder settings = OneNetSettings.builder();
        for (int i = 0; i < 10; i++) {
            settings.push(PushTarget.of(receiver.uri(), TOKEN));
        }

        assertThatThrownBy(() -> settings.push(PushTarget.of(receiver.uri(), TOKEN)))
                .isInstanceOf(SimulatorConfigurationException.class)
                .hasMessageContaining("10");
    }

    private OneNetSimulator start(PushTarget target) {
        simulator = Simulator.builder()
                .demoOneNet(settings -> settings.push(target))
                .time(time)
                .start();
        return simulator.onenet();
    }

    private OneNetThing lamp() {
        if (simulator == null) {
            throw new IllegalStateException("not started");
        }
        return new OneNetThing(simulator);
    }

    private static List<PushAttempt> attempts(OneNetSimulator onenet, String id) {
        return onenet.pushes().stream()
                .filter(attempt -> attempt.id().equals(id))
                .toList();
    }

    private static long seconds(Object delay) {
        return Long.parseLong(String.valueOf(delay));
    }

    private static void awaitAttempts(OneNetSimulator onenet, int number) {
        onenet.await(number + " push attempts", () -> onenet.pushes().size() >= number, LIMIT);
    }

    private static String signature(String nonce, String msg) {
        try {
            byte[] text = (TOKEN + nonce + msg).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(text));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static byte[] decrypted(byte[] key, String base64) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(
                    Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(Arrays.copyOf(key, 16)));
            return cipher.doFinal(Base64.getDecoder().decode(base64));
        } catch (GeneralSecurityException wrong) {
            throw new AssertionError(wrong);
        }
    }
}
