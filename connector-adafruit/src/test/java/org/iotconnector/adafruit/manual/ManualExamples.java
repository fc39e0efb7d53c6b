package org.iotconnector.adafruit.manual;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import org.iotconnector.adafruit.AdafruitConfig;
import org.iotconnector.adafruit.AdafruitFeeds;
import org.iotconnector.adafruit.AdafruitIntegrations;
import org.iotconnector.adafruit.AdafruitNotice;
import org.iotconnector.adafruit.AdafruitTime;
import org.iotconnector.adafruit.Colour;
import org.iotconnector.adafruit.FeedFormat;
import org.iotconnector.adafruit.FeedKey;
import org.iotconnector.adafruit.FeedLocation;
import org.iotconnector.adafruit.TimeTopic;
import org.iotconnector.adafruit.WeatherForecast;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.SetResult;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.Values;

/** Each piece between a {@code tag} and its {@code end} stands in the page, to the letter but for white space. */
final class ManualExamples {
    final List<Object> done = new CopyOnWriteArrayList<>();

    private void dim(int percent) {
        done.add(percent);
    }

    private void show(double value, Optional<FeedLocation> location) {
        done.add(List.of(value, location));
    }

    private void ring() {
        done.add("ring");
    }

    private void setClock(Instant now) {
        done.add(now);
    }

    private void water(OptionalDouble rain) {
        done.add(rain);
    }

    private void log(Object... details) {
        done.add(List.of(details));
    }

    Device station(Connector connector) {
        // tag::station[]
        AdafruitConfig station = AdafruitConfig.builder()
                .username("demo")
                .key(Secret.fromEnv("AIO_KEY"))
                .group("greenhouse")
                .settable(List.of("dimmer"))
                .build();
        Device device = connector.open(station);
        device.onSet(set -> {
            dim(set.integer("dimmer"));
            return SetResult.done();
        });
        device.report(Values.of("temperature", 21.5, "humidity", 40));
        // end::station[]
        return device;
    }

    void feeds(Device device, AdafruitConfig station) {
        // tag::feeds[]
        AdafruitFeeds feeds = AdafruitFeeds.of(device, station);
        feeds.onValue(FeedKey.parse("garden.rain"), FeedFormat.CSV, value -> show(value.asDouble(), value.location()));
        feeds.onSharedValue("neighbour", FeedKey.parse("doorbell"), FeedFormat.PLAIN, value -> ring());
        feeds.publish(
                FeedKey.parse("mood"), Colour.parse("#ff8001").orElseThrow().toString());
        feeds.publishGroup("garden", Map.of("rain", 3, "wind", 7.5), FeedLocation.of(48.25, -3.5));
        // end::feeds[]
    }

    void services(Device device, AdafruitConfig station) {
        // tag::services[]
        AdafruitTime.of(device).onTime(TimeTopic.ISO_8601, now -> setClock(now));
        AdafruitIntegrations.of(device, station)
                .onWeather("7", WeatherForecast.HOURS_6, weather -> water(weather.precipitationProbability()));
        // end::services[]
    }

    void notices(Device device) {
        // tag::notices[]
        device.onNotice(notice -> {
            AdafruitNotice details = AdafruitNotice.of(notice);
            log(details.kind(), details.topic(), details.pause());
        });
        // end::notices[]
    }
}
