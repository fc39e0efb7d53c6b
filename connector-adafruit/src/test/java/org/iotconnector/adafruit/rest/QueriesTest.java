package org.iotconnector.adafruit.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import org.iotconnector.core.http.ApiCall;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions with filters, and those that need no key. */
class QueriesTest {
    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-03-02T00:00:00Z");
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

    @Test
    void time_ofThePlatform_needsNoKey() {
        recorded.answers("2026-03-01T12:00:00.125Z");

        Instant time = rest.integrations().time().iso8601().execute();

        RecordedRequest request = recorded.received();
        assertThat(time).isEqualTo(Instant.parse("2026-03-01T12:00:00.125Z"));
        assertThat(request.getTarget()).isEqualTo("/api/v2/time/ISO-8601");
        assertThat(request.getHeaders().get("X-AIO-Key")).isNull();
    }

    @Test
    void query_everyFilter_isSent() {
        recorded.answers("[]");

        rest.data("temp")
                .list(DataQuery.all()
                        .from(FROM)
                        .to(TO)
                        .limit(10)
                        .include(DatumField.VALUE, DatumField.LAT)
                        .before("AA=="))
                .firstPage()
                .execute();

        assertThat(Documented.query(recorded.received().getUrl().encodedQuery()))
                .isEqualTo(Map.of(
                        "start_time", "2026-03-01T00:00:00Z",
                        "end_time", "2026-03-02T00:00:00Z",
                        "limit", "10",
                        "include", "value,lat",
                        "before", "AA=="));
    }

    @Test
    void chart_ofARange_isAskedRaw() {
        recorded.answers("{\"columns\":[\"date\",\"value\"],\"data\":[[\"2026-03-01T12:00:00Z\",\"5\"],[\"x\"],[]]}");

        Chart chart = rest.data("temp")
                .chart(ChartQuery.between(FROM, TO).field(ChartQuery.Field.MAX).raw())
                .execute();

        assertThat(Documented.query(recorded.received().getUrl().encodedQuery()))
                .isEqualTo(Map.of(
                        "start_time", "2026-03-01T00:00:00Z", "end_time", "2026-03-02T00:00:00Z", "raw", "true"));
        assertThat(chart.points()).containsExactly(new Chart.Point(Instant.parse("2026-03-01T12:00:00Z"), "5"));
        assertThat(chart.columns()).containsExactly("date", "value");
    }

    @Test
    void activities_ofATime_areAskedFor() {
        recorded.answers("[{\"action\":\"create\",\"data\":\"{\\\"id\\\":1}\"},{\"data\":{\"id\":1}}]");

        List<Activity> activities = rest.activities().list(FROM, TO, 5).execute();

        assertThat(recorded.received().getUrl().queryParameter("limit")).isEqualTo("5");
        assertThat(activities).extracting(Activity::data).containsOnly(Values.of("id", 1));
    }

    @Test
    void keyless_publicFeed_isReadWithoutAKey() {
        recorded.answers("{\"key\":\"temp\"}");
        AdafruitRest keyless = AdafruitRest.keyless(recorded.http, "other")
                .address(recorded.address())
                .build();

        assertThat(keyless.feeds().get("temp").execute().key()).isEqualTo("temp");

        assertThat(recorded.received().getHeaders().get("X-AIO-Key")).isNull();
    }

    /** The mark moves with next and stays with previous. */
    @Test
    void queue_documentedSteps_bringWhatTheyShould() {
        DataApi data = rest.data("temp");
        for (Values step : Documented.file().struct("queue").list("steps").stream()
                .map(value -> value.asStruct())
                .toList()) {
            if (step.has("append")) {
                recorded.answers("{\"value\":\"" + step.text("append") + "\"}");
                assertThat(data.create(NewDatum.of(step.text("append")))
                                .execute()
                                .value())
                        .isEqualTo(step.text("append"));
            } else if (step.has("status")) {
                recorded.refuses(step.integer("status"), "not found");
                assertThat(data.next().execute()).isEmpty();
            } else {
                recorded.answers("{\"value\":\"" + step.text("value") + "\"}");
                ApiCall<Optional<Datum>> call = step.text("get").equals("next") ? data.next() : data.previous();
                assertThat(call.execute()).map(Datum::value).contains(step.text("value"));
            }
            if (step.has("get")) {
                assertThat(recorded.received().getTarget()).endsWith("/data/" + step.text("get"));
            } else {
                assertThat(recorded.received().getTarget()).endsWith("/data");
            }
        }
    }

    @Test
    void data_nameInPlaceOfAKey_isRefusedWithTheKey() {
        assertThatThrownBy(() -> rest.data("mq6_gas"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mq6-gas");
    }

    @Test
    void get_pathWithQuery_isRefusedWithoutIt() {
        assertThatThrownBy(() -> rest.get("/tester/feeds?x-aio-key=aio_secret", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("aio_secret");
    }

    @Test
    void token_key_isASecret() {
        recorded.answers("{\"id\":5,\"key\":\"tok_hidden\",\"readable\":true,\"expiration\":null}");

        Token token = rest.tokens().get("5").execute();

        assertThat(token.key()).contains(Secret.of("tok_hidden"));
        assertThat(token.readable()).contains(true);
        assertThat(Objects.toString(token)).doesNotContain("tok_hidden");
    }
}
