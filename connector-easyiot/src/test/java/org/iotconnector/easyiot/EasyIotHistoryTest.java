package org.iotconnector.easyiot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.core.http.Http;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EasyIotHistoryTest {
    private static final String TOKEN = "eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl";

    private final MockWebServer server = new MockWebServer();
    private final Http http = Http.create();
    private EasyIotHistory history;

    @BeforeEach
    void start() throws IOException {
        server.start();
        history = EasyIotHistory.of(http, Secret.of(TOKEN))
                .at(server.url("/easyiot/apiv3/messages/search").uri());
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    private void answers(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    }

    @Test
    void messages_ofATopic_areAskedForAsTheSiteDoes() throws InterruptedException {
        answers(200, "{\"data\":[]}");

        Await.value(history.messages("Bkgk2zXb4", 1000));

        RecordedRequest request = Objects.requireNonNull(server.takeRequest(5, TimeUnit.SECONDS));
        assertThat(request.getHeaders().get("Authorization")).isEqualTo(TOKEN);
        assertThat(request.getHeaders().get("Content-Type")).startsWith("application/json");
        assertThat(Objects.requireNonNull(request.getBody()))
                .isEqualTo(ByteString.encodeUtf8("{\"topic\":\"Bkgk2zXb4\",\"count\":1000}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"message\":\"on\",\"time\":1600000000}]",
                "{\"messages\":[{\"Msg\":\"on\",\"timestamp\":1600000000000}]}",
                "{\"code\":0,\"data\":{\"list\":[{\"content\":\"on\",\"createdAt\":\"2020-09-13T12:26:40Z\"}]}}",
                "{\"result\":{\"data\":{\"rows\":[{\"payload\":\"on\",\"created_at\":\"2020-09-13 20:26:40\"}]}}}",
                "{\"records\":[{\"value\":\"on\",\"ts\":\"1600000000\"}]}"
            })
    void messages_inAnyShapeThatWasSeen_areFound(String body) {
        answers(200, body);

        assertThat(Await.value(history.messages("Bkgk2zXb4", 10)))
                .containsExactly(new EasyIotStoredMessage(Optional.of(Instant.ofEpochSecond(1_600_000_000)), "on"));
    }

    @ParameterizedTest
    @CsvSource({"[\"on\"],on", "'[{\"msg\":23.5,\"time\":\"soon\"}]',23.5", "'[{\"msg\":{\"a\":1}}]','{\"a\":1}'"})
    void messages_withoutATimeThatCanBeRead_haveNone(String body, String text) {
        answers(200, body);

        assertThat(Await.value(history.messages("Bkgk2zXb4", 10)))
                .containsExactly(new EasyIotStoredMessage(Optional.empty(), text));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void messages_withATokenThatHasEnded_failWithWhatToDo(int status) {
        answers(status, "{\"error\":\"" + TOKEN + "\"}");

        assertThat(Await.failure(history.messages("Bkgk2zXb4", 10)))
                .isInstanceOf(PlatformRejectedException.class)
                .hasMessageContaining("48 hours")
                .hasMessageNotContaining(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":1,\"data\":{}}",
                "\"ok\"",
                "{}",
                "[{\"id\":1}]",
                "<html>",
                "",
                "[null]",
                "{\"data\":3}"
            })
    void messages_inAShapeThatNobodyKnows_failWithWhatIsThere(String body) {
        answers(200, body);

        assertThat(Await.failure(history.messages("Bkgk2zXb4", 10))).isInstanceOf(MappingException.class);
    }

    @Test
    void messages_moreThanThereCanBe_areRefused() {
        assertThatThrownBy(() -> history.messages("Bkgk2zXb4", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void reader_always_hidesItsToken() {
        assertThat(history.toString()).doesNotContain(TOKEN);
    }
}
