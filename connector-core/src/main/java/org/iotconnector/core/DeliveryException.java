package org.iotconnector.core;

import java.util.Locale;
import org.iotconnector.core.outbox.DeliveryOutcome;

/** The caller decides whether to send it again: a message ended without the server's acknowledgement. */
public final class DeliveryException extends ConnectorException {
    private static final long serialVersionUID = 1L;

    private final DeliveryOutcome outcome;

    /** Reports that a message ended as {@code outcome}. */
    public DeliveryException(DeliveryOutcome outcome, String detail) {
        super(
                "The message was not delivered: " + outcome.name().toLowerCase(Locale.ROOT) + "."
                        + (detail.isEmpty() ? "" : " " + detail),
                null);
        this.outcome = outcome;
    }

    /** How the message ended; never {@link DeliveryOutcome#ACKNOWLEDGED}. */
    public DeliveryOutcome outcome() {
        return outcome;
    }
}
