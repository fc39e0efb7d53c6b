package org.iotconnector.simulator.internal.spi;

import io.netty.handler.codec.mqtt.MqttProperties;
import java.nio.charset.StandardCharsets;

/**
 * An application message on its way through the broker. Its payload array is shared and must not be changed.
 */
public final class Message {
    private final String topic;
    private final byte[] payload;
    private final int qos;
    private final boolean retain;
    private final boolean duplicate;
    private final MqttProperties properties;

    private Message(
            String topic, byte[] payload, int qos, boolean retain, boolean duplicate, MqttProperties properties) {
        this.topic = topic;
        this.payload = payload;
        this.qos = qos;
        this.retain = retain;
        this.duplicate = duplicate;
        this.properties = properties;
    }

    /** A message from the platform: not retained, no MQTT 5 properties. */
    public static Message of(String topic, byte[] payload, int qos) {
        return new Message(topic, payload, qos, false, false, MqttProperties.NO_PROPERTIES);
    }

    /** A message as a client sent it, for the first time. */
    public static Message of(String topic, byte[] payload, int qos, boolean retain, MqttProperties properties) {
        return new Message(topic, payload, qos, retain, false, properties);
    }

    /** The same message with the DUP flag of its packet. */
    public Message duplicate(boolean dup) {
        return new Message(topic, payload, qos, retain, dup, properties);
    }

    /** The same message with another QoS and retain flag. */
    public Message with(int newQos, boolean newRetain) {
        return newQos == qos && newRetain == retain
                ? this
                : new Message(topic, payload, newQos, newRetain, duplicate, properties);
    }

    /** Topic name. */
    public String topic() {
        return topic;
    }

    /** The content itself, not a copy. */
    public byte[] payload() {
        return payload;
    }

    /** Content as UTF-8 text. */
    public String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    /** 0, 1 or 2. */
    public int qos() {
        return qos;
    }

    /** Retain flag. */
    public boolean retain() {
        return retain;
    }

    /** DUP flag of the packet it came in. */
    public boolean duplicate() {
        return duplicate;
    }

    /** MQTT 5 properties to pass on. */
    public MqttProperties properties() {
        return properties;
    }
}
