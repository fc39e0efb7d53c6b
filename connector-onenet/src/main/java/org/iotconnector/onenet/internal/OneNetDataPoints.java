package org.iotconnector.onenet.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.JsonForm;
import org.iotconnector.core.spi.JsonWriter;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.thing.Backlog;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/** Points of data streams: {@code {"id":123,"dp":{"temp":[{"v":30,"t":1700000000}]}}}, times in whole seconds. */
final class OneNetDataPoints {
    /** Numbers, texts and objects are documented, booleans are not. */
    private static final JsonForm FORM = JsonForm.plain().withNumericBooleans();

    private static final Pattern STREAM = Pattern.compile("(?=.{1,30}$)\\$?[A-Za-z0-9_.]+");
    private static final int MAX_DEPTH = 5;
    private static final int MAX_KEY_BYTES = 30;

    private final TopicName topic;
    private final QualityOfService qos;

    OneNetDataPoints(String topic, QualityOfService qos) {
        this.topic = TopicName.of(topic);
        this.qos = qos;
    }

    private record Point(Value value, Optional<Instant> time) {}

    /** The id of a message: a number from 1 to 2147483647. */
    static long id(long sequence) {
        return Math.floorMod(sequence - 1, (long) Integer.MAX_VALUE) + 1;
    }

    Outgoing report(Uplink.PropertyReport report, long id) {
        Map<String, List<Point>> streams = new LinkedHashMap<>();
        report.values().forEach((name, value) -> streams.put(name, List.of(new Point(value, report.time()))));
        Set<String> names = Set.copyOf(report.values().names());
        return message(streams, id, report.wantReply(), names);
    }

    Outgoing backlog(Backlog backlog, long id) {
        if (!backlog.events().isEmpty()) {
            throw new UnsupportedOperationException(
                    "A OneNET product of data protocol datastream has no events; leave them out of the backlog.");
        }
        Map<String, List<Point>> streams = new LinkedHashMap<>();
        backlog.values()
                .forEach(entry -> entry.values()
                        .forEach((name, value) -> streams.computeIfAbsent(name, unused -> new ArrayList<>())
                                .add(new Point(value, Optional.of(entry.time())))));
        return message(streams, id, true, Set.of());
    }

    private Outgoing message(Map<String, List<Point>> streams, long id, boolean wantReply, Set<String> properties) {
        JsonWriter json = JsonWriter.create(FORM).startObject().name("id").number(id);
        json.name("dp").startObject();
        streams.forEach((name, points) -> {
            json.name(checkedName(name)).startArray();
            points.forEach(point -> write(json, name, point));
            json.endArray();
        });
        Bytes payload = Bytes.copyOf(json.endObject().endObject().finish());
        Optional<String> key = wantReply
                ? Optional.of(OneNetTopics.replyKey(OneNetTopics.DATA_POINTS_POST, Long.toString(id)))
                : Optional.empty();
        return new Outgoing(new Publication(topic, payload, qos, false), key, properties);
    }

    private static void write(JsonWriter json, String stream, Point point) {
        checkValue(stream, point.value());
        json.startObject().name("v").value(point.value());
        point.time().ifPresent(time -> json.name("t").number(time.getEpochSecond()));
        json.endObject();
    }

    private static String checkedName(String stream) {
        if (!STREAM.matcher(stream).matches()) {
            throw new MappingException(
                    stream,
                    "is no name for a data stream; OneNET takes 1 to 30 characters of A-Z a-z 0-9 _ . with a $ at the"
                            + " front if need be.");
        }
        return stream;
    }

    private static void checkValue(String stream, Value value) {
        if (value instanceof Value.Array) {
            throw new MappingException(
                    stream, "is an array; a data point is a number, a text or an object. Put the array in an object.");
        }
        if (value instanceof Value.Struct object) {
            checkObject(stream, object.value(), 1);
        }
    }

    private static void checkObject(String path, Values object, int depth) {
        if (depth > MAX_DEPTH) {
            throw new MappingException(
                    path, "is nested deeper than the " + MAX_DEPTH + " levels that OneNET takes in a data point.");
        }
        object.forEach((name, value) -> {
            String at = path + "/" + name;
            int bytes = Bytes.ofUtf8(name).length();
            if (bytes > MAX_KEY_BYTES) {
                throw new MappingException(
                        at, "has a name of " + bytes + " bytes; OneNET takes " + MAX_KEY_BYTES + " in a data point.");
            }
            checkNested(at, value, depth + 1);
        });
    }

    private static void checkNested(String path, Value value, int depth) {
        if (value instanceof Value.Struct object) {
            checkObject(path, object.value(), depth);
        } else if (value instanceof Value.Array array) {
            array.value().forEach(item -> checkNested(path, item, depth + 1));
        }
    }
}
