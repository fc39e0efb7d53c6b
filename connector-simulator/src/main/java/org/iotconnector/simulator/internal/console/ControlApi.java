package org.iotconnector.simulator.internal.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.iotconnector.simulator.Fault;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.internal.platform.RemoteControl;
import org.iotconnector.simulator.internal.platform.UnknownDeviceException;
import org.jspecify.annotations.Nullable;

/** The operations of the control API, {@code /control/<platform>/<operation>}, apart from HTTP. */
final class ControlApi {
    /** Above the ten seconds that platforms give a device at most, so that the platform's own outcome wins. */
    private static final int REPLY_LIMIT_SECONDS = 15;

    private final Map<String, RemoteControl> platforms = new LinkedHashMap<>();

    ControlApi(List<? extends RemoteControl> platforms) {
        platforms.forEach(platform -> this.platforms.put(platform.id(), platform));
    }

    /** What a GET returns. */
    Object get(String platform, String operation, Map<String, String> query) {
        RemoteControl control = platform(platform);
        return switch (operation) {
            case "devices" -> Map.of("devices", control.describeDevices());
            case "messages" -> messages(control, query.getOrDefault("since", "0"));
            case "set", "invoke", "publish", "faults" ->
                throw new HttpFailure(405, "Use POST for [" + operation + "].");
            default -> throw unknownOperation(operation);
        };
    }

    /** What a POST does and returns. */
    Object post(String platform, String operation, byte[] body) {
        RemoteControl control = platform(platform);
        try {
            return switch (operation) {
                case "set" -> set(control, new Body(body, "device", "values"));
                case "invoke" -> invoke(control, new Body(body, "device", "service", "input"));
                case "publish" -> publish(control, new Body(body, "topic", "payload", "payloadBase64", "qos"));
                case "faults" -> faults(control, body);
                case "devices", "messages" -> throw new HttpFailure(405, "Use GET for [" + operation + "].");
                default -> throw unknownOperation(operation);
            };
        } catch (UnknownDeviceException unknown) {
            throw new HttpFailure(404, String.valueOf(unknown.getMessage()));
        } catch (IllegalArgumentException wrong) {
            throw new HttpFailure(400, String.valueOf(wrong.getMessage()));
        }
    }

    private static Object messages(RemoteControl control, String since) {
        if (!since.matches("[0-9]{1,18}")) {
            throw new HttpFailure(400, "Parameter [since] is [" + since + "]; give the sequence number of a message.");
        }
        List<Map<String, @Nullable Object>> messages = new ArrayList<>();
        control.receivedSince(Long.parseLong(since)).forEach(message -> messages.add(MessageWriter.write(message)));
        return Map.of("messages", messages);
    }

    private static Object set(RemoteControl control, Body body) {
        return result(control.controlSet(body.text("device"), body.object("values")));
    }

    private static Object invoke(RemoteControl control, Body body) {
        Map<String, @Nullable Object> input = body.has("input") ? body.object("input") : Map.of();
        return result(control.controlInvoke(body.text("device"), body.text("service"), input));
    }

    private static Object publish(RemoteControl control, Body body) {
        Object qos = body.has("qos") ? body.value("qos") : 0;
        if (!(qos instanceof Integer level) || level < 0 || level > 2) {
            throw new IllegalArgumentException("Member [qos] is [" + qos + "]; give 0, 1 or 2.");
        }
        return control.controlPublish(body.text("topic"), payload(body), level);
    }

    /** Text goes out as it is, other JSON as its text. */
    private static byte[] payload(Body body) {
        if (body.has("payloadBase64")) {
            try {
                return Base64.getDecoder().decode(body.text("payloadBase64"));
            } catch (IllegalArgumentException malformed) {
                throw new IllegalArgumentException(
                        "Member [payloadBase64] is not Base64: " + malformed.getMessage() + ".", malformed);
            }
        }
        Object payload = body.has("payload") ? body.value("payload") : "";
        return payload instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : Json.write(payload);
    }

    private static Object faults(RemoteControl control, byte[] json) {
        Map<String, @Nullable Object> object = Body.parse(json);
        if (Boolean.TRUE.equals(object.get("clear"))) {
            control.clearFaults();
            return Map.of("cleared", true);
        }
        Fault fault = FaultReader.read(object);
        Object device = object.get("device");
        if (device instanceof String name) {
            control.inject(name, fault);
        } else {
            control.inject(fault);
        }
        return Map.of("armed", fault.toString());
    }

    private static Object result(CompletableFuture<Map<String, @Nullable Object>> future) {
        try {
            return future.get(REPLY_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new HttpFailure(504, "No outcome within " + REPLY_LIMIT_SECONDS + " s.");
        } catch (ExecutionException failed) {
            throw new HttpFailure(500, String.valueOf(failed.getCause()));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new HttpFailure(503, "The simulator is closing.");
        }
    }

    private RemoteControl platform(String name) {
        RemoteControl control = platforms.get(name);
        if (control == null) {
            throw new HttpFailure(404, "Platform [" + name + "] is not running; running: " + platforms.keySet() + ".");
        }
        return control;
    }

    private static HttpFailure unknownOperation(String operation) {
        return new HttpFailure(
                404,
                "Operation [" + operation + "] is unknown; GET devices, messages; POST set, invoke, publish, faults.");
    }

    /** A request body: an object with known members. */
    private static final class Body {
        private final Map<String, @Nullable Object> members;

        Body(byte[] json, String... known) {
            members = parse(json);
            for (String member : members.keySet()) {
                if (!List.of(known).contains(member)) {
                    throw new IllegalArgumentException(
                            "Member [" + member + "] is unknown; known are " + String.join(", ", known) + ".");
                }
            }
        }

        static Map<String, @Nullable Object> parse(byte[] json) {
            try {
                return Json.object(Json.read(json))
                        .orElseThrow(() -> new IllegalArgumentException("The body must be a JSON object."));
            } catch (IOException malformed) {
                throw new IllegalArgumentException("The body is not JSON: " + malformed.getMessage(), malformed);
            }
        }

        boolean has(String member) {
            return members.get(member) != null;
        }

        @Nullable
        Object value(String member) {
            return members.get(member);
        }

        String text(String member) {
            if (!(members.get(member) instanceof String text)) {
                throw new IllegalArgumentException("Member [" + member + "] is missing or no text.");
            }
            return text;
        }

        Map<String, @Nullable Object> object(String member) {
            return Json.object(members.get(member))
                    .orElseThrow(
                            () -> new IllegalArgumentException("Member [" + member + "] is missing or no object."));
        }
    }
}
