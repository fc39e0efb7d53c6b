package org.iotconnector.core.internal.hivemq;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.core.session.ConnectLimits;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.SubscribeResult;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicFilter;

/** One HiveMQ client, of either protocol version, in the transport's own words. */
interface HiveMqLink {
    /** Whether the client has a connection that was accepted. */
    boolean isConnected();

    /** Whether the client has no connection and makes none, so that it can connect. */
    boolean isDisconnected();

    /** Connects; the result says whether the server kept the session. */
    CompletableFuture<Boolean> connect(ConnectParameters parameters, ConnectLimits limits);

    /** Publishes; completes when the server has taken it. */
    CompletableFuture<?> publish(Publication publication);

    /** Subscribes; the result has one entry for each subscription. */
    CompletableFuture<List<SubscribeResult>> subscribe(List<Subscription> subscriptions);

    /** Unsubscribes. */
    CompletableFuture<?> unsubscribe(List<TopicFilter> filters);

    /** Sends DISCONNECT and closes the connection; fails when there is none. */
    CompletableFuture<?> disconnect();

    /** Gives up the client: whatever it still receives reaches nobody. */
    void abandon();
}
