package org.iotconnector.adafruit.rest;

import java.util.Optional;
import org.iotconnector.adafruit.internal.rest.Fields;
import org.iotconnector.core.thing.Values;

/**
 * How much the account has sent in the last minute. Counts that the platform did not tell are 0.
 *
 * @param values the members as received
 */
public record Throttle(Values values) {
    /** How many data points a minute the account may send. */
    public long dataRateLimit() {
        return count("data_rate_limit");
    }

    /** How many it has sent in the last minute. */
    public long activeDataRate() {
        return count("active_data_rate");
    }

    /** How many it may send now; not below 0. */
    public long remaining() {
        return Math.max(0, dataRateLimit() - activeDataRate());
    }

    /** Logins over MQTT; 20 a minute are allowed. */
    public long authenticationRate() {
        return count("authentication_rate");
    }

    /** Checks of subscriptions over MQTT. */
    public long subscribeAuthorizationRate() {
        return count("subscribe_authorization_rate");
    }

    /** Checks of publications over MQTT. */
    public long publishAuthorizationRate() {
        return count("publish_authorization_rate");
    }

    /** Bans in the last hour; each makes the next 30 s longer. */
    public long hourlyBanRate() {
        return count("hourly_ban_rate");
    }

    /** What the platform says while the account is banned from MQTT. */
    public Optional<String> banMessage() {
        return Fields.text(values, "mqtt_ban_error_message");
    }

    private long count(String name) {
        return Fields.whole(values, name).orElse(0);
    }
}
