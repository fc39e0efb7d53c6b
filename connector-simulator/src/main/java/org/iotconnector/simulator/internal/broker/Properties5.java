package org.iotconnector.simulator.internal.broker;

import io.netty.handler.codec.mqtt.MqttProperties;
import java.util.Set;

/** MQTT 5 properties the broker reads or writes, by the identifiers of section 2.2.2.2. */
final class Properties5 {
    static final int SESSION_EXPIRY_INTERVAL = 0x11;
    static final int SERVER_KEEP_ALIVE = 0x13;
    static final int RECEIVE_MAXIMUM = 0x21;
    static final int ASSIGNED_CLIENT_IDENTIFIER = 0x12;
    static final int MAXIMUM_QOS = 0x24;
    static final int RETAIN_AVAILABLE = 0x25;
    static final int SUBSCRIPTION_IDENTIFIER_AVAILABLE = 0x29;
    static final int SHARED_SUBSCRIPTION_AVAILABLE = 0x2A;

    /** Payload format, expiry, content type, response topic, correlation data and user properties travel with a message. */
    private static final Set<Integer> PASSED_ON = Set.of(0x01, 0x02, 0x03, 0x08, 0x09, 0x26);

    private Properties5() {}

    static long integer(MqttProperties properties, int id, long otherwise) {
        MqttProperties.MqttProperty<?> property = properties.getProperty(id);
        // The codec reads four-byte integers as signed; the standard means unsigned.
        return property != null && property.value() instanceof Integer value
                ? Integer.toUnsignedLong(value)
                : otherwise;
    }

    static MqttProperties passedOn(MqttProperties properties) {
        if (properties.isEmpty()) {
            return MqttProperties.NO_PROPERTIES;
        }
        MqttProperties kept = new MqttProperties();
        for (MqttProperties.MqttProperty<?> property : properties.listAll()) {
            if (PASSED_ON.contains(property.propertyId())) {
                kept.add(property);
            }
        }
        return kept;
    }

    static void add(MqttProperties properties, int id, int value) {
        properties.add(new MqttProperties.IntegerProperty(id, value));
    }

    static void add(MqttProperties properties, int id, String value) {
        properties.add(new MqttProperties.StringProperty(id, value));
    }
}
