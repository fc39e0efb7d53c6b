package org.iotconnector.onenet.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/**
 * A part of a history.
 *
 * @param points stream by stream
 * @param cursor where the next part begins; empty if this is the last
 */
public record DataPointPage(List<DataPoint> points, Optional<String> cursor) {
    public DataPointPage {
        points = List.copyOf(points);
    }

    static DataPointPage read(ApiAnswer answer) {
        Values data = answer.requireData().asStruct();
        List<DataPoint> points = new ArrayList<>();
        for (Value stream : data.list("datastreams")) {
            String name = stream.asStruct().text("id");
            stream.asStruct().list("datapoints").forEach(point -> points.add(DataPoint.read(name, point.asStruct())));
        }
        return new DataPointPage(points, data.find("cursor").map(Value::asText).filter(text -> !text.isEmpty()));
    }
}
