package org.iotconnector.simulator.adafruit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.iotconnector.simulator.testing.AdafruitBench;
import org.iotconnector.simulator.testing.AdafruitVectors;
import org.iotconnector.simulator.testing.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AdafruitServicesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final AdafruitBench bench = new AdafruitBench();

    static Stream<Named<AdafruitVectors.Vector>> times() {
        return AdafruitVectors.named("time_topics");
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @ParameterizedTest
    @MethodSource("times")
    void time_ofVector_isToldAsItSays(AdafruitVectors.Vector vector) {
        Instant at = Instant.parse(vector.text("at"));
        bench.advance(Duration.between(bench.now(), at).minus(SECOND));
        Client client = bench.client("c1");
        Stream.of("seconds", "millis", "ISO-8601", "hours").forEach(kind -> client.subscribe("time/" + kind));

        bench.advance(SECOND);

        assertThat(bench.received(client))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "time/seconds", vector.text("time/seconds"),
                        "time/millis", vector.text("time/millis"),
                        "time/ISO-8601", vector.text("time/ISO-8601"),
                        "time/hours", vector.text("time/hours")));
    }

    @Test
    void time_hours_areToldAtFullHoursOnly() {
        bench.advance(Duration.ofMinutes(29));
        Client client = bench.client("c1");
        client.subscribe("time/hours");

        bench.advance(Duration.ofSeconds(61));

        assertThat(client.nextText()).isEqualTo("11");
        assertThat(client.nextText()).isEqualTo("12");
        assertThat(client.waiting()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "integration/weather/7/forecast_hours_6",
        "integration/air_quality/3/forecast_today",
        "integration/words/11",
        "integrations/words/11"
    })
    void service_onPlus_isPushedAtOnceAndEveryMinute(String path) {
        bench.account().plan(AdafruitPlan.PLUS);
        Client client = bench.client("c1");
        client.subscribe("tester/" + path);

        push(path.replace("integrations", "integration"));

        assertThat(client.nextText()).isEqualTo("{}");
        assertThat(client.waiting()).isZero();
        bench.advance(Duration.ofMinutes(1));
        assertThat(client.nextText()).isEqualTo("{}");
    }

    @Test
    void service_weatherOnFree_isRefused() {
        Client client = bench.client("c1");

        assertThatThrownBy(() -> client.subscribe("tester/integration/weather/7/current"))
                .isInstanceOf(Mqtt3SubAckException.class);
    }

    @Test
    void service_wordsOnFree_areGranted() {
        Client client = bench.client("c1");

        assertThat(client.subscribe("tester/integration/words/1").getReturnCodes())
                .noneMatch(code -> code.isError());
    }

    private void push(String path) {
        String[] levels = path.split("/", -1);
        switch (levels[1]) {
            case "weather" -> bench.account().pushWeather(levels[2], levels[3], "{}");
            case "air_quality" -> bench.account().pushAirQuality(levels[2], levels[3], "{}");
            default -> bench.account().pushWords(levels[2], "{}");
        }
    }
}
