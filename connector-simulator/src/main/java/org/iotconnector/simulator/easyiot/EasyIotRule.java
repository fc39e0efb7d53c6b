package org.iotconnector.simulator.easyiot;

import java.util.EnumSet;
import java.util.Set;

/** Behaviours that nothing public tells for sure, each with what it is at first. */
public enum EasyIotRule {
    /** A filter that is no topic of the account, wildcards included, is answered with SUBACK 0x80. Default on. Off: it is granted, and only the account's own messages come. */
    SUBACK_FAILURE("subackFailure", true),
    /** Any topic may be used, and any filter subscribed, as on a plain broker. Default off. */
    OPEN_TOPICS("openTopics", false),
    /** Wrong credentials are answered with CONNACK 5. Default off: 4. */
    NOT_AUTHORIZED("notAuthorized", false),
    /** Clients of MQTT 3.1 are let in. Default off: CONNACK 1. */
    MQTT31("mqtt31", false),
    /** Clients of MQTT 5 are let in. Default off: CONNACK 0x84. */
    MQTT5("mqtt5", false),
    /** Messages with the retain flag are kept. Default on. */
    RETAIN("retain", true),
    /** A client's Will is published. Default on. */
    WILL("will", true),
    /** A session outlives its connection if its client asks for that. Default on. */
    PERSISTENT_SESSIONS("persistentSessions", true);

    private final String key;
    private final boolean byDefault;

    EasyIotRule(String key, boolean byDefault) {
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

    static Set<EasyIotRule> defaults() {
        Set<EasyIotRule> rules = EnumSet.noneOf(EasyIotRule.class);
        for (EasyIotRule rule : values()) {
            if (rule.byDefault) {
                rules.add(rule);
            }
        }
        return rules;
    }
}
