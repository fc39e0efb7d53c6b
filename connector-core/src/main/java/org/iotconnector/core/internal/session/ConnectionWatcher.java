package org.iotconnector.core.internal.session;

/** Is told, on the session's mailbox, when messages can be sent and when not; must not block or throw. */
public interface ConnectionWatcher {
    /** Messages go out from now on: the session is connected and has asked for its subscriptions. */
    void onUp();

    /** Nothing goes out any more until the next {@link #onUp}. */
    void onDown();
}
