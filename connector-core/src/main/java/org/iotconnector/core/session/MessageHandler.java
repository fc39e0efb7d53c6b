package org.iotconnector.core.session;

/**
 * Receives messages. Called on a handler thread of the connector, one message at a time for each subscription, in the
 * order in which they came. It may block; meanwhile other subscriptions go on. The server's acknowledgement (QoS 1 and
 * 2) leaves after it has returned. An exception is logged and the next message is delivered, but for
 * {@link RetryLaterException}, which keeps the message for another try. A handler may publish, subscribe, and close what
 * it likes. One that blocks longer than {@link SessionOptions#slowHandler()} is named in the log; it is interrupted only
 * when the connector is closed.
 */
@FunctionalInterface
public interface MessageHandler {
    /**
     * Handles {@code message}.
     *
     * @throws RetryLaterException to get it again later, unacknowledged until then
     */
    void onMessage(Message message) throws Exception;
}
