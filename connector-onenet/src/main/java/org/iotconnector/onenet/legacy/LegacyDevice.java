package org.iotconnector.onenet.legacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.onenet.legacy.internal.LegacyTimes;
import org.iotconnector.onenet.legacy.internal.LegacyTopics;

/**
 * Sends what a thing-model report cannot hold: images and other binary data, separated text, numbered floats, or any
 * packet. Times are moments and become local times by the device's settings. Immutable, thread-safe.
 *
 * <pre>{@code
 * LegacyDevice camera = LegacyDevice.of(config, device.session());
 * camera.binary("image", Bytes.copyOf(jpeg)).acknowledged().join();
 * }</pre>
 */
public final class LegacyDevice {
    private final LegacyConfig config;
    private final MqttSession session;

    private LegacyDevice(LegacyConfig config, MqttSession session) {
        this.config = config;
        this.session = session;
    }

    /** Sends over {@code session}, which must be that of the device of {@code config}. */
    public static LegacyDevice of(LegacyConfig config, MqttSession session) {
        return new LegacyDevice(config, session);
    }

    /**
     * Sends a packet of any layout.
     *
     * @throws MappingException when its JSON or text has more than 65535 bytes
     */
    public Delivery send(DataPacket packet) {
        Bytes payload = DataPoints.encode(packet, config.floatOrder());
        return session.publish(new Publication(LegacyTopics.DATA, payload, config.qos(), false));
    }

    /** Sends binary data of now (layout 2). */
    public Delivery binary(String stream, Bytes content) {
        return send(new DataPacket.Binary(stream, Optional.empty(), "", content));
    }

    /**
     * Sends binary data (layout 2).
     *
     * @param at when they were made
     * @param description for people; empty for none
     */
    public Delivery binary(String stream, Bytes content, Instant at, String description) {
        return send(new DataPacket.Binary(
                stream, Optional.of(LegacyTimes.local(at, config.timeZone())), description, content));
    }

    /** Sends separated text (layout 5). */
    public Delivery text(DataText text) {
        return send(new DataPacket.Text(text));
    }

    /** Sends separated text with one time for all records (layout 6); years 2000 to 2099. */
    public Delivery text(DataText text, Instant at) {
        return send(new DataPacket.TimedText(Optional.of(LegacyTimes.local(at, config.binaryTimeZone())), text));
    }

    /** Sends floats of numbered streams (layout 7). */
    public Delivery floats(FloatGroup... groups) {
        return send(new DataPacket.Floats(Optional.empty(), List.of(groups)));
    }

    /** Sends floats of numbered streams with one time for all (layout 7); years 2000 to 2099. */
    public Delivery floats(Instant at, FloatGroup... groups) {
        return send(
                new DataPacket.Floats(Optional.of(LegacyTimes.local(at, config.binaryTimeZone())), List.of(groups)));
    }
}
