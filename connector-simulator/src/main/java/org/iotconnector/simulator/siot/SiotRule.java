package org.iotconnector.simulator.siot;

import java.util.EnumSet;
import java.util.Set;

/** Behaviours on which reports disagree or are silent, each with what it is at first. */
public enum SiotRule {
    /**
     * Topics have the form of their generation: two levels, in V2 the first is {@code siot}. Other messages are acknowledged and go nowhere,
     * and V2 answers other filters with SUBACK 0x80. Default on. Off: any topic is forwarded and stored, as one report says of V2.
     */
    TOPIC_FORM("topicForm", true),
    /** V2 answers filters with {@code +} with SUBACK 0x80. Default on. */
    PLUS_REFUSED("plusRefused", true),
    /** V1 takes {@code ->} off before delivery. Default off: it is delivered unchanged. */
    STRIP_ARROW("stripArrow", false),
    /** V1 leaves a message that begins with {@code ->} unstored when it comes over MQTT too. Default on. Off: only from web page and HTTP. */
    ARROW_OVER_MQTT("arrowOverMqtt", true),
    /** Wrong credentials are answered with CONNACK 5. Default off: 4. */
    NOT_AUTHORIZED("notAuthorized", false),
    /** V2 answers the HTTP paths of V1, with pages of 200 messages at most. Default on. Off: 404. */
    HTTP_OF_V1("httpOfV1", true),
    /** Messages with the retain flag are kept. Default on. */
    RETAIN("retain", true),
    /** A client's Will is published. Default on. */
    WILL("will", true),
    /** Clients of MQTT 3.1 are let in. Default on. */
    MQTT31("mqtt31", true),
    /** Clients of MQTT 5 are let in. Default off: CONNACK 0x84. */
    MQTT5("mqtt5", false);

    private final String key;
    private final boolean byDefault;

    SiotRule(String key, boolean byDefault) {
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

    static Set<SiotRule> defaults() {
        Set<SiotRule> rules = EnumSet.noneOf(SiotRule.class);
        for (SiotRule rule : values()) {
            if (rule.byDefault) {
                rules.add(rule);
            }
        }
        return rules;
    }
}
