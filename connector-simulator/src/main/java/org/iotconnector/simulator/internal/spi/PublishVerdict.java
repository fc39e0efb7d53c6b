package org.iotconnector.simulator.internal.spi;

import org.iotconnector.simulator.Disposition;

/**
 * What a platform decides about a PUBLISH before it is acknowledged.
 *
 * @param disposition what is recorded
 * @param acknowledge whether QoS 1 and 2 are answered
 * @param route whether other clients' subscriptions receive it
 * @param closeCode MQTT 5 reason code to close the connection with, 0 to leave it open
 * @param replyCode MQTT 5 reason code of PUBACK or PUBREC; clients of MQTT 3 see no difference
 */
public record PublishVerdict(
        Disposition disposition, boolean acknowledge, boolean route, int closeCode, int replyCode) {

    /** Taken by the platform, seen by no other client. */
    public static PublishVerdict consume() {
        return new PublishVerdict(Disposition.ACCEPTED, true, false, 0, 0);
    }

    /** Distributed as a plain broker does. */
    public static PublishVerdict distribute() {
        return new PublishVerdict(Disposition.ACCEPTED, true, true, 0, 0);
    }

    /** Acknowledged and forgotten. */
    public static PublishVerdict drop(Disposition why) {
        return new PublishVerdict(why, true, false, 0, 0);
    }

    /** Forgotten; MQTT 5 clients are told this reason, others get a plain acknowledgement. */
    public static PublishVerdict deny(Disposition why, int replyCode) {
        return new PublishVerdict(why, true, false, 0, replyCode);
    }

    /** Forgotten without any answer. */
    public static PublishVerdict ignore(Disposition why) {
        return new PublishVerdict(why, false, false, 0, 0);
    }

    /** Answered by closing the connection. */
    public static PublishVerdict close(Disposition why, int reasonCode) {
        return new PublishVerdict(why, false, false, reasonCode, 0);
    }
}
