package org.iotconnector.simulator.internal.console;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.iotconnector.simulator.Fault;
import org.iotconnector.simulator.internal.config.Nearest;
import org.jspecify.annotations.Nullable;

/** A {@link Fault} from its JSON: {@code fault} names it, {@code times} is a number or {@code always}, default 1. */
final class FaultReader {
    private static final Set<String> NAMES = Set.of(
            "refuseConnect",
            "silentAccept",
            "dropAfter",
            "dropOnPublish",
            "stall",
            "losePubAck",
            "delayPubAck",
            "duplicateDelivery",
            "delayReply",
            "loseReply",
            "truncateReply",
            "duplicateReply",
            "wrongReplyId",
            "failHttp",
            "delayHttp",
            "cutHttp");
    private static final Set<String> KEYS =
            Set.of("fault", "device", "times", "code", "delayMs", "durationMs", "nth", "path", "status", "afterBytes");

    private final Map<String, @Nullable Object> json;

    private FaultReader(Map<String, @Nullable Object> json) {
        this.json = json;
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if a member is missing, unknown or out of range
     */
    static Fault read(Map<String, @Nullable Object> json) {
        for (String key : json.keySet()) {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException(
                        "Member [" + key + "] of the fault is unknown; did you mean [" + Nearest.of(key, KEYS) + "]?");
            }
        }
        return new FaultReader(json).fault();
    }

    private Fault fault() {
        String name = String.valueOf(json.get("fault"));
        return switch (name) {
            case "refuseConnect" -> new Fault.RefuseConnect(number("code", null), times());
            case "silentAccept" -> new Fault.SilentAccept(times());
            case "dropAfter" -> new Fault.DropAfter(millis("delayMs"), times());
            case "dropOnPublish" -> new Fault.DropOnPublish(number("nth", 1), times());
            case "stall" -> new Fault.Stall(millis("durationMs"));
            case "losePubAck" -> new Fault.LosePubAck(times());
            case "delayPubAck" -> new Fault.DelayPubAck(millis("delayMs"), times());
            case "duplicateDelivery" -> new Fault.DuplicateDelivery(times());
            case "delayReply" -> new Fault.DelayReply(millis("delayMs"), times());
            case "loseReply" -> new Fault.LoseReply(times());
            case "truncateReply" -> new Fault.TruncateReply(times());
            case "duplicateReply" -> new Fault.DuplicateReply(times());
            case "wrongReplyId" -> new Fault.WrongReplyId(times());
            case "failHttp" -> new Fault.FailHttp(path(), number("status", null), times());
            case "delayHttp" -> new Fault.DelayHttp(path(), millis("delayMs"), times());
            case "cutHttp" -> new Fault.CutHttp(path(), number("afterBytes", null), times());
            default ->
                throw new IllegalArgumentException(
                        "Fault [" + name + "] is unknown; known are " + String.join(", ", new TreeSet<>(NAMES)) + ".");
        };
    }

    private int times() {
        return "always".equals(json.get("times")) ? Fault.ALWAYS : number("times", 1);
    }

    private String path() {
        return String.valueOf(json.getOrDefault("path", ""));
    }

    private Duration millis(String member) {
        return Duration.ofMillis(number(member, null));
    }

    private int number(String member, @Nullable Integer otherwise) {
        Object value = json.get(member);
        if (value == null && otherwise != null) {
            return otherwise;
        }
        if (!(value instanceof Integer number)) {
            throw new IllegalArgumentException(
                    "Member [" + member + "] of the fault is [" + value + "]; give a whole number.");
        }
        return number;
    }
}
