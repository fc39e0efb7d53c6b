package org.iotconnector.core.settings;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import org.iotconnector.core.InvalidConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * A text that must not be seen: device secret, access key, password. It prints as {@code Secret[redacted]} everywhere,
 * is not serialisable, and shows nothing to JSON mappers; only {@link #reveal()} gives the text. Immutable,
 * thread-safe.
 */
public final class Secret {
    // Transient although the class is not Serializable: mappers told to read private fields skip transient ones.
    private final transient String text;

    private Secret(String text) {
        this.text = text;
    }

    /** Wraps {@code text} as it is; it may be empty, which no declared secret setting accepts. */
    public static Secret of(String text) {
        return new Secret(text);
    }

    /**
     * Reads the environment variable {@code name}.
     *
     * @throws InvalidConfigurationException if the variable is not set or empty
     */
    public static Secret fromEnv(String name) {
        return fromEnv(name, System.getenv());
    }

    static Secret fromEnv(String name, Map<String, String> environment) {
        String value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw InvalidConfigurationException.of(
                    "", "Environment variable " + name + " is not set or empty; put the secret into it.");
        }
        return new Secret(value);
    }

    /**
     * Reads a file of at most 64 KiB in UTF-8 and drops one line end at its end, since editors and {@code echo} add
     * one. Logs a warning if the file's POSIX permissions let everybody read it.
     *
     * @throws InvalidConfigurationException if the file is missing, unreadable, empty, too large or not UTF-8
     */
    public static Secret fromFile(Path file) {
        return new Secret(SecretFile.read(file));
    }

    /** The text itself. For the place where bytes are signed or sent; never for a log, message or URL. */
    public String reveal() {
        return text;
    }

    /** Compares in a time that does not depend on where the texts differ. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret that
                && MessageDigest.isEqual(
                        text.getBytes(StandardCharsets.UTF_8), that.text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same number for every secret, because a hash printed or stored would help to guess the text. */
    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return "Secret[redacted]";
    }
}
