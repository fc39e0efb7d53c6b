package org.iotconnector.core.session;

/**
 * Where a session stands.
 *
 * <pre>
 *            connect()                  CONNACK               SUBACK for every filter
 *   IDLE ───────────────► CONNECTING ───────────► SUBSCRIBING ──────────────────────► ONLINE
 *                          ▲      │ failed            │ a filter was refused            │
 *                          │      ▼                   ▼                                 │
 *                          └── WAITING ◄───────────  DEAF ◄──────► (retried)            │
 *                                 ▲                   lost                              │
 *                                 └─────────────────────────────────────────────────────┘
 *   any of these ── close() ──► CLOSING ──► CLOSED
 * </pre>
 */
public enum SessionPhase {
    /** Made, and not yet asked to connect. */
    IDLE,
    /** A network connection and CONNECT are under way. */
    CONNECTING,
    /** Connected; the answer to the subscriptions is awaited, and queued messages are held back until then. */
    SUBSCRIBING,
    /** Connected, every subscription granted. */
    ONLINE,
    /** Connected, but at least one subscription is refused or unanswered: messages for it cannot come. Retried. */
    DEAF,
    /** Not connected; the next attempt is due after a delay. */
    WAITING,
    /** Not connected, and no attempt is due: the policy's limit of refusals is reached. */
    STOPPED,
    /** Ending: what was accepted is given its last chance. */
    CLOSING,
    /** Ended for good. */
    CLOSED;

    /** Whether messages can be sent now. */
    public boolean connected() {
        return this == ONLINE || this == DEAF || this == SUBSCRIBING;
    }
}
