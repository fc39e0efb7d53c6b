package org.iotconnector.simulator.onenet;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How a request to a device ended. Immutable. */
public final class DeviceReply {

    /** The kinds of ending. */
    public enum Outcome {
        /** The device replied; see {@link #code()}. */
        REPLIED,
        /** Sent; the platform does not wait for this kind of request. */
        SENT,
        /** The device was sent the request and did not reply in time. */
        TIMEOUT,
        /** The device was not online; nothing was sent. */
        OFFLINE,
        /** The device has no subscription for the request's topic; nothing was sent. */
        NOT_SUBSCRIBED,
        /** The thing model or a limit does not allow the request, which was not sent, or the reply; see {@link #message()}. */
        INVALID
    }

    private final Outcome outcome;
    private final @Nullable Integer code;
    private final String message;
    private final Map<String, @Nullable Object> data;
    private final byte[] raw;

    private DeviceReply(
            Outcome outcome,
            @Nullable Integer code,
            String message,
            Map<String, ? extends @Nullable Object> data,
            byte[] raw) {
        this.outcome = Objects.requireNonNull(outcome, "outcome");
        this.code = code;
        this.message = Objects.requireNonNull(message, "message");
        this.data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        this.raw = raw.clone();
    }

    /**
     * A reply that came.
     *
     * @param code the reply's code, null when it has none
     * @param message the reply's text, empty when it has none
     * @param data the reply's data, empty when it has none
     * @param raw the complete payload
     */
    public static DeviceReply replied(
            @Nullable Integer code, String message, Map<String, ? extends @Nullable Object> data, byte[] raw) {
        return new DeviceReply(Outcome.REPLIED, code, message, data, raw);
    }

    /** A reply that came and is not allowed, with the reason. */
    public DeviceReply invalid(String reason) {
        return new DeviceReply(Outcome.INVALID, code, reason, data, raw);
    }

    /** An ending without a reply, with the reason in the platform's words. */
    public static DeviceReply none(Outcome outcome, String reason) {
        return new DeviceReply(outcome, null, reason, Map.of(), new byte[0]);
    }

    /** How it ended. */
    public Outcome outcome() {
        return outcome;
    }

    /** Whether the device replied with code 200, or with bytes where there is no code. */
    public boolean isSuccess() {
        return outcome == Outcome.REPLIED && (code == null || code == 200);
    }

    /** The device's code; empty without a reply, or when the reply is plain bytes. */
    public OptionalInt code() {
        return code == null ? OptionalInt.empty() : OptionalInt.of(code);
    }

    /** The device's text, or what went wrong; may be empty. */
    public String message() {
        return message;
    }

    /** The device's data as plain values; empty when there is none. */
    public Map<String, @Nullable Object> data() {
        return data;
    }

    /** A copy of the reply's payload; empty without a reply. */
    public byte[] raw() {
        return raw.clone();
    }

    /** The reply's payload as UTF-8 text; empty without a reply. */
    public String text() {
        return new String(raw, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "DeviceReply[" + outcome + (code == null ? "" : " code=" + code) + " message=" + message + " data="
                + data + "]";
    }
}
