package org.iotconnector.onenet.legacy.internal;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.spi.JsonWriter;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.legacy.DataPacket;
import org.iotconnector.onenet.legacy.DataStream;
import org.iotconnector.onenet.legacy.DataStream.Point;

/** The JSON of layouts 1 to 4. Members that the layouts do not know are passed over. */
final class PacketJson {
    private PacketJson() {}

    /** {@code {"datastreams":[{"id":"t","datapoints":[{"at":"2016-01-02 03:04:05","value":36.5}]}]}}. */
    static byte[] points(DataPacket.Points packet) {
        JsonWriter json = JsonWriter.create().startObject().name("datastreams").startArray();
        for (DataStream stream : packet.streams()) {
            json.startObject().name("id").text(stream.id()).name("datapoints").startArray();
            for (Point point : stream.points()) {
                json.startObject();
                point.at().ifPresent(at -> json.name("at").text(PacketText.time(at)));
                json.name("value").value(point.value()).endObject();
            }
            json.endArray().endObject();
        }
        return json.endArray().endObject().finish();
    }

    static DataPacket.Points readPoints(byte[] block) {
        List<DataStream> streams = new ArrayList<>();
        for (Value entry : Json.readObject(block).list("datastreams")) {
            Values stream = entry.asStruct();
            List<Point> points = new ArrayList<>();
            for (Value point : stream.list("datapoints")) {
                points.add(new Point(time(point.asStruct()), point.asStruct().get("value")));
            }
            streams.add(new DataStream(text(stream, "id"), points));
        }
        return new DataPacket.Points(streams);
    }

    /** {@code {"ds_id":"image","at":"2016-01-02 03:04:05","desc":"jpg"}}. */
    static byte[] header(DataPacket.Binary packet) {
        JsonWriter json = JsonWriter.create().startObject();
        json.name("ds_id").text(packet.stream());
        packet.at().ifPresent(at -> json.name("at").text(PacketText.time(at)));
        if (!packet.description().isEmpty()) {
            json.name("desc").text(packet.description());
        }
        return json.endObject().finish();
    }

    static DataPacket.Binary readBinary(byte[] block, Bytes content) {
        Values header = Json.readObject(block);
        String description = header.has("desc") ? text(header, "desc") : "";
        return new DataPacket.Binary(text(header, "ds_id"), time(header), description, content);
    }

    /** {@code {"temperature":22.5,"humidity":95}}. */
    static byte[] latest(DataPacket.Latest packet) {
        return Json.write(packet.values());
    }

    static DataPacket.Latest readLatest(byte[] block) {
        return new DataPacket.Latest(Json.readObject(block));
    }

    /** {@code {"temperature":{"2016-01-02 03:04:05":22.5}}}. */
    static byte[] timed(DataPacket.Timed packet) {
        JsonWriter json = JsonWriter.create().startObject();
        for (DataStream stream : packet.streams()) {
            json.name(stream.id()).startObject();
            for (Point point : stream.points()) {
                json.name(PacketText.time(point.at().orElseThrow())).value(point.value());
            }
            json.endObject();
        }
        return json.endObject().finish();
    }

    static DataPacket.Timed readTimed(byte[] block) {
        List<DataStream> streams = new ArrayList<>();
        Json.readObject(block).forEach((id, byTime) -> {
            List<Point> points = new ArrayList<>();
            byTime.asStruct()
                    .forEach((time, value) -> points.add(new Point(Optional.of(PacketText.readTime(id, time)), value)));
            streams.add(new DataStream(id, points));
        });
        return new DataPacket.Timed(streams);
    }

    private static Optional<LocalDateTime> time(Values members) {
        return members.has("at") ? Optional.of(PacketText.readTime("at", text(members, "at"))) : Optional.empty();
    }

    private static String text(Values members, String name) {
        if (members.get(name) instanceof Value.Text text) {
            return text.value();
        }
        throw new MappingException(name, "must be a text.");
    }
}
