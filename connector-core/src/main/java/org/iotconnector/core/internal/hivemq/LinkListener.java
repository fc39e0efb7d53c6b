package org.iotconnector.core.internal.hivemq;

import org.iotconnector.core.session.Message;

/** What a link reports; on a network thread. */
interface LinkListener {
    /** The connection that had been made ended; not called when an attempt fails. */
    void onLost(Throwable cause);

    /** A message came. */
    void onMessage(Message message, Runnable acknowledgement);
}
