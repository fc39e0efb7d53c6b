package org.iotconnector.adafruit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.iotconnector.core.Device;
import org.iotconnector.simulator.adafruit.AdafruitAccount;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Time and integrations over the simulated platform. */
class AdafruitServicesTest {
    private final LiveDevice live = new LiveDevice();
    private final Device device = live.open(Devices.sensor());
    private final AdafruitIntegrations integrations = AdafruitIntegrations.of(device, live.config(Devices.sensor()));

    @AfterEach
    void stop() {
        live.close();
    }

    private Object firstHeard() {
        return firstHeard(account -> {});
    }

    /** The first that is heard of what is sent again and again: whoever subscribes later hears what is sent later. */
    private Object firstHeard(Consumer<AdafruitAccount> send) {
        Await.until("something is heard", () -> {
            send.accept(live.simulated().account());
            return !live.heard().isEmpty();
        });
        return live.heard().get(0);
    }

    @ParameterizedTest
    @EnumSource(TimeTopic.class)
    void onTime_inEachForm_isTheTime(TimeTopic topic) {
        AdafruitTime.of(device).onTime(topic, live::hear);

        assertThat((Instant) firstHeard()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void onHour_always_isOneOfTheDay() {
        AdafruitTime.of(device).onHour(live::hear);

        assertThat(firstHeard(account -> account.send("time/hours", "13"))).isEqualTo(13);
    }

    @Test
    void onWeather_whenItComes_isTyped() {
        integrations.onWeather("7", WeatherForecast.HOURS_6, live::hear);

        Weather weather = (Weather) firstHeard(account -> account.pushWeather(
                "7",
                "forecast_hours_6",
                "{\"summary\":\"Fog\",\"temperature\":7.5,\"humidity\":\"0.9\",\"windSpeed\":\"calm\",\"uv\":1}"));
        assertThat(weather.summary()).contains("Fog");
        assertThat(weather.temperature()).hasValue(7.5);
        assertThat(weather.humidity()).hasValue(0.9);
        assertThat(weather.windSpeed()).isEmpty();
        assertThat(weather.temperatureLow()).isEmpty();
        assertThat(weather.temperatureHigh()).isEmpty();
        assertThat(weather.precipitationProbability()).isEmpty();
        assertThat(weather.members().integer("uv")).isEqualTo(1);
    }

    @Test
    void onAirQuality_whenItComes_isTyped() {
        integrations.onAirQuality("3", AirQualityForecast.TODAY, live::hear);

        AirQuality air = (AirQuality) firstHeard(account -> account.pushAirQuality(
                "3", "forecast_today", "{\"aqi\":42,\"pm2_5\":8.1,\"pm10\":12,\"ozone\":60,\"nitrogen_dioxide\":11}"));
        assertThat(air.index()).hasValue(42);
        assertThat(air.particles2_5()).hasValue(8.1);
        assertThat(air.particles10()).hasValue(12);
        assertThat(air.ozone()).hasValue(60);
        assertThat(air.nitrogenDioxide()).hasValue(11);
    }

    @Test
    void onRandom_whenItComes_isTheValue() {
        integrations.onRandom("11", live::hear);

        assertThat(firstHeard(account -> account.pushWords("11", "plum"))).isEqualTo("plum");
    }

    @Test
    void onRandom_ofAnIdThatIsAFilter_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> integrations.onRandom("#", live::hear))
                .withMessageContaining("[#]");
    }
}
