package org.iotconnector.simulator.adafruit;

import java.util.EnumSet;
import java.util.Set;

/** Behaviours where the documents are silent or disagree, each with what it is at first. */
public enum AdafruitRule {
    /** Clients of MQTT 5 are let in. Default off: CONNACK 0x84, since no document mentions that version. */
    MQTT5("mqtt5", false),
    /** A message with QoS 2 closes the connection. Default on. Off: it is taken as any broker does. */
    QOS2_CLOSES("qos2Closes", true),
    /** A session outlives its connection if its client asks for that. Default off: every session is clean. */
    PERSISTENT_SESSIONS("persistentSessions", false),
    /** A client's Will is published as its messages are. Default on. */
    WILL("will", true),
    /** A refused topic filter is answered with SUBACK 0x80. Default on. Off: it is granted, and nothing ever comes. */
    SUBACK_FAILURE("subackFailure", true),
    /** A refused message with QoS 1 is acknowledged. Default on. */
    ACKNOWLEDGE_REFUSED("acknowledgeRefused", true),
    /** Topics {@code errors} and {@code throttle} carry their text in double quotes, as captures show. Default on. Off: bare, as documented. */
    QUOTED_NOTICES("quotedNotices", true),
    /** Topics {@code /json} take nothing but JSON. Default on. Off: anything else is kept as text. */
    STRICT_JSON("strictJson", true),
    /** {@code created_at} in a message counts, as it does over HTTP. Default on. */
    CREATED_AT_OVER_MQTT("createdAtOverMqtt", true),
    /** A message to {@code feeds/G.K} makes feed K in an existing group G. Default on. Off: it is refused. */
    CREATE_IN_GROUP("createInGroup", true),
    /** Values also go out on the topic with the exact name of the feed. Default on. */
    NAME_TOPICS("nameTopics", true),
    /** Group topics may be subscribed with a wildcard for the key or at the end. Default on. */
    GROUP_WILDCARDS("groupWildcards", true),
    /** {@code /get} counts as a data point. Default off. */
    GET_COUNTS("getCounts", false),
    /** A ban cuts the account's connections. Default off: they stay, and what they do is refused. */
    BAN_CUTS("banCuts", false),
    /** Weather and air quality need a paid plan. Default on. */
    PAID_SERVICES("paidServices", true),
    /** Random words are also on {@code U/integrations/words}, as one page of the documents says. Default on. */
    PLURAL_INTEGRATIONS("pluralIntegrations", true),
    /** What a dashboard puts into a feed of a group goes out on the bare key too, as one bridge reports. Default off. */
    DASHBOARD_BARE_KEY("dashboardBareKey", false),
    /** A JSON body without {@code value} is stored as text over HTTP. Default off: status 422. */
    BODY_AS_VALUE("bodyAsValue", false),
    /** Status 429 comes as plain text. Default off: as a JSON error. */
    PLAIN_429("plain429", false),
    /** Creating, changing and deleting feeds and groups counts as a data point each. Default off: data only. */
    EDITS_COUNT("editsCount", false),
    /** Status 500 and above comes as an HTML page. Default off: as a JSON error. */
    HTML_5XX("html5xx", false),
    /** {@code GET /user} answers with the user's record alone, as documented. Default off: with more around it, as captured. */
    FLAT_USER("flatUser", false),
    /** The Link header of pages is as RFC 8288 has it. Default off: the platform's own order, address after relation. */
    STANDARD_LINK("standardLink", false),
    /** Member {@code data} of an activity is JSON text, as one fixture shows. Default off: an object, as documented. */
    ACTIVITY_DATA_TEXT("activityDataText", false);

    private final String key;
    private final boolean byDefault;

    AdafruitRule(String key, boolean byDefault) {
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

    static Set<AdafruitRule> defaults() {
        Set<AdafruitRule> rules = EnumSet.noneOf(AdafruitRule.class);
        for (AdafruitRule rule : values()) {
            if (rule.byDefault) {
                rules.add(rule);
            }
        }
        return rules;
    }
}
