package org.iotconnector.core.internal.device;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.iotconnector.core.ConnectionLostException;
import org.iotconnector.core.ConnectorException;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.OutboxStoreException;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.core.internal.concurrent.HandlerLane;
import org.iotconnector.core.internal.concurrent.SlowHandlerWatch;
import org.iotconnector.core.internal.outbox.OutboxEntry;
import org.iotconnector.core.internal.session.DefaultSession;
import org.iotconnector.core.internal.session.PendingDelivery;
import org.iotconnector.core.internal.session.SessionContext;
import org.iotconnector.core.outbox.DeliveryOutcome;
import org.iotconnector.core.session.Registration;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.SubscriptionHandle;
import org.iotconnector.core.spi.Capabilities;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.spi.Provider;
import org.iotconnector.core.spi.ThingCodec;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Values;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One device on one session; every handle that was opened with an equal configuration leads here. Thread-safe. */
public final class DeviceCore<C extends DeviceConfig<C>> {
    private static final Logger LOG = LoggerFactory.getLogger("org.iotconnector.core.device");

    private final C config;
    private final Provider<C> provider;
    private final SessionScope scope;
    private final DefaultSession session;
    private final SessionContext context;
    private final ThingCodec codec;
    private final Uplinks uplinks;
    private final Handlers handlers;
    private final DownlinkReceiver downlinks;
    private final Registration listening;
    private volatile Values lastReported = Values.empty();
    private final Map<Subscription, SubscriptionHandle> subscriptions = new LinkedHashMap<>(2);
    private final EchoFilter echoes;
    /** Only for a device that has to introduce itself, as behind a gateway. */
    private @Nullable Attachment attachment;

    /** A device on the session of {@code scope} that hears replies only, until handlers are added. */
    DeviceCore(C config, SessionScope scope, SessionContext context) {
        this.config = config;
        this.provider = config.provider();
        this.scope = scope;
        this.session = scope.session();
        this.context = context;
        this.codec = provider.codec(config);
        this.uplinks = new Uplinks(provider.title(), provider.capabilities(config), config.thingModel());
        this.handlers = new Handlers(config.deviceId());
        this.echoes = new EchoFilter(context.time());
        this.downlinks = new DownlinkReceiver(
                config,
                codec,
                scope,
                new HandlerLane(
                        context.handlers(),
                        new SlowHandlerWatch(context.time(), config.session().slowHandler(), config.deviceId())),
                new Dispatcher(
                        config.deviceId(),
                        handlers,
                        config.thingModel(),
                        provider.replyCodes(),
                        () -> lastReported,
                        this::answer),
                echoes,
                this::sayFirst);
        this.listening = session.listen(codec.unsubscribed(), downlinks);
    }

    /** Makes it hear the platform, and behind a gateway be known there. */
    synchronized void open() {
        if (config.gateway().isPresent()) {
            scope.addSubDevice(this);
        }
        // Whether there is anything to say does not depend on the moment.
        if (!codec.attach(Instant.EPOCH, Values.empty(), 0).isEmpty()) {
            attachment = new Attachment(
                    config.deviceId(),
                    session,
                    context,
                    config.session().reconnect(),
                    () -> codec.attach(
                            context.clocks().now(provider.timeReference(config)), lastReported, scope.nextSequence()),
                    step -> enqueue(List.of(step), "", true));
        }
        session.resume(
                config.deviceId(), stored -> new Progress(stored, new PendingDelivery(1, 0, context.completions())));
        subscribe();
    }

    boolean isOnline() {
        Attachment gate = attachment();
        return session.state().phase() == SessionPhase.ONLINE && (gate == null || gate.isAttached());
    }

    private synchronized @Nullable Attachment attachment() {
        return attachment;
    }

