package org.iotconnector.simulator.mqtt;

import java.util.EnumSet;
import java.util.Set;

/** Behaviours in which brokers differ, each with what it is at first: as Mosquitto 2.0 does. */
public enum MqttRule {
    /** Wrong credentials are answered with CONNACK 4, as EMQX does. Default off: 5, as Mosquitto does. MQTT 5: 0x86 instead of 0x87. */
    CREDENTIALS_ARE_CODE_4("badCredentials4", false),
    /** A filter that the access list does not cover is answered with SUBACK 0x80. Default off: it is granted, and what may not be read never comes. */
    DENY_SUBSCRIBE("denySubscribe", false),
    /** {@code $share/group/filter} may be subscribed, by clients of any version. Default on. */
    SHARED_SUBSCRIPTIONS("sharedSubscriptions", true),
    /** {@code $SYS/broker/…} is published. Default on. */
    SYS_TOPICS("sysTopics", true),
    /** Messages with the retain flag are kept. Default on. */
    RETAIN("retain", true),
    /** A client's Will is published. Default on. */
    WILL("will", true),
    /** A session outlives its connection if its client asks for that. Default on. */
    PERSISTENT_SESSIONS("persistentSessions", true),
    /** Clients of MQTT 3.1 are let in. Default on. */
    MQTT31("mqtt31", true),
    /** Clients of MQTT 5 are let in. Default on. */
    MQTT5("mqtt5", true),
    /** A malformed topic filter closes the connection. Default on. Off: SUBACK 0x80. */
    MALFORMED_FILTER_CLOSES("malformedFilterCloses", true);

    private final String key;
    private final boolean byDefault;

    MqttRule(String key, boolean byDefault) {
        this.key = key;
        this.byDefault = byDefault;
    }

    /** The word in the configuration file. */
    public String key() {
        return key;
    }

    /** Whether it is in force unless switched. */
    public boolean byDefault() {
        return byDefault;
    }

    static Set<MqttRule> defaults() {
        Set<MqttRule> rules = EnumSet.noneOf(MqttRule.class);
        for (MqttRule rule : values()) {
            if (rule.byDefault) {
                rules.add(rule);
            }
        }
        return rules;
    }
}
