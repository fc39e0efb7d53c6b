package org.iotconnector.simulator.internal.platform;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.iotconnector.simulator.internal.spi.ConnectRequest;
import org.iotconnector.simulator.internal.spi.Refusal;
import org.jspecify.annotations.Nullable;

/** Identities on platforms where sessions and take-over go by the client identifier alone. MQTT 3.1.1 section 3.1.3.1. */
public final class ClientIdentity {
    private static final String MADE_UP = "auto-";
    private static final int RANDOM_DIGITS = 16;
    private static final int FIRST_LEVEL_WITH_SESSION_EXPIRY = 5;

    private final RandomGenerator random;

    /** Takes what made-up identifiers are drawn from. */
    public ClientIdentity(RandomGenerator random) {
        this.random = random;
    }

    /** The identifier, or one made up for a client that gave none. */
    public String of(ConnectRequest request) {
        return request.clientId().isEmpty()
                ? MADE_UP + HexFormat.of().toHexDigits(random.nextLong(), RANDOM_DIGITS)
                : request.clientId();
    }

    /** Who a CONNECT claims to be; null for a client without an identifier. */
    public static @Nullable String claimed(ConnectRequest request) {
        return request.clientId().isEmpty() ? null : request.clientId();
    }

    /** Refuses a client without an identifier that wants a session to come back to, since it could never come back. */
    public static Optional<Refusal> refusal(ConnectRequest request) {
        boolean nameless = request.clientId().isEmpty()
                && !request.cleanStart()
                && request.protocolLevel() < FIRST_LEVEL_WITH_SESSION_EXPIRY;
        return nameless
                ? Optional.of(Refusal.malformedClientId("an empty client identifier needs a clean session"))
                : Optional.empty();
    }
}
