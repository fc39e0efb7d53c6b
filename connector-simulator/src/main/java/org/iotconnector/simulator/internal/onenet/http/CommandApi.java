package org.iotconnector.simulator.internal.onenet.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.internal.http.Request;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.internal.onenet.Commands;
import org.iotconnector.simulator.internal.onenet.DeviceState;
import org.iotconnector.simulator.internal.onenet.OneNetCloud;
import org.iotconnector.simulator.onenet.DeviceReply;
import org.iotconnector.simulator.onenet.DeviceReply.Outcome;
import org.jspecify.annotations.Nullable;

/** The operations that wait for a device. OneNET, "API list", read 2026-05-29, and "Service call", read 2026-01-20. */
final class CommandApi {
    private static final int LEAST_TIMEOUT = 5;
    private static final int MOST_TIMEOUT = 30;

    private final Commands commands;
    private final Targets targets;

    CommandApi(OneNetCloud cloud, Targets targets) {
        this.commands = cloud.commands();
        this.targets = targets;
    }

    void addTo(Routes routes) {
        routes.post("/thingmodel/set-device-property", targets.askingDevice(this::set));
        routes.post("/thingmodel/query-device-property-detail", targets.askingDevice(this::get));
        routes.post("/thingmodel/call-service", targets.askingDevice(this::invoke));
        routes.post("/datapoint/synccmds", this::command);
    }

    /** The device's own answer is {@code data}, whatever its code; only what kept the device from answering is a failure. */
    private CompletableFuture<@Nullable Object> set(DeviceState device, Parameters parameters) {
        return commands.set(device, parameters.object("params"), Commands.SET_LIMIT)
                .thenApply(reply -> {
                    if (reply.outcome() != Outcome.REPLIED) {
                        throw new ApiFailure(ApiCode.SET_PROPERTY, reply.message());
                    }
                    Map<String, @Nullable Object> data = new LinkedHashMap<>();
                    data.put("id", id(reply));
                    data.put("code", reply.code().orElse(0));
                    data.put("msg", reply.message());
                    return data;
                });
    }

    private CompletableFuture<@Nullable Object> get(DeviceState device, Parameters parameters) {
        return commands.get(device, parameters.texts("params"), Commands.SET_LIMIT)
                .thenApply(reply -> successful(reply, ApiCode.QUERY_PROPERTY).data());
    }

    private CompletableFuture<@Nullable Object> invoke(DeviceState device, Parameters parameters) {
        String service = parameters.text("identifier");
        Map<String, @Nullable Object> input = parameters.has("params") ? parameters.object("params") : Map.of();
        return commands.invoke(device, service, input)
                .thenApply(reply ->
                        reply.outcome() == Outcome.SENT ? null : output(successful(reply, ApiCode.CALL_SERVICE)));
    }

    /** A gateway wraps the outputs of its sub-device. */
    private static Object output(DeviceReply reply) {
        boolean wrapped = reply.data().containsKey("output") && reply.data().containsKey("deviceName");
        Object output = wrapped ? reply.data().get("output") : reply.data();
        return output == null ? Map.of() : output;
    }

    private CompletableFuture<@Nullable Object> command(Request request) {
        Parameters parameters = Parameters.ofQuery(request);
        DeviceState device = targets.device(request, parameters);
        long seconds = parameters.number("timeout", LEAST_TIMEOUT, MOST_TIMEOUT, LEAST_TIMEOUT);
        String uuid = UUID.randomUUID().toString();
        return commands.command(device, uuid, request.body(), Duration.ofSeconds(seconds))
                .thenApply(reply -> {
                    byte[] response = successful(reply, ApiCode.INTERNAL).raw();
                    Map<String, @Nullable Object> data = new LinkedHashMap<>();
                    data.put("cmd_uuid", uuid);
                    data.put("cmd_resp", Base64.getEncoder().encodeToString(response));
                    return data;
                });
    }

    private static DeviceReply successful(DeviceReply reply, int code) {
        if (reply.isSuccess()) {
            return reply;
        }
        throw new ApiFailure(
                code,
                reply.outcome() == Outcome.REPLIED
                        ? "device answered code " + reply.code().orElse(0) + ": " + reply.message()
                        : reply.message());
    }

    private static @Nullable Object id(DeviceReply reply) {
        try {
            return Json.object(Json.read(reply.raw()))
                    .map(json -> json.get("id"))
                    .orElse(null);
        } catch (IOException impossible) {
            throw new IllegalStateException("A reply with an id was not JSON.", impossible);
        }
    }
}
