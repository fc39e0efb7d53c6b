package org.iotconnector.simulator.aliyun;

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
        /** The device was sent the request and did not reply in time. */
        TIMEOUT,
        /** The device was not connected; nothing was sent. */
        OFFLINE,
        /** The device has no subscription for the request's topic; nothing was sent. */
        NOT_SUBSCRIBED
    }

    private final Outcome outcome;
    private final @Nullable Integer code;
    private final Map<String, @Nullable Object> data;
    private final byte[] raw;

    private DeviceReply(Outcome outcome, @Nullable Integer code, Map<String, @Nullable Object> data, byte[] raw) {
        this.outcome = Objects.requireNonNull(outcome, "outcome");
        this.code = code;
        this.data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        this.raw = raw.clone();
    }

    /**
     * A reply that came.
     *
     * @param code the reply's code, null when it has none
     * @param data the reply's data, empty when it has none
     * @param raw the complete payload
     */
    public static DeviceReply replied(@Nullable Integer code, Map<String, @Nullable Object> data, byte[] raw) {
        return new DeviceReply(Outcome.REPLIED, code, data, raw);
    }

    /** An ending without a reply. */
    public static DeviceReply none(Outcome outcome) {
        return new DeviceReply(outcome, null, Map.of(), new byte[0]);
    }

    /** How it ended. */
    public Outcome outcome() {
        return outcome;
    }

    /** Whether the device replied with code 200. */
    public boolean isSuccess() {
        return outcome == Outcome.REPLIED && code != null && code == 200;
    }

    /** The device's code; empty without a reply, or when the reply is not an Alink message. */
    public OptionalInt code() {
        return code == null ? OptionalInt.empty() : OptionalInt.of(code);
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
        return "DeviceReply[" + outcome + (code == null ? "" : " code=" + code + " data=" + data) + "]";
    }
}
