package org.iotconnector.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.iotconnector.core.session.ConnectLimits;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MqttTransport;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.Silence;
import org.iotconnector.core.session.SubscribeResult;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicFilter;
import org.jspecify.annotations.Nullable;

/**
 * A transport without a network: it keeps what the session asks, and a {@link Script} or the test answers when and how
 * it likes. With {@link org.iotconnector.core.session.VirtualTime} every run is the same. It keeps the transport's
 * contract, ends what a lost connection leaves open when the next one is made, and notes in {@link #violations()}
 * whatever a session must not ask. Thread-safe; callbacks run on the thread that answers.
 */
public final class ScriptedTransport implements MqttTransport {
    private final Script script;
    private final List<ConnectRequest> connects = new CopyOnWriteArrayList<>();
    private final List<SubscribeRequest> subscribes = new CopyOnWriteArrayList<>();
    private final List<UnsubscribeRequest> unsubscribes = new CopyOnWriteArrayList<>();
    private final List<PublishRequest> publishes = new CopyOnWriteArrayList<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private @Nullable ConnectRequest current;
    private int disconnects;
    private volatile Supplier<Optional<Silence>> silence = Optional::empty;

    /** A transport that {@code script} answers. */
    public ScriptedTransport(Script script) {
        this.script = script;
    }

    @Override
    public void connect(ConnectParameters parameters, ConnectLimits limits, Listener listener) {
        ConnectRequest request = new ConnectRequest(this, parameters, limits, listener);
        synchronized (this) {
            if (current != null) {
                violations.add("connect while there is a connection or an attempt: " + current);
            }
            current = request;
            connects.add(request);
        }
        endLeftovers();
        script.onConnect(request);
    }

    @Override
    public void subscribe(List<Subscription> subscriptions, Consumer<List<SubscribeResult>> answer) {
        SubscribeRequest request = new SubscribeRequest(subscriptions, answer);
        subscribes.add(request);
        if (isConnected()) {
            script.onSubscribe(request);
        } else {
            request.ignore();
        }
    }

    @Override
    public void unsubscribe(List<TopicFilter> filters, Consumer<Boolean> answer) {
        UnsubscribeRequest request = new UnsubscribeRequest(filters, answer);
        unsubscribes.add(request);
        script.onUnsubscribe(request);
    }

    @Override
    public void publish(Publication publication, Consumer<Outcome> answer) {
        PublishRequest request = new PublishRequest(publication, answer);
        publishes.add(request);
        if (isConnected()) {
            script.onPublish(request);
        } else {
            request.lose();
        }
    }

    @Override
    public void disconnect() {
        ConnectRequest ended;
        synchronized (this) {
            disconnects++;
            ended = current;
            current = null;
        }
        if (ended != null) {
            ended.end(Failure.of(FailureKind.CONNECTION_CLOSED, "Disconnected.", "", null));
        }
        endLeftovers();
    }

    @Override
    public Optional<Silence> silence() {
        return silence.get();
    }

    /** Has the transport say what {@code now} says about the server's silence; without it, nothing is known. */
    public void silence(Supplier<Optional<Silence>> now) {
        silence = now;
    }

    private void endLeftovers() {
        publishes.forEach(PublishRequest::lose);
        subscribes.forEach(SubscribeRequest::ignore);
    }

    synchronized boolean release(ConnectRequest ended) {
        if (current != ended) {
            return false;
        }
        current = null;
        return true;
    }

    /** Whether CONNECT was accepted and the connection has not ended. */
    public synchronized boolean isConnected() {
        return current != null && current.isAccepted();
    }

    /** The connection or attempt there is. */
    public synchronized ConnectRequest current() {
        if (current == null) {
            throw new AssertionError("The session has no connection and asks for none.");
        }
        return current;
    }

    /** Ends the present connection without a reason, as a dead network does. */
    public void lose() {
        current().lose();
    }

    /** Hands the session a message of the server. */
    public DeliveredMessage deliver(Message message) {
        DeliveredMessage delivered = new DeliveredMessage();
        current().listener().onMessage(message, delivered::acknowledge);
        return delivered;
    }

    /** Every CONNECT asked so far, in order. */
    public List<ConnectRequest> connects() {
        return List.copyOf(connects);
    }

    /** Every SUBSCRIBE asked so far, in order. */
    public List<SubscribeRequest> subscribes() {
        return List.copyOf(subscribes);
    }

    /** Every UNSUBSCRIBE asked so far, in order. */
    public List<UnsubscribeRequest> unsubscribes() {
        return List.copyOf(unsubscribes);
    }

    /** Every PUBLISH asked so far, in order. */
    public List<PublishRequest> publishes() {
        return List.copyOf(publishes);
    }

    /** Those that have no outcome yet. */
    public List<PublishRequest> inFlight() {
        List<PublishRequest> open = new ArrayList<>(publishes);
        open.removeIf(request -> !request.isOpen());
        return open;
    }

    /** How often the session asked to disconnect. */
    public synchronized int disconnects() {
        return disconnects;
    }

    /** What the session asked and must not; empty when all is well. */
    public List<String> violations() {
        return List.copyOf(violations);
    }
}
