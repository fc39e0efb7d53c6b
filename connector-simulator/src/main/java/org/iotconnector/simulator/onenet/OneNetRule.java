package org.iotconnector.simulator.onenet;

import java.util.EnumSet;
import java.util.Set;

/**
 * Behaviours that can be switched, because sources disagree about them or because a test wants peace. Each says its default.
 */
public enum OneNetRule {
    /**
     * A token for a device's resource must be signed with the device's own key. Default off: the product's key may sign it too, as
     * the documentation says and one field report denies.
     */
    STRICT_PRODUCT_KEY("strictProductKey", false),
    /** The connection is closed when the token it logged in with expires. Default off: checked at CONNECT only. */
    CLOSE_AT_TOKEN_EXPIRY("closeAtTokenExpiry", false),
    /** An eleventh connect within 5 s closes the connection and bans the device for 5 min. Default on. */
    CONNECT_BAN("connectBan", true),
    /** At most 10 topic filters per session, excess is refused. Default on. */
    SUBSCRIPTION_LIMIT("subscriptionLimit", true),
    /** More than one message in a second is dropped without acknowledgement. Default off: only counted. */
    PUBLISH_RATE("publishRate", false),
    /** The application API takes tokens of version 2022-05-01 only. Default off: 2018-10-31 is taken too, as practice shows. */
    STRICT_API_VERSION("strictApiVersion", false),
    /** A refused API token is answered with HTTP status 401. Default off: 200, with the code in the body. */
    HTTP_STATUS_401("httpStatus401", false),
    /** {@code query-device-property} answers {@code {"list":[…]}}. Default off: the bare array. */
    PROPERTIES_AS_LIST_OBJECT("propertiesAsListObject", false),
    /** The application API writes text values in quotation marks, as JSON. Default off: as they are. Both were seen. */
    QUOTED_TEXT_VALUES("quotedTextValues", false);

    private final String key;
    private final boolean byDefault;

    OneNetRule(String key, boolean byDefault) {
        this.key = key;
        this.byDefault = byDefault;
    }

    /** The word in the configuration file. */
    public String key() {
        return key;
    }

    /** Whether it is in force unless switched off. */
    public boolean byDefault() {
        return byDefault;
    }

    static Set<OneNetRule> defaults() {
        Set<OneNetRule> rules = EnumSet.noneOf(OneNetRule.class);
        for (OneNetRule rule : values()) {
            if (rule.byDefault) {
                rules.add(rule);
            }
        }
        return rules;
    }
}
