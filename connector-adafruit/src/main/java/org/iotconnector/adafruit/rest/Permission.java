package org.iotconnector.adafruit.rest;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.iotconnector.adafruit.internal.rest.Fields;
import org.iotconnector.core.thing.Values;

/**
 * Who may do what with a feed, group or dashboard. What is not there, or not known, is empty.
 *
 * @param values the members as received
 */
public record Permission(Values values) {
    /** Who. */
    public enum Scope {
        /** Who knows a secret. */
        SECRET,
        /** Everybody. */
        PUBLIC,
        /** One account, which the scope's value names. */
        USER,
        /** The accounts of one organisation. */
        ORGANIZATION;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What. */
    public enum Mode {
        READ("r"),
        WRITE("w"),
        READ_WRITE("rw");

        private final String text;

        Mode(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    public String id() {
        return Fields.plainText(values, "id");
    }

    public Optional<Scope> scope() {
        String scope = Fields.plainText(values, "scope");
        return Arrays.stream(Scope.values())
                .filter(known -> known.text().equalsIgnoreCase(scope))
                .findFirst();
    }

    /** Whom the scope means, such as a user name. */
    public Optional<String> scopeValue() {
        return Fields.text(values, "scope_value");
    }

    public Optional<Mode> mode() {
        String mode = Fields.plainText(values, "mode");
        return Arrays.stream(Mode.values())
                .filter(known -> known.text().equalsIgnoreCase(mode))
                .findFirst();
    }

    public Optional<Instant> createdAt() {
        return Fields.time(values, "created_at");
    }

    public Optional<Instant> updatedAt() {
        return Fields.time(values, "updated_at");
    }
}
