package org.iotconnector.adafruit.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens when the platform says that an account sends too fast, or its rate has no room. */
class TooFastTest {
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

    @Test
    void create_tooFast_isSentAgainAfter30Seconds() {
        tooFast();
        recorded.answers(DATUM);
        CompletableFuture<Datum> created =
                rest.data("temp").create(NewDatum.of(1)).executeAsync();

        waits(Duration.ofSeconds(30));

        assertThat(Await.value(created).id()).isEqualTo("1");
        assertThat(recorded.budget.pauses).containsExactly(Duration.ofSeconds(30));
        assertThat(recorded.budget.taken).containsExactly(1, 1);
    }

    @Test
    void create_tooFastWithRetryAfter_isSentAgainThen() {
        tooFast("Retry-After", "7");
        recorded.answers(DATUM);
        CompletableFuture<Datum> created =
                rest.data("temp").create(NewDatum.of(1)).executeAsync();

        waits(Duration.ofSeconds(7));

        assertThat(Await.value(created).id()).isEqualTo("1");
    }

    @Test
    void create_tooFastWithADate_goesByTheServersClock() {
        tooFast("Retry-After", "Sun, 01 Mar 2026 12:00:09 GMT", "Date", "Sun, 01 Mar 2026 12:00:00 GMT");
        recorded.answers(DATUM);
        CompletableFuture<Datum> created =
                rest.data("temp").create(NewDatum.of(1)).executeAsync();

        waits(Duration.ofSeconds(9));

        assertThat(Await.value(created).id()).isEqualTo("1");
    }

    @Test
    void create_alwaysTooFast_failsAfterTheLastAttempt() {
        for (int i = 0; i < 4; i++) {
            tooFast();
        }
        CompletableFuture<Datum> created =
                rest.data("temp").create(NewDatum.of(1)).executeAsync();

        for (int i = 0; i < 3; i++) {
            waits(Duration.ofSeconds(30));
        }

        assertThat(Await.failure(created))
                .isInstanceOfSatisfying(PlatformRejectedException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(429);
                    assertThat(refused.text()).isEqualTo("Retry later");
                })
                .hasMessageContaining("attempts: 4");
        assertThat(recorded.server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void create_longerPauseThanACallWaits_failsAtOnceAndSoDoTheNext() {
        tooFast("Retry-After", "3600");

        assertThatThrownBy(() -> rest.data("temp").create(NewDatum.of(1)).execute())
                .isInstanceOf(PlatformRejectedException.class);

        assertThatThrownBy(() -> rest.feeds().list().execute())
                .isInstanceOf(PlatformRejectedException.class)
                .hasMessageContaining("pause of 3600 s")
                .hasMessageContaining("was not sent");
        assertThat(recorded.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void read_duringAPause_waitsForItsEnd() {
        tooFast();
        recorded.answers(DATUM);
        recorded.answers(DATUM);
        CompletableFuture<Datum> created =
                rest.data("temp").create(NewDatum.of(1)).executeAsync();
        awaitWait();

        CompletableFuture<List<Feed>> feeds = rest.feeds().list().executeAsync();
        waits(Duration.ofSeconds(30));

        assertThat(CompletableFuture.allOf(created, feeds)).succeedsWithin(Await.LIMIT);
        assertThat(recorded.server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void create_noRoomInTheRate_isNotSentBefore() {
        recorded.budget.room = new CompletableFuture<>();
        recorded.answers(DATUM);

        CompletableFuture<Datum> created =
                rest.data("temp").create(NewDatum.of(1)).executeAsync();

        assertThat(recorded.server.getRequestCount()).isZero();
        recorded.budget.room.complete(null);
        assertThat(Await.value(created).id()).isEqualTo("1");
    }

    @Test
    void read_noRoomInTheRate_isSentAllTheSame() {
        recorded.budget.room = new CompletableFuture<>();
        recorded.answers("[]");

        assertThat(rest.feeds().list().execute()).isEmpty();
        assertThat(recorded.budget.taken).isEmpty();
    }
}
