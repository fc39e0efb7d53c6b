package org.iotconnector.simulator.adafruit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.iotconnector.simulator.Fault;
import org.iotconnector.simulator.testing.AdafruitBench;
import org.iotconnector.simulator.testing.AdafruitCaller;
import org.iotconnector.simulator.testing.AdafruitCaller.Answer;
import org.iotconnector.simulator.testing.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data over HTTP beyond the published cases. */
class AdafruitRestDataTest {
    private final AdafruitBench bench = new AdafruitBench();
    private final AdafruitCaller api = AdafruitCaller.of(bench);

    @BeforeEach
    void makeFeed() {
        bench.account().createFeed("default", "Temp");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    private AdafruitFeed feed() {
        return bench.account().feed("temp");
    }

    @Test
    void create_byRest_arrivesOverMqtt() {
        Client client = bench.client("c1");
        client.subscribe("tester/f/temp/csv");

        api.post("/feeds/temp/data", "{'value':21.5,'lat':1.5,'lon':2.5}");

        assertThat(client.nextText()).isEqualTo("21.5,1.5,2.5,");
    }

    @Test
    void last_ofAnMqttPublish_isThatValue() {
        bench.client("c1").publish("tester/f/temp", "on", 1);

        assertThat(api.get("/feeds/temp/data/last").object()).containsEntry("value", "on");
    }

    @Test
    void groupData_byRest_arrivesAsOneGroupMessage() {
        bench.account().createGroup("House");
        Client client = bench.client("c1");
        client.subscribe("tester/g/house");

        api.post(
                "/groups/house/data", "{'feeds':[{'key':'temp','value':1},{'key':'hum','value':2}],'lat':1.5,'lon':2}");

        assertThat(client.nextText())
                .isEqualTo("{\"feeds\":{\"temp\":\"1\",\"hum\":\"2\"},\"location\":{\"lat\":1.5,\"lon\":2}}");
        assertThat(bench.account().feedKeys()).contains("house.temp", "house.hum");
    }

    @Test
    void groupData_oneBadName_storesAndMakesNothing() {
        bench.account().createGroup("House");

        Answer answer = api.post("/groups/house/data", "{'feeds':[{'key':'a','value':1},{'key':'b[','value':2}]}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(bench.account().feedKeys()).containsExactly("temp");
    }

    @Test
    void groupData_feedsAsObject_is422() {
        bench.account().createGroup("House");

        assertThat(api.post("/groups/house/data", "{'feeds':{'a':1}}").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, '{\"value\":\"7\"}'",
        "application/json, '{\"datum\":{\"value\":7}}'",
        "application/x-www-form-urlencoded, value=7",
        "application/x-www-form-urlencoded, datum%5Bvalue%5D=7"
    })
    void create_anyFormOfBody_isStored(String type, String body) {
        Answer answer = api.body("POST", "/feeds/temp/data", type, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(feed().last()).map(AdafruitValue::value).contains("7");
    }

    @Test
    void create_multipartForm_isStored() {
        String form = "--X\r\nContent-Disposition: form-data; name=\"value\"\r\n\r\n8\r\n--X--\r\n";

        Answer answer = api.body("POST", "/feeds/temp/data", "multipart/form-data; boundary=X", form);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(feed().last()).map(AdafruitValue::value).contains("8");
    }

    @Test
    void create_objectAsValue_isCompactJson() {
        api.post("/feeds/temp/data", "{'value': {'a': [1, 2]}}");

        assertThat(feed().last()).map(AdafruitValue::value).contains("{\"a\":[1,2]}");
    }

    @ParameterizedTest
    @CsvSource({
        "'{''value'':', 400",
        "'[1]', 400",
        "'{''value'':null}', 422",
        "'{''value'':1,''lat'':''north''}', 422",
        "'{''value'':1,''created_at'':''yesterday''}', 422",
        "'{''value'':1,''created_at'':''+999999999-12-31T23:59:59Z''}', 422"
    })
    void create_badBody_isRefusedWithAText(String body, int status) {
        Answer answer = api.body("POST", "/feeds/temp/data", "application/json", body.replace('\'', '"'));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.error()).isNotBlank();
        assertThat(feed().values()).isEmpty();
    }

    @Test
    void create_tooLarge_is422UntilHistoryIsOff() {
        String value = "x".repeat(1025);

        Answer refused = api.post("/feeds/temp/data", "{'value':'" + value + "'}");
        feed().history(false);
        Answer accepted = api.post("/feeds/temp/data", "{'value':'" + value + "'}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(accepted.object()).containsEntry("value", value).containsEntry("expiration", null);
    }

    @Test
    void create_afterThirtyByMqtt_is429() {
        Client client = bench.client("c1");
        IntStream.range(0, 30).forEach(i -> client.publish("tester/f/temp", "1", 1));

        assertThat(api.post("/feeds/temp/data", "{'value':1}").status()).isEqualTo(429);
        bench.advance(Duration.ofSeconds(60));
        assertThat(api.post("/feeds/temp/data", "{'value':1}").status()).isEqualTo(200);
    }

    @Test
    void create_overTheRate_tellsOnTheThrottleTopic() {
        Client client = bench.client("c1");
        client.subscribe("tester/throttle");

        IntStream.range(0, 31).forEach(i -> api.post("/feeds/temp/data", "{'value':1}"));

        assertThat(client.nextText()).contains("data rate limit reached, 2 seconds");
    }

    @Test
    void batch_moreThanTheRateAllows_storesNone() {
        String entries = "{'value':1}" + ",{'value':2}".repeat(30);

        Answer answer = api.post("/feeds/temp/data/batch", "[" + entries + "]");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(feed().values()).isEmpty();
    }

    @Test
    void retain_valueWithCommaAndPlace_isQuoted() {
        feed().put("a,\"b\"", 1.5, -2, 3);

        Answer answer = api.get("/feeds/temp/data/retain");

        assertThat(answer.text()).isEqualTo("\"a,\"\"b\"\"\",1.5,-2,3");
    }

    @Test
    void retain_emptyFeed_isEmpty() {
        Answer answer = api.get("/feeds/temp/data/retain");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEmpty();
    }

    @Test
    void patch_onlyPlace_keepsTheValue() {
        feed().put("5");
        String id = feed().values().get(0).id();

        Answer answer = api.json("PATCH", "/feeds/temp/data/" + id, "{'lat':1,'lon':2}");

        assertThat(answer.object()).containsEntry("value", "5").containsEntry("lat", 1.0);
    }

    @Test
    void webhook_rawBodyTooLong_isCutAtAWholeCharacter() {
        feed().createWebhook("token1");

        Answer answer = api.send(api.bare("/api/v2/webhooks/feed/token1/raw")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("x" + "é".repeat(600))));

        assertThat(answer.object()).containsEntry("value", "x" + "é".repeat(511));
    }

    @Test
    void webhook_unknownToken_is404() {
        Answer answer =
                api.send(api.bare("/api/v2/webhooks/feed/nobody").POST(HttpRequest.BodyPublishers.ofString("value=1")));

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void faults_overHttp_strikeTheAccount() {
        bench.platform().inject("tester", new Fault.FailHttp("/data", 503, 1));

        Answer failed = api.post("/feeds/temp/data", "{'value':1}");
        Answer repeated = api.post("/feeds/temp/data", "{'value':1}");

        assertThat(failed.status()).isEqualTo(503);
        assertThat(failed.error()).isNotBlank();
        assertThat(repeated.status()).isEqualTo(200);
        assertThat(feed().values()).hasSize(1);
    }

    @Test
    void bodyAsValue_noValue_isTheTextOfTheBody() {
        try (AdafruitBench lenient = new AdafruitBench(settings -> settings.rule(AdafruitRule.BODY_AS_VALUE, true))) {
            lenient.account().createFeed("default", "Temp");

            Answer answer = AdafruitCaller.of(lenient).post("/feeds/temp/data", "{'a': 1}");

            assertThat(answer.object()).containsEntry("value", "{\"a\": 1}");
        }
    }

    @Test
    void html5xx_fault_isAPage() {
        try (AdafruitBench pages = new AdafruitBench(settings -> settings.rule(AdafruitRule.HTML_5XX, true))) {
            pages.platform().inject(new Fault.FailHttp("", 503, 1));

            Answer answer = AdafruitCaller.of(pages).get("/feeds");

            assertThat(answer.header("Content-Type")).startsWith("text/html");
            assertThat(answer.text()).contains("503");
        }
    }

    @Test
    void data_ofAnotherAccount_followsItsShares() {
        AdafruitCaller other = new AdafruitCaller(bench.platform().httpUri(), "aio_other");
        AdafruitCaller nobody = new AdafruitCaller(bench.platform().httpUri(), null);
        feed().put("5");

        assertThat(other.get("/feeds/temp/data").status()).isEqualTo(401);
        feed().makePublic(true);
        assertThat(nobody.get("/feeds/temp/data/last").object()).containsEntry("value", "5");
        assertThat(nobody.post("/feeds/temp/data", "{'value':6}").status()).isEqualTo(401);
        assertThat(other.post("/feeds/temp/data", "{'value':6}").status()).isEqualTo(403);
        feed().share("other", true);
        assertThat(other.post("/feeds/temp/data", "{'value':6}").status()).isEqualTo(200);
        assertThat(bench.platform().account("other").activeDataRate()).isEqualTo(1);
        assertThat(bench.account().activeDataRate()).isZero();
    }

    @Test
    void pathOfThePythonClient_slashesDoubledAndAtTheEnd_isFound() {
        Answer answer = api.send(api.bare("/api/v2/tester//feeds/temp/data/")
                .header("x-AIO-key", AdafruitBench.KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray("{\"value\":3}".getBytes(StandardCharsets.UTF_8))));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.object()).containsAllEntriesOf(Map.of("value", "3", "feed_key", "temp"));
    }
}
