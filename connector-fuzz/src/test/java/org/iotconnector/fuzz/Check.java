package org.iotconnector.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/** What every target asks: read it, or refuse it in the documented way and with words. */
public final class Check {
    private Check() {}

    /** The input as text; what is not UTF-8 becomes U+FFFD. */
    public static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }

    /**
     * What {@code parser} read; empty if it refused with exactly the type that it documents. Every other exception is a
     * finding, subclasses too: a NumberFormatException is an IllegalArgumentException that nobody meant.
     */
    public static <T> Optional<T> read(Supplier<T> parser, Class<? extends RuntimeException> documented) {
        T read;
        try {
            read = parser.get();
        } catch (RuntimeException refused) {
            if (refused.getClass() != documented) {
                throw refused;
            }
            assertThat(refused.getMessage()).isNotBlank();
            return Optional.empty();
        }
        assertThat(read).isNotNull();
        return Optional.of(read);
    }
}
