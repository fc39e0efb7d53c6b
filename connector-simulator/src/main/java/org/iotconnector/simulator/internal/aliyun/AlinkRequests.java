package org.iotconnector.simulator.internal.aliyun;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** Answers Alink requests by the path of their topic. Alibaba Cloud, "Alink protocol", read 2026-11-21. */
final class AlinkRequests {
    private final PropertyReports properties;
    private final EventReports events;
    private final BatchReports batches;
    private final boolean strict;

    AlinkRequests(Clock clock, boolean strict) {
        this.properties = new PropertyReports(clock);
        this.events = new EventReports(clock, properties);
        this.batches = new BatchReports(properties, events);
        this.strict = strict;
    }

    /** The complete reply for a payload; empty when none is wanted or the platform offers no such request. */
    Optional<byte[]> answer(DeviceState device, String path, byte[] payload) {
        if (!isKnown(path)) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> message;
        try {
            message = Json.object(Json.read(payload)).orElse(null);
        } catch (IOException notJson) {
            return Optional.of(envelope(AlinkReply.failure(AlinkCode.NOT_JSON), "", path));
        }
        if (message == null) {
            return Optional.of(envelope(AlinkReply.failure(AlinkCode.PARAMETER_ERROR), "", path));
        }
        AlinkRequest request = AlinkRequest.of(message);
        AlinkReply reply = answer(device, path, request);
        return request.replyWanted() ? Optional.of(envelope(reply, request.id(), path)) : Optional.empty();
    }

    /** Handles a request that is known to be an Alink message. */
    AlinkReply answer(DeviceState device, String path, AlinkRequest request) {
        int fault = strict ? envelopeFault(path, request) : 0;
        return fault != 0 ? AlinkReply.failure(fault) : handle(device, path, request.params());
    }

    boolean isKnown(String path) {
        return switch (path) {
            case Topics.PROPERTY_POST,
                    Topics.PROPERTY_BATCH_POST,
                    Topics.PROPERTY_HISTORY_POST,
                    Topics.DESIRED_GET,
                    Topics.DESIRED_DELETE,
                    Topics.TAGS_UPDATE,
                    Topics.TAGS_DELETE -> true;
            default -> Topics.event(path).isPresent();
        };
    }

    private AlinkReply handle(DeviceState device, String path, @Nullable Object params) {
        return switch (path) {
            case Topics.PROPERTY_POST -> properties.post(device, params);
            case Topics.PROPERTY_BATCH_POST -> batches.batch(device, params);
            case Topics.PROPERTY_HISTORY_POST -> batches.history(device, params);
            case Topics.DESIRED_GET -> DesiredCalls.get(device, params);
            case Topics.DESIRED_DELETE -> DesiredCalls.delete(device, params);
            case Topics.TAGS_UPDATE -> TagCalls.update(device, params);
            case Topics.TAGS_DELETE -> TagCalls.delete(device, params);
            default ->
                Topics.event(path)
                        .map(event -> events.post(device, event, params))
                        .orElseGet(() -> AlinkReply.failure(AlinkCode.PARAMETER_ERROR));
        };
    }

    private static int envelopeFault(String path, AlinkRequest request) {
        if (request.method() == null) {
            return AlinkCode.METHOD_MISSING;
        }
        boolean complete = !request.id().isEmpty() && request.method().equals(Topics.method(path));
        return complete ? 0 : AlinkCode.PARAMETER_ERROR;
    }

    private static byte[] envelope(AlinkReply reply, String id, String path) {
        return Json.write(reply.envelope(id, Topics.method(path)));
    }
}
