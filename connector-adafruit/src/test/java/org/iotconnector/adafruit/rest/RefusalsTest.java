package org.iotconnector.adafruit.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.iotconnector.core.HttpException;
import org.iotconnector.core.HttpException.Reason;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.core.settings.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What failures say, and what they never show. */
class RefusalsTest {
    private static final Secret TOKEN = Secret.of("abcdEFGHijklMNOPqrstUVWX1234");

    private RecordedRest recorded;

    @BeforeEach
    void start() throws IOException {
        recorded = new RecordedRest();
    }

    @AfterEach
    void stop() {
        recorded.close();
    }

    private AdafruitRest once() {
        return recorded.rest(builder -> builder.attempts(1));
    }

    @ParameterizedTest
    @CsvSource({
        "401, request failed - invalid API key provided, Check user name and key",
        "403, no, The account may not do that",
        "404, not found - API documentation can be found at https://io.adafruit.com/api/docs, its key and not its name",
        "404, not found - that is an invalid URL and so on, the key of \"mq6_gas\" is \"mq6-gas\"",
        "422, Validation failed: Key has already been taken, the free plan has 10 feeds",
        "429, request failed - throttle exceeded, sends faster than its plan allows"
    })
    void refusal_ofEachKind_carriesTextAndAdvice(int status, String text, String advice) {
        recorded.refuses(status, text);

        assertThatThrownBy(() -> once().feeds().get("temp").execute())
                .isInstanceOfSatisfying(PlatformRejectedException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(status);
                    assertThat(refused.text()).isEqualTo(text);
                })
                .hasMessageContaining("GET " + recorded.address() + "/tester/feeds/temp.")
                .hasMessageContaining(advice);
    }

    @Test
    void last_pathThatNoRouteMatches_isNotAnEmptyFeed() {
        recorded.refuses(404, "not found - that is an invalid URL, please check the API documentation");

        assertThatThrownBy(() -> once().data("temp").last().execute()).isInstanceOf(PlatformRejectedException.class);
    }

    @Test
    void answer_ofAnotherServer_saysSo() {
        recorded.answers("<html>hello</html>");

        assertThatThrownBy(() -> once().feeds().list().execute())
                .isInstanceOfSatisfying(
                        HttpException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BAD_ANSWER))
                .hasMessageContaining("Check the address");
    }

    @Test
    void answer_numberInPlaceOfARecord_saysSo() {
        recorded.answers("5");

        assertThatThrownBy(() -> once().feeds().get("temp").execute()).hasMessageContaining("it is no JSON object");
    }

    @Test
    void execute_failure_showsTheCaller() {
        recorded.refuses(403, "no");

        assertThatThrownBy(() -> once().feeds().list().execute())
                .satisfies(e -> assertThat(e.getStackTrace())
                        .extracting(StackTraceElement::getClassName)
                        .contains(RefusalsTest.class.getName()));
    }

    static Stream<Function<RecordedRest, MockResponse>> failures() {
        String echo = RecordedRest.KEY + " /webhooks/feed/" + TOKEN.reveal();
        return Stream.of(
                recorded -> new MockResponse.Builder()
                        .code(404)
                        .body("{\"error\":\"" + echo + "\"}")
                        .build(),
                recorded -> new MockResponse.Builder().code(500).body(echo).build(),
                recorded -> new MockResponse.Builder().code(429).body(echo).build(),
                recorded -> new MockResponse.Builder().body("not JSON").build(),
                recorded -> new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failure_ofAnyKind_showsNeitherKeyNorToken(Function<RecordedRest, MockResponse> failure) {
        recorded.server.enqueue(failure.apply(recorded));
        recorded.server.enqueue(failure.apply(recorded));
        AdafruitRest rest = once();

        Throwable ofWebhook =
                catchThrowable(() -> rest.webhook(TOKEN).send(NewDatum.of(1)).execute());
        Throwable ofFeed = catchThrowable(() -> recorded.rest(builder -> builder.attempts(1))
                .data("temp")
                .create(NewDatum.of(1))
                .execute());

        assertThat(shown(ofWebhook)).contains("[redacted]").doesNotContain(TOKEN.reveal());
        assertThat(shown(ofFeed)).contains("/feeds/temp/data").doesNotContain(RecordedRest.KEY);
    }

    private static String shown(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void key_inAnyRequest_isInTheHeaderOnly() {
        recorded.answers("[]");

        recorded.rest().get("/tester/feeds", Map.of("limit", "1")).execute();

        assertThat(recorded.received().getTarget()).doesNotContain(RecordedRest.KEY);
    }

    @Test
    void webhook_tokenThatIsNone_isRefusedUnseen() {
        assertThatThrownBy(() -> once().webhook(Secret.of("https://io.adafruit.com/api/v2/webhooks/feed/t0ken")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("t0ken");
    }

    @Test
    void address_withAQuery_isRefused() {
        AdafruitRest.Builder builder = AdafruitRest.keyless(recorded.http, "u");

        assertThatThrownBy(() -> builder.address(URI.create("https://h/api?x=1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.attempts(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AdafruitRest.keyless(recorded.http, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void key_empty_isRefused() {
        assertThatThrownBy(() -> AdafruitRest.builder(recorded.http, "u", Secret.of("")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keyless");
    }
}
