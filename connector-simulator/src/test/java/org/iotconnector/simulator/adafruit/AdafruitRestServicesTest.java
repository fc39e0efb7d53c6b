package org.iotconnector.simulator.adafruit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.testing.AdafruitBench;
import org.iotconnector.simulator.testing.AdafruitCaller;
import org.iotconnector.simulator.testing.AdafruitCaller.Answer;
import org.iotconnector.simulator.testing.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weather, air quality, words and time over HTTP. */
class AdafruitRestServicesTest {
    private final AdafruitBench bench = new AdafruitBench();
    private final AdafruitCaller api = AdafruitCaller.of(bench);

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void weather_ofFreePlan_is403() {
        assertThat(api.get("/integrations/weather").status()).isEqualTo(403);
    }

    @Test
    void weather_placeMade_tellsWhatATestSays() {
        bench.account().plan(AdafruitPlan.PLUS);
        Object id = api.post("/integrations/weather/", "{'location':'52.5,13.4','name':'Berlin'}")
                .object()
                .get("id");
        bench.account().pushWeather(String.valueOf(id), "current", "{\"temperature\":3}");

        Map<String, ?> place = api.get("/integrations/weather/" + id).object();

        assertThat(Json.object(place.get("current")).orElseThrow()).containsEntry("temperature", 3);
        assertThat(Json.object(place.get("forecast_days_1")).orElseThrow()).containsEntry("summary", "Clear");
        assertThat(api.get("/integrations/weather").list()).hasSize(1);
        assertThat(api.delete("/integrations/weather/" + id).status()).isEqualTo(200);
    }

    @Test
    void airQuality_wrappedBody_isMadeOnceAndReadByType() {
        bench.account().plan(AdafruitPlan.PLUS);
        String body = "{'air_quality':{'location':'52.5,13.4','name':'Berlin','provider':'open_meteo'}}";

        Object id = api.post("/integrations/air_quality", body).object().get("id");

        assertThat(api.post("/integrations/air_quality", body).status()).isEqualTo(422);
        assertThat(api.get("/integrations/air_quality/" + id + "/current").object())
                .containsKeys("aqi", "pm2_5");
        assertThat(api.get("/integrations/air_quality/" + id + "/forecast_week").status())
                .isEqualTo(404);
    }

    @Test
    void words_setByATest_areReadAndPushed() {
        Client client = bench.client("c1");
        client.subscribe("tester/integration/words/7");

        bench.account().pushWords("7", "heads");

        assertThat(api.get("/integrations/words/7").object()).containsEntry("value", "heads");
        assertThat(client.nextText()).isEqualTo("heads");
        assertThat(api.get("/integrations/words/8").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "%25j %25u %25z %25Z, Europe/Berlin, 060 7 +0100 CET",
        "%25-d.%25-m. %25I%25p %25L, UTC, 1.3. 11AM 000",
        "%25Y%25%25 %25q %25%5Ea %25%3Az, UTC, 2026% %q SUN +00:00"
    })
    void strftime_directives_areRubys(String format, String zone, String expected) {
        Answer answer = api.get("/integrations/time/strftime?fmt=" + format.replace(" ", "+") + "&tz=" + zone);

        assertThat(answer.text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/integrations/time/clock?tz=Europe/Berlin, 2026-03-01T12:30:00+01:00",
        "/integrations/time/clock, 2026-03-01T11:30:00Z"
    })
    void clock_ofZone_hasItsOffset(String path, String expected) {
        assertThat(api.get(path).text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"seconds, 1772364600", "millis, 1772364600000", "ISO-8601, 2026-03-01T11:30:00.000Z", "hours, 11"})
    void time_withoutKey_isThatOfTheMqttTopics(String unit, String expected) {
        assertThat(api.send(api.bare("/api/v2/time/" + unit).GET()).text()).isEqualTo(expected);
    }

    @Test
    void time_unknownZone_is422() {
        assertThat(api.get("/integrations/time/clock?tz=Mars").status()).isEqualTo(422);
    }
}
