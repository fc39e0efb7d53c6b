package org.iotconnector.core.outbox;

/**
 * What became of every message that was offered to a session, at one instant. The counts always add up:
 * {@code accepted = waiting + inFlight + acknowledged + expired + evicted + refused + quarantined + abandoned}.
 *
 * @param accepted offered since the session was made
 * @param waiting in the outbox, not sent on the present connection
 * @param inFlight sent and not yet answered
 * @param acknowledged taken by the server
 * @param expired too old
 * @param evicted replaced by newer ones
 * @param refused not taken by the outbox or by the server
 * @param quarantined taken out of the way
 * @param abandoned left at close
 * @param coalesced how many of the evicted ones were replaced by a newer report of the same properties
 */
public record Ledger(
        long accepted,
        long waiting,
        long inFlight,
        long acknowledged,
        long expired,
        long evicted,
        long refused,
        long quarantined,
        long abandoned,
        long coalesced) {

    /** How many have ended, one way or another. */
    public long ended() {
        return acknowledged + expired + evicted + refused + quarantined + abandoned;
    }

    /** Whether the counts add up; false would be a bug of this toolkit. */
    public boolean addsUp() {
        return accepted == waiting + inFlight + ended() && coalesced <= evicted;
    }

    /** One line, such as {@code accepted 20 = acknowledged 20}; zero counts are left out. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("accepted " + accepted + " =");
        append(text, "acknowledged", acknowledged);
        append(text, "waiting", waiting);
        append(text, "in flight", inFlight);
        append(text, "expired", expired);
        append(text, "evicted", evicted);
        append(text, "refused", refused);
        append(text, "quarantined", quarantined);
        append(text, "abandoned", abandoned);
        return accepted == 0 ? "accepted 0" : text.toString();
    }

    private static void append(StringBuilder text, String name, long count) {
        if (count > 0) {
            text.append(text.charAt(text.length() - 1) == '=' ? " " : " + ")
                    .append(name)
                    .append(' ')
                    .append(count);
        }
    }
}
