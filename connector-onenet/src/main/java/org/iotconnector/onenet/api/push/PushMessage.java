package org.iotconnector.onenet.api.push;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One message of the platform, found genuine and readable.
 *
 * @param id the platform's id of the message, the same at every repetition; empty where it gives none
 * @param time when the platform made it; empty where it does not say
 * @param events what it tells, in order; unmodifiable
 * @param text the message itself as JSON text, decrypted
 */
public record PushMessage(Optional<String> id, Optional<Instant> time, List<PlatformEvent> events, String text) {
    public PushMessage {
        events = List.copyOf(events);
    }
}
