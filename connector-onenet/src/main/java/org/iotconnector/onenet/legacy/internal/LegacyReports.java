package org.iotconnector.onenet.legacy.internal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.thing.Backlog;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.legacy.DataPacket;
import org.iotconnector.onenet.legacy.DataPoints;
import org.iotconnector.onenet.legacy.DataStream;
import org.iotconnector.onenet.legacy.LegacyConfig;

/** What a device says of its own accord, as packets of {@code $dp}. A property is a data stream. */
final class LegacyReports {
    private final LegacyConfig config;

    LegacyReports(LegacyConfig config) {
        this.config = config;
    }

    Outgoing properties(Uplink.PropertyReport report) {
        Set<String> names = Set.copyOf(report.values().names());
        return new Outgoing(publication(packet(report.values(), report.time())), Optional.empty(), names);
    }

    private DataPacket packet(Values values, Optional<Instant> time) {
        if (config.dataType() == 3 && time.isEmpty()) {
            return new DataPacket.Latest(values);
        }
        List<DataStream> streams = new ArrayList<>();
        Optional<LocalDateTime> at = time.map(it -> LegacyTimes.local(it, config.timeZone()));
        values.forEach((name, value) -> streams.add(new DataStream(name, List.of(new DataStream.Point(at, value)))));
        return config.dataType() == 3 ? new DataPacket.Timed(streams) : new DataPacket.Points(streams);
    }

    /** Always layout 1: in layout 4 two values of one second would meet. */
    Outgoing batch(Backlog backlog) {
        if (!backlog.events().isEmpty()) {
            throw new MappingException(
                    backlog.events().get(0).event(),
                    "OneNET's first generation has no events; report the event's details as values of data streams.");
        }
        Map<String, List<DataStream.Point>> byName = new LinkedHashMap<>();
        for (Backlog.TimedValues entry : backlog.values()) {
            Optional<LocalDateTime> at = Optional.of(LegacyTimes.local(entry.time(), config.timeZone()));
            entry.values()
                    .forEach((name, value) -> byName.computeIfAbsent(name, unused -> new ArrayList<>())
                            .add(new DataStream.Point(at, value)));
        }
        List<DataStream> streams = new ArrayList<>();
        byName.forEach((name, points) -> streams.add(new DataStream(name, points)));
        return Outgoing.of(publication(new DataPacket.Points(streams)));
    }

    Outgoing raw(Uplink.RawReport report) {
        return Outgoing.of(
                publication(new DataPacket.Binary(config.rawStream(), Optional.empty(), "", report.payload())));
    }

    private Publication publication(DataPacket packet) {
        return new Publication(LegacyTopics.DATA, DataPoints.encode(packet, config.floatOrder()), config.qos(), false);
    }
}
