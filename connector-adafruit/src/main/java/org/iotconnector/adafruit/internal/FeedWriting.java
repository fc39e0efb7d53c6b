package org.iotconnector.adafruit.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iotconnector.adafruit.AdafruitConfig;
import org.iotconnector.adafruit.FeedFormat;
import org.iotconnector.adafruit.FeedLocation;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.JsonWriter;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.thing.Bytes;

/** Writes what goes to feeds and groups. Values are always texts: so the platform keeps exactly what was meant. */
final class FeedWriting {
    private FeedWriting() {}

    static Outgoing outgoing(AdafruitConfig config, String topic, Bytes payload, Collection<String> properties) {
        Publication publication = new Publication(TopicName.of(topic), payload, config.qos(), false);
        return new Outgoing(publication, Optional.empty(), Set.copyOf(properties));
    }

    /** The same message as one that no newer one replaces. */
    static Outgoing lasting(Outgoing message) {
        return new Outgoing(message.publication(), message.replyKey(), Set.of(), message.echoes(), message.cost());
    }

    static String feed(FeedFormat format, String text, Optional<FeedLocation> location, Optional<Instant> time) {
        if (format == FeedFormat.CSV) {
            return CsvText.field(text) + location.map(Locations::columns).orElse("");
        }
        boolean bare = format == FeedFormat.PLAIN && location.isEmpty() && time.isEmpty() && !looksLikeObject(text);
        return bare ? text : feedJson(text, location, time);
    }

    /** Of a bare object that has a member {@code value} the platform would keep that member and nothing else. */
    private static boolean looksLikeObject(String text) {
        return text.stripLeading().startsWith("{");
    }

    private static String feedJson(String text, Optional<FeedLocation> location, Optional<Instant> time) {
        JsonWriter json = JsonWriter.create().startObject().name("value").text(text);
        location.ifPresent(place -> Locations.write(json, place));
        time.ifPresent(moment -> json.name("created_at").text(moment.toString()));
        return finish(json);
    }

    static String group(
            FeedFormat format, Map<String, String> values, Optional<FeedLocation> location, Optional<Instant> time) {
        return format == FeedFormat.CSV ? groupCsv(values, location) : groupJson(values, location, time);
    }

    private static String groupJson(
            Map<String, String> values, Optional<FeedLocation> location, Optional<Instant> time) {
        JsonWriter json = JsonWriter.create().startObject().name("feeds").startObject();
        values.forEach((key, text) -> json.name(key).text(text));
        json.endObject();
        location.ifPresent(place -> {
            json.name(Locations.LOCATION).startObject();
            Locations.write(json, place);
            json.endObject();
        });
        time.ifPresent(moment -> json.name("created_at").text(moment.toString()));
        return finish(json);
    }

    private static String groupCsv(Map<String, String> values, Optional<FeedLocation> location) {
        StringBuilder lines = new StringBuilder();
        values.forEach((key, text) -> {
            if (!CsvText.field(text).equals(text)) {
                throw new MappingException(
                        key,
                        "The value has a comma, a quote, a line break or a space at an end, and whether a group's CSV may"
                                + " hold those is not documented; use feedFormat plain or json.");
            }
            lines.append(key).append(',').append(text).append('\n');
        });
        location.ifPresent(place -> lines.append(Locations.LOCATION)
                .append(Locations.columns(place))
                .append('\n'));
        return lines.toString();
    }

    private static String finish(JsonWriter json) {
        return new String(json.endObject().finish(), StandardCharsets.UTF_8);
    }
}