    void awaitOnline(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        session.awaitOnline(timeout);
        Attachment gate = attachment();
        if (gate == null) {
            return;
        }
        Optional<Throwable> refusal;
        try {
            refusal = gate.await(Duration.ofNanos(deadline - System.nanoTime()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionLostException("Waiting for " + id() + " was interrupted.", session.state());
        }
        if (refusal.isPresent()) {
            throw notAttached(refusal.get());
        }
        if (!gate.isAttached()) {
            throw new ConnectionLostException(notAttached() + " after " + timeout.toMillis() + " ms.", session.state());
        }
    }

    DefaultSession session() {
        return session;
    }

    String id() {
        return config.deviceId();
    }

    DownlinkReceiver downlinks() {
        return downlinks;
    }

    Handlers handlers() {
        return handlers;
    }

    private String notAttached() {
        return id() + (config.gateway().isPresent() ? " is not attached to its gateway" : " has not introduced itself");
    }

    private ConnectorException notAttached(Throwable refusal) {
        String what = notAttached() + ": " + refusal.getMessage();
        return refusal instanceof PlatformRejectedException rejected
                ? new PlatformRejectedException(rejected.code(), rejected.text(), what)
                : new ConnectionLostException(what, session.state());
    }

    /** Makes the subscriptions fit the handlers. */
    public synchronized void subscribe() {
        List<Subscription> wanted = codec.subscriptions(handlers.interest());
        for (Subscription each : wanted) {
            subscriptions.computeIfAbsent(each, s -> session.subscribe(List.of(s), downlinks));
        }
        subscriptions.entrySet().removeIf(entry -> {
            boolean unwanted = !wanted.contains(entry.getKey());
            if (unwanted) {
                entry.getValue().close();
            }
            return unwanted;
        });
    }

    /** Says what a device says at its end, if it is known to the platform now. Best effort: nobody waits for an answer. */
    synchronized void sayGoodbye() {
        if (attachment != null && attachment.close() && session.state().phase().connected()) {
            codec.detach(scope.nextSequence()).forEach(step -> enqueue(List.of(step), "", false));
        }
    }

    /** Ends the device's part in the session, which others go on using. */
    synchronized void close() {
        sayGoodbye();
        scope.removeSubDevice(this);
        listening.close();
        scope.replies()
                .close(
                        this,
                        new ConnectionLostException(
                                "The device was closed before the platform's reply came.", session.state()));
        subscriptions.values().forEach(SubscriptionHandle::close);
        subscriptions.clear();
    }

    Delivery send(Uplink message) {
        Uplink checked = uplinks.check(message);
        if (checked instanceof Uplink.PropertyReport propertyReport) {
            Values values = propertyReport.values();
            remember(values);
        }
        List<Outgoing> messages = encode(checked);
        return checked.isNews() && session.keeps(messages)
                ? enqueueKept(messages, checked)
                : enqueue(messages, config.deviceId(), false);
    }

    private PendingDelivery enqueueKept(List<Outgoing> messages, Uplink message) {
        return enqueue(
                messages,
                true,
                (outgoing, listener) -> session.sendKept(
                        outgoing,
                        messages.size() == 1 ? asHistory(message) : Optional.empty(),
                        config.deviceId(),
                        listener));
    }

    /** What this message is when it is sent by a later run; only where that is one message. */
    private Optional<Outgoing> asHistory(Uplink message) {
        if (!session.resumesAsHistory() || !provider.capabilities(config).has(Capabilities.Feature.HISTORY)) {
            return Optional.empty();
        }
        return message.asHistory(context.clocks().now(provider.timeReference(config)))
                .map(this::encode)
                .filter(encoded -> encoded.size() == 1)
                .map(encoded -> encoded.get(0));
    }

    private synchronized void remember(Values values) {
        lastReported = lastReported.plus(values);
    }

    CompletableFuture<Map<String, Downlink.Desired>> desired(List<String> properties) {
        List<Outgoing> query = encode(uplinks.check(new Uplink.DesiredQuery(properties)));
        PendingDelivery delivery = enqueue(query, config.deviceId(), false);
        String key = query.get(0).replyKey().orElse("");
        return delivery.replied().handle((reply, failure) -> {
            Map<String, Downlink.Desired> answer = scope.desiredAnswers().remove(key);
            if (failure instanceof RuntimeException runtimeException) {
                throw runtimeException;
            }
            return answer == null ? Map.<String, Downlink.Desired>of() : answer;
        });
    }

    private PendingDelivery enqueue(Uplink message, boolean urgent) {
        return enqueue(encode(message), config.deviceId(), urgent);
    }

    private List<Outgoing> encode(Uplink message) {
        return codec.encode(message, scope.nextSequence());
    }

    /** {@code source} decides whether the messages are held back: what attaches a device belongs to none. */
    private PendingDelivery enqueue(List<Outgoing> messages, String source, boolean urgent) {
        return enqueue(messages, false, (outgoing, listener) -> session.send(outgoing, source, urgent, listener));
    }

    private PendingDelivery enqueue(
            List<Outgoing> messages, boolean kept, BiConsumer<Outgoing, OutboxEntry.Listener> send) {
        messages.forEach(outgoing -> session.check(outgoing.publication()));
        int answered =
                (int) messages.stream().filter(o -> o.replyKey().isPresent()).count();
        PendingDelivery delivery = new PendingDelivery(messages.size(), answered, kept, context.completions());
        for (Outgoing outgoing : messages) {
            outgoing.replyKey().ifPresent(key -> scope.replies().expect(key, delivery, this));
            send.accept(outgoing, new Progress(outgoing, delivery));
        }
        return delivery;
    }

    private void sayFirst(List<Outgoing> messages) {
        messages.forEach(message -> enqueue(List.of(message), "", true));
    }

    private final class Progress implements OutboxEntry.Listener {
        private final Outgoing outgoing;
        private final PendingDelivery delivery;

        Progress(Outgoing outgoing, PendingDelivery delivery) {
            this.outgoing = outgoing;
            this.delivery = delivery;
        }

        @Override
        public void onSend() {
            if (!outgoing.echoes().isEmpty()) {
                echoes.expect(outgoing.echoes());
            }
        }

        @Override
        public void onStored(Optional<OutboxStoreException> failure) {
            delivery.onStored(failure);
        }

        @Override
        public void onEnd(DeliveryOutcome outcome, String detail) {
            outgoing.replyKey().ifPresent(key -> {
                if (outcome == DeliveryOutcome.ACKNOWLEDGED) {
                    scope.replies().acknowledged(key, delivery);
                } else {
                    scope.replies().forget(key);
                }
            });
            delivery.onEnd(outcome, detail);
        }
    }

    private void answer(Uplink reply) {
        try {
            enqueue(reply, true);
        } catch (RuntimeException e) {
            LOG.warn("{}: an answer to the platform could not be sent", config.deviceId(), e);
        }
    }
}
