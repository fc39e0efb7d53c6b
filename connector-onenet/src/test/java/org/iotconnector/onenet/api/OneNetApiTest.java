package org.iotconnector.onenet.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iotconnector.onenet.api.RecordedApi.NOW;
import static org.iotconnector.onenet.api.RecordedApi.SENSOR;
import static org.iotconnector.onenet.api.RecordedApi.envelope;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.iotconnector.core.HttpException;
import org.iotconnector.core.HttpException.Reason;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.Devices;
import org.iotconnector.onenet.OneNetToken;
import org.iotconnector.onenet.SignMethod;
import org.iotconnector.onenet.Vectors;
import org.iotconnector.onenet.Vectors.Vector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OneNetApiTest {
    private RecordedApi recorded;

    @BeforeEach
    void start() throws IOException {
        recorded = new RecordedApi();
    }

    @AfterEach
    void stop() {
        recorded.close();
    }

    private OneNetToken receivedToken() {
        String header = recorded.received().getHeaders().get("authorization");
        return OneNetToken.parse(Secret.of(Objects.requireNonNull(header)));
    }

    private static MockResponse refusedAt(Instant time) {
        return envelope(10403, "invalid authorization", "")
                .addHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atZone(ZoneOffset.UTC)))
                .build();
    }

    static Stream<Vector> tokens() {
        return Vectors.named("token-api-");
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void token_goldenValue_isMade(Vector vector) {
        ApiCredentials credentials = ApiCredentials.of(
                        vector.inputs().text("res"), Secret.of(vector.inputs().text("accessKey")))
                .withVersion(vector.inputs().text("version"));

        OneNetToken token = credentials.token(
                Instant.ofEpochSecond(vector.inputs().longInteger("et")),
                SignMethod.parse(vector.inputs().text("method")));

        assertThat(token.text()).isEqualTo(Secret.of(vector.expected().text("token")));
    }

    @Test
    void credentials_kinds_nameTheirResource() {
        Secret key = Secret.of(Devices.PRODUCT_KEY);

        assertThat(ApiCredentials.ofUser("123456", key).resource()).isEqualTo("userid/123456");
        assertThat(ApiCredentials.ofProject("Pq9Rs8Tu", key).resource()).isEqualTo("projects/Pq9Rs8Tu");
        assertThat(ApiCredentials.ofProduct("a1B2c3D4e5", key))
                .hasToString("ApiCredentials[products/a1B2c3D4e5, version=2022-05-01]");
    }

    @Test
    void build_keyNotBase64_isRefusedUnseen() {
        OneNetApi.Builder builder =
                OneNetApi.builder(recorded.http, ApiCredentials.ofProduct("p", Secret.of("n0t base64!")));

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not base64")
                .hasMessageNotContaining("n0t");
    }

    @Test
    void address_withQuery_isRefused() {
        OneNetApi.Builder builder =
                OneNetApi.builder(recorded.http, ApiCredentials.ofProduct("p", Secret.of(Devices.PRODUCT_KEY)));

        assertThatThrownBy(() -> builder.address(URI.create("https://h/?a=b")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void call_token_isOfTheCredentialsAndKept() {
        OneNetApi api = recorded.api(builder -> builder.tokenLife(Duration.ofMinutes(30)));
        recorded.answersNothing();
        recorded.answersNothing();

        api.get("/a", Map.of()).execute();
        api.get("/b", Map.of()).execute();

        OneNetToken first = receivedToken();
        assertThat(first.resource()).isEqualTo("products/a1B2c3D4e5");
        assertThat(first.version()).isEqualTo("2022-05-01");
        assertThat(first.method()).isEqualTo("sha256");
        assertThat(first.expiry()).isEqualTo(NOW.plusSeconds(1800));
        assertThat(receivedToken()).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "10411, bool type error, Send the value as the thing model declares it.",
        "10415, required value, Give every input",
        "10417, query failed, Reading properties failed",
        "10403, invalid authorization, Check the key",
        "10500, device not subscribed, The device has to be online",
        "10411, device response timeout, The device did not answer in time"
    })
    void call_refused_carriesCodeTextAndAdvice(int code, String text, String advice) {
        recorded.refuses(code, text);

        assertThatThrownBy(() -> recorded.api().post("/x", Values.empty()).execute())
                .isInstanceOfSatisfying(PlatformRejectedException.class, e -> {
                    assertThat(e.code()).isEqualTo(code);
                    assertThat(e.text()).isEqualTo(text);
                    assertThat(e.requestId()).isEqualTo(RecordedApi.REQUEST_ID);
                })
                .hasMessageStartingWith("The platform answered " + code + " \"" + text + "\" to request "
                        + RecordedApi.REQUEST_ID + ". " + advice);
    }

    @Test
    void call_refusedWithStatus401_isReadAllTheSame() {
        recorded.server.enqueue(
                envelope(10403, "invalid authorization", "").code(401).build());

        assertThatThrownBy(() -> recorded.api().get("/x", Map.of()).execute())
                .isInstanceOfSatisfying(
                        PlatformRejectedException.class,
                        e -> assertThat(e.code()).isEqualTo(10403));
    }

    @Test
    void call_errorOfAnotherServer_keepsItsStatus() {
        recorded.server.enqueue(
                new MockResponse.Builder().code(502).body("<html>").build());

        assertThatThrownBy(() -> recorded.api().get("/x", Map.of()).execute())
                .isInstanceOfSatisfying(
                        PlatformRejectedException.class,
                        e -> assertThat(e.code()).isEqualTo(502));
    }

    @Test
    void call_answerOfAnotherServer_saysSo() {
        recorded.server.enqueue(new MockResponse.Builder().body("<html>").build());

        assertThatThrownBy(() -> recorded.api().get("/x", Map.of("q", "s3cret")).execute())
                .isInstanceOfSatisfying(
                        HttpException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BAD_ANSWER))
                .hasMessageContaining("/x is not one of OneNET's API")
                .hasMessageContaining("Check the base address")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void call_clockBehindByMoreThanTheTokenHolds_goesByThePlatformsClock() {
        OneNetApi api = recorded.api(builder -> builder.tokenLife(Duration.ofMinutes(10)));
        Instant theirs = NOW.plus(Duration.ofDays(2));
        recorded.server.enqueue(refusedAt(theirs));
        recorded.answersNothing();

        api.post("/x", Values.empty()).execute();

        receivedToken();
        assertThat(receivedToken().expiry()).isEqualTo(theirs.plus(Duration.ofMinutes(10)));
    }

    @Test
    void call_refusedAtARightClock_isNotRepeated() {
        recorded.server.enqueue(refusedAt(NOW.plusSeconds(5)));

        assertThatThrownBy(() -> recorded.api().get("/x", Map.of()).execute())
                .isInstanceOf(PlatformRejectedException.class);

        assertThat(recorded.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void call_refusedAgainAfterTheCorrection_fails() {
        Instant theirs = NOW.plus(Duration.ofDays(2));
        recorded.server.enqueue(refusedAt(theirs));
        recorded.server.enqueue(refusedAt(theirs.plus(Duration.ofDays(2))));

        assertThatThrownBy(() -> recorded.api().get("/x", Map.of()).execute())
                .isInstanceOf(PlatformRejectedException.class);

        assertThat(recorded.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void get_connectionBreaks_isRepeatedOnce() {
        recorded.server.enqueue(broken());
        recorded.answers("1");

        ApiAnswer answer = recorded.api().get("/x", Map.of()).execute();

        assertThat(answer.data()).contains(Value.of(1L));
    }

    @Test
    void post_connectionBreaks_isNotRepeated() {
        recorded.server.enqueue(broken());
        recorded.answersNothing();

        assertThatThrownBy(() -> recorded.api().post("/x", Values.empty()).execute())
                .isInstanceOfSatisfying(
                        HttpException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BROKEN));

        assertThat(recorded.server.getRequestCount()).isEqualTo(1);
    }

    private static MockResponse broken() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    @Test
    void executeAsync_failure_isTheCause() {
        recorded.refuses(10500, "internal");

        CompletableFuture<ApiAnswer> answer = recorded.api().get("/x", Map.of()).executeAsync();

        assertThatThrownBy(answer::join).cause().isInstanceOf(PlatformRejectedException.class);
    }

    @Test
    void executeAsync_cancelled_endsTheCall() {
        recorded.server.enqueue(
                new MockResponse.Builder().headersDelay(10, TimeUnit.SECONDS).build());
        CompletableFuture<DeviceDetail> detail =
                recorded.api().devices().detail(SENSOR).executeAsync();
        recorded.received();

        detail.cancel(true);

        assertThat(detail).isCancelled();
    }

    @Test
    void execute_failure_showsTheCaller() {
        recorded.refuses(10500, "internal");

        assertThatThrownBy(() -> recorded.api().get("/x", Map.of()).execute())
                .satisfies(e -> assertThat(e.getStackTrace())
                        .extracting(StackTraceElement::getClassName)
                        .contains(OneNetApiTest.class.getName()));
    }
}
