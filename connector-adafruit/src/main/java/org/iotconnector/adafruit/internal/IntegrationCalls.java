package org.iotconnector.adafruit.internal;

import java.util.List;
import org.iotconnector.adafruit.AdafruitIntegrations;
import org.iotconnector.adafruit.AirQuality;
import org.iotconnector.adafruit.AirQualityForecast;
import org.iotconnector.adafruit.Weather;
import org.iotconnector.adafruit.WeatherForecast;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.MessageHandler;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.SubscriptionHandle;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Values;

/** Listens to the integrations. QoS 0, since the next one comes within a minute. Thread-safe. */
public final class IntegrationCalls {
    private final MqttSession session;
    private final String username;

    public IntegrationCalls(MqttSession session, String username) {
        this.session = session;
        this.username = username;
    }

    public SubscriptionHandle onWeather(
            String id, WeatherForecast forecast, AdafruitIntegrations.WeatherHandler handler) {
        return subscribe(
                "weather/" + level(id) + "/" + forecast.key(),
                message -> handler.onWeather(
                        new Weather(Json.readObject(message.payload().toArray()))));
    }

    public SubscriptionHandle onAirQuality(
            String id, AirQualityForecast forecast, AdafruitIntegrations.AirQualityHandler handler) {
        return subscribe(
                "air_quality/" + level(id) + "/" + forecast.key(),
                message -> handler.onAirQuality(
                        new AirQuality(Json.readObject(message.payload().toArray()))));
    }

    public SubscriptionHandle onRandom(String id, AdafruitIntegrations.RandomHandler handler) {
        return subscribe("words/" + level(id), message -> handler.onRandom(random(message.payload())));
    }

    /** The page of the docs has the plural for words; both official Python clients have the singular. */
    private SubscriptionHandle subscribe(String path, MessageHandler handler) {
        return session.subscribe(List.of(Subscription.atMostOnce(username + "/integration/" + path)), handler);
    }

    /** REST gives an object with the value; what comes over MQTT is not documented. */
    static String random(Bytes payload) {
        String text = FeedText.read(payload);
        if (!text.stripLeading().startsWith("{")) {
            return text;
        }
        try {
            Values members = Json.readObject(payload.toArray());
            return members.has("value") ? members.text("value") : text;
        } catch (MappingException noObject) {
            return text;
        }
    }

    /** It becomes one level of a topic, and must not reach beyond it. */
    private static String level(String id) {
        if (!id.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException(
                    "[" + id + "] is no id of an integration; it has 1 to 64 letters, digits, '-' and '_'.");
        }
        return id;
    }
}
