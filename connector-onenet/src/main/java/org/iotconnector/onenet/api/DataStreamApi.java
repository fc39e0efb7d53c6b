package org.iotconnector.onenet.api;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.http.ApiCall;
import org.iotconnector.core.http.HttpBody;
import org.iotconnector.core.http.HttpMethod;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.OneNetDeviceId;
import org.iotconnector.onenet.internal.api.ApiClient;
import org.iotconnector.onenet.internal.api.ApiRequest;
import org.iotconnector.onenet.internal.api.PlatformTimes;

/** Data streams and commands: {@code /datapoint/…}. Thread-safe. OneNET, "API list", read 2026-11. */
public final class DataStreamApi {
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    /** For the way there and back, so that the platform's own answer comes first. */
    private static final Duration TRAVEL = Duration.ofSeconds(10);

    private final ApiClient client;

    DataStreamApi(ApiClient client) {
        this.client = client;
    }

    /** The newest point of each stream of a device. */
    public ApiCall<List<DataPoint>> current(OneNetDeviceId device) {
        ApiRequest request = ApiRequest.get("/datapoint/current-datapoints", Parameters.of(device));
        return ApiCall.of(() -> client.send(request), answer -> {
            List<DataPoint> points = new ArrayList<>();
            for (Value described : answer.requireData().asStruct().list("devices")) {
                Optional<Value> streams = described.asStruct().find("datastreams");
                streams.map(Value::asList).orElse(List.of()).forEach(stream -> {
                    Values point = stream.asStruct();
                    points.add(DataPoint.read(point.text("id"), point));
                });
            }
            return points;
        });
    }

    /**
     * The points of a device.
     *
     * @param stream the only stream asked for; empty for all
     * @param from cut to whole seconds
     * @param to cut to whole seconds; empty for now
     * @param limit how many points a part has at most, 1 or more
     */
    public DataPointHistory history(
            OneNetDeviceId device, Optional<String> stream, Instant from, Optional<Instant> to, int limit) {
        Map<String, String> parameters = new LinkedHashMap<>(Parameters.of(device));
        stream.ifPresent(name -> parameters.put("datastream_id", name));
        parameters.put("start", PlatformTimes.parameter(from));
        to.ifPresent(time -> parameters.put("end", PlatformTimes.parameter(time)));
        parameters.put("limit", Integer.toString(limit));
        return new DataPointHistory(cursor -> {
            Map<String, String> page = new LinkedHashMap<>(parameters);
            cursor.ifPresent(text -> page.put("cursor", text));
            return ApiCall.of(
                    () -> client.send(ApiRequest.get("/datapoint/history-datapoints", page)), DataPointPage::read);
        });
    }

    /**
     * Sends a command to a device that is online, and waits for its answer.
     *
     * @param command less than 1 KB was documented in the generation before
     * @param timeout how long the platform waits for the device: 5 s to 30 s, whole seconds
     */
    public ApiCall<CommandReply> command(OneNetDeviceId device, byte[] command, Duration timeout) {
        if (timeout.compareTo(SHORTEST_WAIT) < 0 || timeout.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException("The platform waits 5 s to 30 s for a device; " + timeout + " is not.");
        }
        Map<String, String> query = new LinkedHashMap<>(Parameters.of(device));
        query.put("timeout", Long.toString(timeout.toSeconds()));
        HttpBody body = HttpBody.bytes("application/octet-stream", command);
        ApiRequest request =
                new ApiRequest(HttpMethod.POST, "/datapoint/synccmds", query, Optional.of(body), timeout.plus(TRAVEL));
        return ApiCall.of(
                () -> client.send(request), answer -> reply(answer.requireData().asStruct()));
    }

    private static CommandReply reply(Values data) {
        try {
            byte[] response = Base64.getDecoder().decode(data.text("cmd_resp"));
            return new CommandReply(data.text("cmd_uuid"), Bytes.copyOf(response));
        } catch (IllegalArgumentException notBase64) {
            throw new MappingException("cmd_resp", "is not base64.", notBase64);
        }
    }
}
