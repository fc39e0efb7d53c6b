package org.iotconnector.adafruit.rest;

import java.time.Instant;
import java.util.Optional;
import org.iotconnector.adafruit.internal.rest.Fields;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.Values;

/**
 * A key of the account that is good for less than the AIO key.
 *
 * @param values the members as received, but for the key
 * @param key the key itself, if the answer told
 */
public record Token(Values values, Optional<Secret> key) {
    static Token read(Values received) {
        Optional<Secret> key = Fields.text(received, "key")
                .or(() -> Fields.text(received, "token"))
                .map(Secret::of);
        return new Token(received.without("key").without("token"), key);
    }

    public String id() {
        return Fields.plainText(values, "id");
    }

    /** Whether it is the AIO key. */
    public Optional<Boolean> master() {
        return Fields.bool(values, "master");
    }

    public Optional<Boolean> createable() {
        return Fields.bool(values, "createable");
    }

    public Optional<Boolean> readable() {
        return Fields.bool(values, "readable");
    }

    public Optional<Boolean> updateable() {
        return Fields.bool(values, "updateable");
    }

    public Optional<Boolean> deleteable() {
        return Fields.bool(values, "deleteable");
    }

    /** The id of the only feed that it is good for. */
    public Optional<String> feedId() {
        return Fields.text(values, "feed_id");
    }

    public Optional<String> status() {
        return Fields.text(values, "status");
    }

    public Optional<Instant> expiration() {
        return Fields.time(values, "expiration");
    }
}
