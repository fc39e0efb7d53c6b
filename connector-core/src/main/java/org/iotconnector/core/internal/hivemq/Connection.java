package org.iotconnector.core.internal.hivemq;

import com.hivemq.client.mqtt.exceptions.MqttEncodeException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubRecException;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.iotconnector.core.session.ConnectLimits;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MqttTransport;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.tls.TlsMaterial;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One HiveMQ client over its network connections: pairs each attempt with one end and each PUBLISH with one outcome. */
final class Connection implements LinkListener {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final ConnectParameters identity;
    private final InetSocketAddress address;
    private final @Nullable TlsMaterial tls;
    private final ProvenPort proven;
    private final HiveMqLink link;
    private final FailureReader failures;
    private final Set<Pending> pending = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Attempt> attempt = new AtomicReference<>();
    private final AtomicBoolean abandoned = new AtomicBoolean();

    Connection(
            ConnectParameters identity,
            InetSocketAddress address,
            @Nullable TlsMaterial tls,
            ProvenPort proven,
            Executor blocking,
            Function<LinkListener, HiveMqLink> link) {
        this.identity = identity;
        this.address = address;
        this.tls = tls;
        this.proven = proven;
        this.failures = new FailureReader(identity, address, tls, proven, blocking);
        this.link = link.apply(this);
    }

    HiveMqLink link() {
        return link;
    }

    /** Whether the next connection continues this one's MQTT session. */
    boolean canResume(ConnectParameters next, InetSocketAddress nextAddress) {
        return !next.cleanStart()
                && !identity.cleanStart()
                && identity.clientIdentifier().equals(next.clientIdentifier())
                && identity.endpoint().equals(next.endpoint())
                && identity.version() == next.version()
                && identity.tls().equals(next.tls())
                && address.equals(nextAddress)
                && !abandoned.get()
                && link.isDisconnected();
    }

    void open(ConnectParameters parameters, ConnectLimits limits, MqttTransport.Listener listener) {
        Attempt opened = new Attempt(listener);
        attempt.set(opened);
        link.connect(parameters, limits).whenComplete((sessionPresent, failure) -> {
            if (failure == null) {
                proven.prove(identity.endpoint());
                opened.connected(Boolean.TRUE.equals(sessionPresent));
            } else {
                failures.readAttempt(unwrap(failure), opened::ended);
            }
        });
    }

    @Override
    public void onLost(Throwable cause) {
        Attempt lost = attempt.get();
        if (lost != null) {
            lost.ended(failures.readLoss(cause));
        }
    }

    @Override
    public void onMessage(Message message, Runnable acknowledgement) {
        Attempt receiving = attempt.get();
        if (receiving == null || abandoned.get()) {
            return;
        }
        receiving.listener.onMessage(message, () -> acknowledge(acknowledgement));
    }

    private static void acknowledge(Runnable acknowledgement) {
        try {
            acknowledgement.run();
        } catch (RuntimeException e) {
            // The connection that brought the message is gone, and with it the right to acknowledge: it will come
            // again.
            LOG.debug("A late acknowledgement was dropped", e);
        }
    }

    void publish(Publication publication, Consumer<MqttTransport.Outcome> answer) {
        Pending entry = new Pending(answer);
        pending.add(entry);
        if (abandoned.get()) {
            entry.end(new MqttTransport.Outcome.Lost());
            return;
        }
        try {
            link.publish(publication).whenComplete((done, failure) -> entry.end(outcome(failure)));
        } catch (RuntimeException e) {
            entry.end(outcome(e));
        }
    }

    private static MqttTransport.Outcome outcome(@Nullable Throwable failure) {
        if (failure == null) {
            return new MqttTransport.Outcome.Acknowledged();
        }
        Throwable cause = unwrap(failure);
        if (cause instanceof Mqtt5PubAckException mqtt5PubAckException) {
            var code = mqtt5PubAckException.getMqttMessage().getReasonCode();
            return new MqttTransport.Outcome.Refused(code.getCode(), code.name());
        } else if (cause instanceof Mqtt5PubRecException mqtt5PubRecException) {
            var code = mqtt5PubRecException.getMqttMessage().getReasonCode();
            return new MqttTransport.Outcome.Refused(code.getCode(), code.name());
        } else if (cause instanceof MqttEncodeException || cause instanceof IllegalArgumentException) {
            return new MqttTransport.Outcome.Unsendable("The message cannot be encoded: " + cause.getMessage());
        }
        return new MqttTransport.Outcome.Lost();
    }

    /** Ends the connection in good form, and gives the client up. */
    void close() {
        // The listener has asked for the end itself; it needs no notice, but its messages need their outcomes.
        Attempt ending = attempt.get();
        if (ending != null) {
            ending.ended.set(true);
        }
        link.disconnect().whenComplete((done, failure) -> abandon());
    }

    void abandon() {
        if (abandoned.compareAndSet(false, true)) {
            link.abandon();
        }
        pending.forEach(entry -> entry.end(new MqttTransport.Outcome.Lost()));
    }

    private static Throwable unwrap(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** One network connection, from the attempt to its end. */
    private final class Attempt {
        private final MqttTransport.Listener listener;
        private final AtomicBoolean ended = new AtomicBoolean();

        Attempt(MqttTransport.Listener listener) {
            this.listener = listener;
        }

        void connected(boolean sessionPresent) {
            if (ended.get()) {
                // Given up while CONNACK was on its way: nobody wants this connection any more.
                link.disconnect();
                return;
            }
            if (tls != null) {
                listener.onTrusted(tls.ends());
            }
            listener.onConnected(sessionPresent);
        }

        void ended(Failure failure) {
            if (ended.compareAndSet(false, true)) {
                listener.onDisconnected(failure);
            }
        }
    }

    /** One PUBLISH without its outcome yet. */
    private final class Pending {
        private final AtomicReference<Consumer<MqttTransport.Outcome>> answer;

        Pending(Consumer<MqttTransport.Outcome> answer) {
            this.answer = new AtomicReference<>(answer);
        }

        void end(MqttTransport.Outcome outcome) {
            pending.remove(this);
            Consumer<MqttTransport.Outcome> waiting = answer.getAndSet(ignored -> {});
            waiting.accept(outcome);
        }
    }
}
