package org.iotconnector.core.session;

/**
 * Receives messages. Called on a handler thread of the connector, one message at a time for each subscription, in the
 * order in which they came. It may block; meanwhile other subscriptions go on. The server's acknowledgement (QoS 1 and
 * 2) leaves after it has returned. An exception is logged and counted, and the next message is delivered.
 */
@FunctionalInterface
public interface MessageHandler {
    /** Handles {@code message}. */
    void onMessage(Message message) throws Exception;
}
