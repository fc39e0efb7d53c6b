package org.iotconnector.adafruit.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.iotconnector.core.HttpException;
import org.iotconnector.core.HttpException.Reason;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent again, when, and what never is; on a clock that only moves when a test moves it. */
class RepetitionTest {
    private static final String DATUM = "{\"id\":\"1\",\"value\":\"1\"}";
    private RecordedRest recorded;
    private AdafruitRest rest;

    @BeforeEach
    void start() throws IOException {
        recorded = new RecordedRest();
        rest = recorded.rest();
    }

    @AfterEach
    void stop() {
        recorded.close();
    }

    private void tooFast(String... header) {
        MockResponse.Builder answer = new MockResponse.Builder().code(429).body("Retry later");
        for (int i = 0; i < header.length; i += 2) {
            answer.addHeader(header[i], header[i + 1]);
        }
        recorded.server.enqueue(answer.build());
    }

    private void breaksOff() {
        recorded.server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
    }

    private void awaitWait() {
        Await.until("a wait has begun", () -> recorded.time.pending() > 0);
    }

    /** Moves to just before the end of a wait, and over it. */
    private void waits(Duration length) {
        awaitWait();
        int before = recorded.server.getRequestCount();
        recorded.time.advance(length.minusMillis(1));
        assertThat(recorded.time.pending()).isPositive();
        assertThat(recorded.server.getRequestCount()).isEqualTo(before);
        recorded.time.advance(Duration.ofMillis(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void read_outage_isSentAgain(int status) {
        recorded.answers(status, "<html>");
        recorded.answers("[]");
        CompletableFuture<List<Feed>> feeds = rest.feeds().list().executeAsync();

        waits(Duration.ofMillis(1050));

        assertThat(Await.value(feeds)).isEmpty();
    }

    @Test
    void read_outageWithRetryAfter_isSentAgainThen() {
        recorded.server.enqueue(new MockResponse.Builder()
                .code(503)
                .addHeader("Retry-After", "20")
                .build());
        recorded.answers("[]");
        CompletableFuture<List<Feed>> feeds = rest.feeds().list().executeAsync();

        waits(Duration.ofSeconds(20));

        assertThat(Await.value(feeds)).isEmpty();
        assertThat(recorded.budget.pauses).isEmpty();
    }

    @Test
    void read_lastingOutage_saysSo() {
        rest = recorded.rest(builder -> builder.attempts(1));
        recorded.refuses(503, "maintenance");

        assertThatThrownBy(() -> rest.feeds().list().execute())
                .isInstanceOfSatisfying(
                        HttpException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE))
                .hasMessageContaining("answered 503 \"maintenance\" to GET ")
                .hasMessageNotContaining("may have been done");
    }

    @Test
    void create_outage_isNotSentAgain() {
        recorded.answers(502, "<html>");

        assertThatThrownBy(() -> rest.data("temp").create(NewDatum.of(1)).execute())
                .isInstanceOf(HttpException.class)
                .hasMessageContaining("It may have been done");

        assertThat(recorded.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void create_connectionBreaks_isNotSentAgain() {
        breaksOff();

        assertThatThrownBy(() -> rest.data("temp").create(NewDatum.of(1)).execute())
                .isInstanceOfSatisfying(
                        HttpException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BROKEN));

        assertThat(recorded.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void next_outage_isNotSentAgainSinceItMovesTheMark() {
        recorded.answers(502, "<html>");

        assertThatThrownBy(() -> rest.data("temp").next().execute()).isInstanceOf(HttpException.class);

        assertThat(recorded.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void create_nobodyListens_isSentAgain() {
        AdafruitRest unreachable = recorded.rest(builder ->
                builder.address(URI.create("http://127.0.0.1:1/api/v2")).attempts(2));
        CompletableFuture<Datum> created =
                unreachable.data("temp").create(NewDatum.of(1)).executeAsync();

        waits(Duration.ofMillis(1050));

        assertThat(Await.failure(created))
                .isInstanceOfSatisfying(
                        HttpException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE));
        assertThat(recorded.budget.taken).containsExactly(1, 1);
    }

    @Test
    void update_connectionBreaks_isSentAgain() {
        breaksOff();
        recorded.answers(DATUM);
        CompletableFuture<Datum> updated =
                rest.data("temp").update("1", NewDatum.of(1)).executeAsync();

        waits(Duration.ofMillis(1050));

        assertThat(Await.value(updated).id()).isEqualTo("1");
    }

    @Test
    void rename_connectionBreaks_isNotSentAgainSinceTheOldKeyMayBeGone() {
        breaksOff();

        assertThatThrownBy(() -> rest.feeds()
                        .update("temp", FeedAttributes.none().key("warmth"))
                        .execute())
                .isInstanceOf(HttpException.class);

        assertThat(recorded.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void delete_goneAtTheSecondAttempt_hasSucceeded() {
        breaksOff();
        recorded.refuses(404, "not found");
        CompletableFuture<RestAnswer> deleted = rest.data("temp").delete("1").executeAsync();

        waits(Duration.ofMillis(1050));

        assertThat(deleted).succeedsWithin(Await.LIMIT);
    }

    @Test
    void delete_goneAtTheFirstAttempt_isRefused() {
        recorded.refuses(404, "not found");

        assertThatThrownBy(() -> rest.data("temp").delete("1").execute()).isInstanceOf(PlatformRejectedException.class);
    }

    @Test
    void call_cancelledWhileItWaits_freesTheTimer() {
        recorded.answers(503, "");
        CompletableFuture<List<Feed>> feeds = rest.feeds().list().executeAsync();
        awaitWait();

        feeds.cancel(true);

        assertThat(recorded.time.pending()).isZero();
    }

    @Test
    void call_cancelledInAPause_leavesThePauseToOthers() {
        tooFast();
        recorded.answers("[]");
        CompletableFuture<List<Feed>> first = rest.feeds().list().executeAsync();
        awaitWait();

        first.cancel(true);
        CompletableFuture<List<Feed>> second = rest.feeds().list().executeAsync();
        waits(Duration.ofSeconds(30));

        assertThat(Await.value(second)).isEmpty();
        assertThat(recorded.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void call_clientClosedWhileItWaits_fails() {
        recorded.answers(503, "");
        CompletableFuture<List<Feed>> feeds = rest.feeds().list().executeAsync();
        awaitWait();

        recorded.connector.close();

        assertThat(Await.failure(feeds))
                .isInstanceOfSatisfying(
                        HttpException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CLOSED));
    }

    @Test
    void last_outageThenEmpty_isEmpty() {
        recorded.answers(500, "");
        recorded.refuses(404, "not found");
        CompletableFuture<Optional<Datum>> last = rest.data("temp").last().executeAsync();

        waits(Duration.ofMillis(1050));

        assertThat(Await.value(last)).isEmpty();
    }
}
