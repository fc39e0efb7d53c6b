package org.iotconnector.adafruit.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.iotconnector.adafruit.internal.rest.Fields;
import org.iotconnector.core.thing.Values;

/**
 * A feed: a name for values that come one after the other. What is not there is empty.
 *
 * @param values the members as received
 */
public record Feed(Values values) {
    /** A number today; opaque. */
    public String id() {
        return Fields.plainText(values, "id");
    }

    /** What addresses it; with its group's key and a dot in front unless it is in the default group. */
    public String key() {
        return Fields.plainText(values, "key");
    }

    /** For people. */
    public String name() {
        return Fields.plainText(values, "name");
    }

    public Optional<String> description() {
        return Fields.text(values, "description");
    }

    /** The newest value. */
    public Optional<String> lastValue() {
        return Fields.text(values, "last_value");
    }

    /** Whether values are kept; without, only the newest is, which may be 100 KB instead of 1 KB. */
    public Optional<Boolean> history() {
        return Fields.bool(values, "history");
    }

    public Optional<Visibility> visibility() {
        return Fields.text(values, "visibility").flatMap(Visibility::find);
    }

    public Optional<String> unitType() {
        return Fields.text(values, "unit_type");
    }

    public Optional<String> unitSymbol() {
        return Fields.text(values, "unit_symbol");
    }

    public Optional<String> license() {
        return Fields.text(values, "license");
    }

    /** Such as {@code online} and {@code offline}. */
    public Optional<String> status() {
        return Fields.text(values, "status");
    }

    /** Whether the platform writes an e-mail when no value comes for {@link #statusTimeout()}. */
    public Optional<Boolean> statusNotify() {
        return Fields.bool(values, "status_notify");
    }

    public Optional<Duration> statusTimeout() {
        OptionalLong minutes = Fields.whole(values, "status_timeout");
        return minutes.isPresent() ? Optional.of(Duration.ofMinutes(minutes.getAsLong())) : Optional.empty();
    }

    public Optional<Boolean> enabled() {
        return Fields.bool(values, "enabled");
    }

    /** The account whose feed it is. */
    public Optional<String> owner() {
        return Fields.struct(values, "owner")
                .flatMap(owner -> Fields.text(owner, "username"))
                .or(() -> Fields.text(values, "username"));
    }

    /** The group by whose key it is addressed. */
    public Optional<Group> group() {
        return Fields.struct(values, "group").map(Group::new);
    }

    /** All groups it is in, each with id, key and name only. */
    public List<Group> groups() {
        return Fields.structs(values, "groups").stream().map(Group::new).toList();
    }

    /** What only {@link FeedApi#details} tells. */
    public Optional<FeedDetails> details() {
        return Fields.struct(values, "details").map(FeedDetails::new);
    }

    public Optional<Instant> createdAt() {
        return Fields.time(values, "created_at");
    }

    public Optional<Instant> updatedAt() {
        return Fields.time(values, "updated_at");
    }
}
