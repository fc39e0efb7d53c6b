package org.iotconnector.core.session;

/**
 * Is told of every change of a session's state, in order, on a handler thread of the connector. It may block, which
 * delays only later notices to the same listener; an exception is logged and the next notice is given.
 */
@FunctionalInterface
public interface SessionListener {
    /** The session's state has become {@code state}. */
    void onState(SessionState state) throws Exception;
}
