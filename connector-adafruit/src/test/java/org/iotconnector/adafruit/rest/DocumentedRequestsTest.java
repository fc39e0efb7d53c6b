package org.iotconnector.adafruit.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every request that the facts about the API name is made as documented, and its answer is read. */
class DocumentedRequestsTest {
    private RecordedRest recorded;

    @BeforeEach
    void start() throws IOException {
        recorded = new RecordedRest();
    }

    @AfterEach
    void stop() {
        recorded.close();
    }

    static Stream<Documented> documented() {
        return Documented.all();
    }

    static Stream<Documented> accepted() {
        return documented().filter(documented -> documented.status() < 300);
    }

    static Stream<Documented> refused() {
        return documented()
                .filter(documented ->
                        documented.status() >= 300 && !documented.name().equals("last on an empty feed"));
    }

    private AdafruitRest rest(Documented documented) {
        String key = documented.requestHeader("X-AIO-Key").orElse(RecordedRest.KEY);
        return AdafruitRest.builder(recorded.http, RecordedRest.USERNAME, Secret.of(key))
                .address(recorded.address())
                .budget(recorded.budget)
                .attempts(1)
                .build();
    }

    private Object run(Documented documented) {
        if (documented.name().equals("page 2")) {
            enqueue(Documented.named("page 1"));
        }
        enqueue(documented);
        return Objects.requireNonNull(DocumentedCalls.ALL.get(documented.name()), documented.name())
                .apply(rest(documented));
    }

    private void enqueue(Documented documented) {
        MockResponse.Builder answer = new MockResponse.Builder().code(documented.status());
        documented.responseHeaders().forEach(answer::addHeader);
        // The one answer that is described and not shown.
        String body = documented.name().equals("add feed to group") ? "{\"key\":\"house\"}" : documented.responseText();
        recorded.server.enqueue(answer.body(body).build());
    }

    @Test
    void cases_all_haveACall() {
        assertThat(DocumentedCalls.ALL.keySet())
                .hasSize(56)
                .isEqualTo(documented().map(Documented::name).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("documented")
    void request_documented_isMade(Documented documented) {
        Throwable unused = catchThrowable(() -> run(documented));

        if (documented.name().equals("page 2")) {
            recorded.received();
        }
        RecordedRequest request = recorded.received();
        boolean keyInQuery = documented.query().containsKey("x-aio-key");
        assertThat(request.getMethod()).isEqualTo(documented.method());
        assertThat(request.getUrl().encodedPath()).isEqualTo("/api/v2" + documented.path());
        assertThat(Documented.query(request.getUrl().encodedQuery()))
                .isEqualTo(keyInQuery ? Map.of() : documented.query());
        assertThat(request.getHeaders().get("X-AIO-Key"))
                .isEqualTo(
                        keyInQuery
                                ? RecordedRest.KEY
                                : documented.requestHeader("X-AIO-Key").orElse(null));
        documented
                .requestHeader("Content-Type")
                .ifPresent(type ->
                        assertThat(request.getHeaders().get("Content-Type")).startsWith(type));
        boolean ignored = documented.name().equals("webhook notify");
        documented
                .requestBody()
                .filter(body -> !ignored)
                .ifPresent(body -> assertThat(body(request, body)).isEqualTo(body));
    }

    private static Value body(RecordedRequest request, Value form) {
        String text = Objects.requireNonNull(request.getBody()).utf8();
        return form instanceof Value.Text ? Value.of(text) : Json.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void answer_ofSuccess_isRead(Documented documented) {
        Object result = run(documented);

        Object expected = switch (documented.name()) {
            case "user, as captured" ->
                Value.of(documented.responseBody().orElseThrow().asStruct().struct("user"));
            case "retain without place" -> Optional.of(new Retained("22.4", Optional.empty()));
            case "time without key" -> DocumentedCalls.NOON;
            case "add feed to group" -> Value.of(Values.of("key", "house"));
            default -> documented.responseBody().orElseThrow();
        };
        assertThat(result).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void answer_ofRefusal_keepsStatusTextAndTarget(Documented documented) {
        Throwable failure = catchThrowable(() -> run(documented));

        assertThat(failure)
                .isInstanceOfSatisfying(PlatformRejectedException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(documented.status());
                    assertThat(refused.text()).isEqualTo(documented.error());
                })
                .hasMessageContaining(documented.method() + " " + recorded.address() + documented.path());
    }

    @Test
    void last_ofAnEmptyFeed_isEmpty() {
        assertThat(run(Documented.named("last on an empty feed"))).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("documented")
    void request_documented_takesItsShareOfTheRate(Documented documented) {
        Throwable unused = catchThrowable(() -> run(documented));

        if (documented.cost().isPresent()) {
            assertThat(recorded.budget.sum()).isEqualTo(documented.cost().getAsInt());
        } else {
            boolean data =
                    documented.method().equals("POST") && documented.path().matches(".*/(data|webhooks/.*)");
            assertThat(recorded.budget.sum()).isEqualTo(data ? 1 : 0);
        }
    }
}
