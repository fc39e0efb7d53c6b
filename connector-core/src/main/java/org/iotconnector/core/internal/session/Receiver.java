package org.iotconnector.core.internal.session;

import org.iotconnector.core.session.Message;

/** Takes messages from a session, on its mailbox: must not block. */
public interface Receiver {
    /** A message came; {@code done} is to be run once it is handled, on any thread, so that it can be acknowledged. */
    void receive(Message message, Runnable done);
}
