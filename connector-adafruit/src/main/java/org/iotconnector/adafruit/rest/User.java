package org.iotconnector.adafruit.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.iotconnector.adafruit.internal.rest.Fields;
import org.iotconnector.core.thing.Values;

/**
 * An account. The platform answers with more than its docs say; what is not there is empty.
 *
 * @param values the members as received
 * @param throttle what is left of the account's rate, if the answer told
 */
public record User(Values values, Optional<Throttle> throttle) {
    /** Documented is the record itself; seen was one around it. */
    static User read(Values answer) {
        Optional<Throttle> throttle = Fields.struct(answer, "throttle").map(Throttle::new);
        return new User(Fields.struct(answer, "user").orElse(answer), throttle);
    }

    public String id() {
        return Fields.plainText(values, "id");
    }

    /** The account's name as keys and topics have it. */
    public String username() {
        return Fields.plainText(values, "username");
    }

    /** The person's name. */
    public Optional<String> name() {
        return Fields.text(values, "name");
    }

    /** Such as {@code Europe/Berlin}. */
    public Optional<String> timeZone() {
        return Fields.text(values, "time_zone");
    }

    public Optional<Instant> createdAt() {
        return Fields.time(values, "created_at");
    }

    /** The plan's name, such as {@code Free}. */
    public Optional<String> plan() {
        return subscription().flatMap(it -> Fields.struct(it, "plan")).flatMap(plan -> Fields.text(plan, "name"));
    }

    /** How many of {@code feeds}, {@code groups} or {@code dashboards} the plan has room for. */
    public OptionalLong limit(String kind) {
        return limits().map(limits -> Fields.whole(limits, kind)).orElse(OptionalLong.empty());
    }

    /** How many data points a minute the plan takes. */
    public OptionalLong dataRate() {
        return limit("data_rate");
    }

    /** How long the plan keeps data. */
    public Optional<Duration> dataRetention() {
        OptionalLong seconds = limit("data_ttl");
        return seconds.isPresent() ? Optional.of(Duration.ofSeconds(seconds.getAsLong())) : Optional.empty();
    }

    private Optional<Values> subscription() {
        return Fields.struct(values, "subscription");
    }

    private Optional<Values> limits() {
        return subscription().flatMap(it -> Fields.struct(it, "limits"));
    }
}
