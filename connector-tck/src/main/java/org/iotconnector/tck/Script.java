package org.iotconnector.tck;

/**
 * How a {@link ScriptedTransport} answers what a session asks. A request that is not answered here stays open until the
 * test answers it. Called on the session's thread; it may answer at once, later, or never.
 */
public interface Script {
    /** Leaves everything to the test. */
    Script MANUAL = new Script() {};

    /** Takes every connection, subscription and message at once. */
    Script WILLING = new Script() {
        @Override
        public void onConnect(ConnectRequest request) {
            request.accept();
        }

        @Override
        public void onSubscribe(SubscribeRequest request) {
            request.grant();
        }

        @Override
        public void onPublish(PublishRequest request) {
            request.acknowledge();
        }
    };

    /** Takes every connection and subscription at once, and leaves messages to the test. */
    Script CONNECTING = new Script() {
        @Override
        public void onConnect(ConnectRequest request) {
            request.accept();
        }

        @Override
        public void onSubscribe(SubscribeRequest request) {
            request.grant();
        }
    };

    /** The session asks to connect. */
    default void onConnect(ConnectRequest request) {}

    /** The session subscribes. */
    default void onSubscribe(SubscribeRequest request) {}

    /** The session unsubscribes; confirmed unless the script says otherwise. */
    default void onUnsubscribe(UnsubscribeRequest request) {
        request.confirm();
    }

    /** The session publishes. */
    default void onPublish(PublishRequest request) {}
}
