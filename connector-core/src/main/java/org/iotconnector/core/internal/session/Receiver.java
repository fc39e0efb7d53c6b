package org.iotconnector.core.internal.session;

import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.Subscription;

/** Takes messages from a session, on its mailbox: must not block. */
@FunctionalInterface
public interface Receiver {
    /** A message came; {@code done} is to be run once it is handled, on any thread, so that it can be acknowledged. */
    void receive(Message message, Runnable done);

    /** The server has granted a subscription of this receiver, on this connection. */
    default void onGranted(Subscription granted) {}
}
