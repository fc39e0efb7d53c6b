package org.iotconnector.adafruit.rest;

import java.util.Optional;
import org.iotconnector.adafruit.internal.rest.Fields;
import org.iotconnector.core.thing.Values;

/**
 * What the platform does when a feed changes or a time comes. The platform documents little of it; what is not there is
 * empty.
 *
 * @param values the members as received
 */
public record Action(Values values) {
    public String id() {
        return Fields.plainText(values, "id");
    }

    public Optional<String> name() {
        return Fields.text(values, "name");
    }

    public Optional<String> description() {
        return Fields.text(values, "description");
    }

    /** {@code reactive} or {@code schedule}. */
    public Optional<String> triggerType() {
        return Fields.text(values, "trigger_type");
    }

    /** The id of the feed that is watched. */
    public Optional<String> feedId() {
        return Fields.text(values, "feed_id");
    }

    /** How the feed's value is compared, such as {@code gt}. */
    public Optional<String> operator() {
        return Fields.text(values, "operator");
    }

    /** What the feed's value is compared with. */
    public Optional<String> value() {
        return Fields.text(values, "value");
    }

    /** What is done, such as {@code feed}. */
    public Optional<String> action() {
        return Fields.text(values, "action");
    }

    /** The id of the feed that is written to. */
    public Optional<String> actionFeedId() {
        return Fields.text(values, "action_feed_id");
    }

    /** What is written to it. */
    public Optional<String> actionValue() {
        return Fields.text(values, "action_value");
    }

    public Optional<Boolean> enabled() {
        return Fields.bool(values, "enabled");
    }
}
