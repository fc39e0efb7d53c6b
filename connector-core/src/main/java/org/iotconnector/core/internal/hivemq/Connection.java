package org.iotconnector.core.internal.hivemq;

import com.hivemq.client.mqtt.exceptions.MqttEncodeException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubRecException;
import io.netty.util.concurrent.EventExecutorGroup;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.iotconnector.core.session.ConnectLimits;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MqttTransport;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.Silence;
import org.iotconnector.core.tls.TlsMaterial;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One HiveMQ client over its network connections: pairs each attempt with one end and each PUBLISH with one outcome. */
final class Connection implements LinkListener {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final int TURN_MILLIS = 10;
    private static final int GOODBYE_MILLIS = 1_000;

    private final ConnectParameters identity;
    private final @Nullable TlsMaterial tls;
    private final ProvenPort proven;
    private final Executor blocking;
    private final EventExecutorGroup timers;
    private final ChannelWatch watch = new ChannelWatch();
    private final LinkAddress address;
    private final HiveMqLink link;
    private final Set<Pending> pending = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Attempt> attempt = new AtomicReference<>();
    private final AtomicBoolean abandoned = new AtomicBoolean();

    Connection(
            ConnectParameters identity,
            InetSocketAddress first,
            @Nullable TlsMaterial tls,
            ProvenPort proven,
            Executor blocking,
            EventExecutorGroup timers,
            LinkFactory links) {
        this.identity = identity;
        this.tls = tls;
        this.proven = proven;
        this.blocking = blocking;
        this.timers = timers;
        this.address = new LinkAddress(first, watch);
        this.link = links.create(address, this);
    }

    HiveMqLink link() {
        return link;
    }

    /** Whether the server is to keep the MQTT session, so that the client has to be kept as well. */
    boolean isKept() {
        return !identity.cleanStart() && !abandoned.get();
    }

    /** Whether the next connection continues this one's MQTT session. */
    boolean canResume(ConnectParameters next) {
        return isKept()
                && !next.cleanStart()
                && identity.clientIdentifier().equals(next.clientIdentifier())
                && identity.endpoint().equals(next.endpoint())
                && identity.version() == next.version()
                && identity.tls().equals(next.tls());
    }

    void open(
            ConnectParameters parameters,
            InetSocketAddress target,
            ConnectLimits limits,
            MqttTransport.Listener listener) {
        Attempt opened = new Attempt(listener, new FailureReader(identity, target, tls, proven, blocking));
        attempt.set(opened);
        connect(opened, parameters, target, limits);
    }

    private void connect(Attempt opened, ConnectParameters parameters, InetSocketAddress target, ConnectLimits limits) {
        if (opened.ended.get()) {
            return;
        }
        if (!link.isDisconnected()) {
            // The connection before this one is still on its way out.
            timers.schedule(() -> connect(opened, parameters, target, limits), TURN_MILLIS, TimeUnit.MILLISECONDS);
            return;
        }
        address.aim(target);
        link.connect(parameters, limits).whenComplete((sessionPresent, failure) -> {
            if (failure == null) {
                proven.prove(identity.endpoint());
                opened.connected(Boolean.TRUE.equals(sessionPresent));
            } else {
                opened.failures.readAttempt(unwrap(failure), opened::ended);
            }
        });
    }

    @Override
    public void onLost(Throwable cause) {
        Attempt lost = attempt.get();
        if (lost != null) {
            lost.ended(lost.failures.readLoss(cause));
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
            link.publish(publication).whenComplete((done, failure) -> entry.end(outcome(publication, failure)));
        } catch (RuntimeException e) {
            entry.end(outcome(publication, e));
        }
    }

    private MqttTransport.Outcome outcome(Publication publication, @Nullable Throwable failure) {
        if (failure == null) {
            // When a session ends between PUBREC and PUBCOMP, the client calls the message published. But the server
            // may
            // have dropped it with the session, since only PUBREL lets it go on.
            boolean unfinished = publication.qos() == QualityOfService.EXACTLY_ONCE && !link.isConnected();
            return unfinished ? new MqttTransport.Outcome.Lost() : new MqttTransport.Outcome.Acknowledged();
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

    /** How long nothing has come. */
    Optional<Silence> silence() {
        return watch.silence();
    }

    /** Ends the connection in good form, and gives the client up. */
    void close() {
        endQuietly();
        leave().whenComplete((done, failure) -> abandon());
    }

    /** Ends the connection in good form; the client keeps its session for the next. */
    void suspend() {
        endQuietly();
        leave();
    }

    /** Ends the connection or attempt at once; the client keeps its session for the next if it is a kept one. */
    void cut() {
        endQuietly();
        watch.cutter().run();
        if (!isKept()) {
            abandon();
        }
    }

    /** The listener has asked for the end itself and needs no notice. */
    private void endQuietly() {
        Attempt ending = attempt.get();
        if (ending != null) {
            ending.ended.set(true);
        }
    }

    /** Sends DISCONNECT and waits a little for the server to close, as a dead one never does. */
    private CompletableFuture<?> leave() {
        Runnable cutter = watch.cutter();
        var limit = timers.schedule(cutter, GOODBYE_MILLIS, TimeUnit.MILLISECONDS);
        return link.disconnect().whenComplete((done, failure) -> {
            limit.cancel(false);
            if (failure != null) {
                // There was no connection to leave, but maybe an attempt.
                cutter.run();
            }
        });
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
        private final FailureReader failures;
        private final AtomicBoolean ended = new AtomicBoolean();

        Attempt(MqttTransport.Listener listener, FailureReader failures) {
            this.listener = listener;
            this.failures = failures;
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

    /** Makes the client; its address is this connection's own. */
    interface LinkFactory {
        HiveMqLink create(LinkAddress address, LinkListener events);
    }
}
