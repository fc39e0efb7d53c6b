package org.iotconnector.core.internal.device;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.iotconnector.core.ConnectionLostException;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.core.Reply;
import org.iotconnector.core.internal.concurrent.HandlerLane;
import org.iotconnector.core.internal.session.DefaultSession;
import org.iotconnector.core.internal.session.PendingDelivery;
import org.iotconnector.core.internal.session.Receiver;
import org.iotconnector.core.internal.session.SessionContext;
import org.iotconnector.core.outbox.DeliveryOutcome;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.Registration;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.SubscriptionHandle;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.spi.Provider;
import org.iotconnector.core.spi.ThingCodec;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Values;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One device on one session; every handle that was opened with an equal configuration leads here. Thread-safe. */
public final class DeviceCore<C extends DeviceConfig<C>> implements Receiver {
    private static final Logger LOG = LoggerFactory.getLogger("org.iotconnector.core.device");

    private final C config;
    private final Provider<C> provider;
    private final DefaultSession session;
    private final SessionContext context;
    private final ThingCodec codec;
    private final Uplinks uplinks;
    private final Handlers handlers;
    private final HandlerLane lane;
    private final ReplyTable replies;
    private final Dispatcher dispatcher;
    private final Registration ending;
    private final AtomicLong sequence = new AtomicLong();
    private volatile Values lastReported = Values.empty();
    private final Map<String, Map<String, Downlink.Desired>> desiredAnswers = new ConcurrentHashMap<>();
    private final Map<Subscription, SubscriptionHandle> subscriptions = new LinkedHashMap<>();

    /** A device on {@code session} that hears replies only, until handlers are added. */
    public DeviceCore(C config, DefaultSession session, SessionContext context) {
        this.config = config;
        this.provider = config.provider();
        this.session = session;
        this.context = context;
        this.codec = provider.codec(config);
        this.uplinks = new Uplinks(provider.title(), provider.capabilities(config), config.thingModel());
        this.handlers = new Handlers(config.deviceId());
        this.lane = new HandlerLane(context.handlers());
        this.replies = new ReplyTable(context.time(), config.session().replyTimeout());
        this.dispatcher =
                new Dispatcher(config.deviceId(), handlers, config.thingModel(), provider.replyCodes(), this::answer);
        this.ending = session.onEnd(this::failReplies);
    }

    private void failReplies() {
        replies.close(new ConnectionLostException(
                "The device was closed before the platform's reply came.", session.state()));
    }

    DefaultSession session() {
        return session;
    }

    String id() {
        return config.deviceId();
    }

    Handlers handlers() {
        return handlers;
    }

    /** Makes the subscriptions fit the handlers. */
    public synchronized void subscribe() {
        List<Subscription> wanted = codec.subscriptions(handlers.interest());
        for (Subscription each : wanted) {
            subscriptions.computeIfAbsent(each, s -> session.subscribe(List.of(s), this));
        }
        subscriptions.entrySet().removeIf(entry -> {
            boolean unwanted = !wanted.contains(entry.getKey());
            if (unwanted) {
                entry.getValue().close();
            }
            return unwanted;
        });
    }

    /** Ends the device's part in the session. */
    public synchronized void close() {
        ending.close();
        failReplies();
        subscriptions.values().forEach(SubscriptionHandle::close);
        subscriptions.clear();
    }

    Delivery send(Uplink message) {
        Uplink checked = uplinks.check(message);
        if (checked instanceof Uplink.PropertyReport propertyReport) {
            Values values = propertyReport.values();
            remember(values);
        }
        return enqueue(checked, false);
    }

    private synchronized void remember(Values values) {
        lastReported = lastReported.plus(values);
    }

    CompletableFuture<Map<String, Downlink.Desired>> desired(List<String> properties) {
        List<Outgoing> query = encode(uplinks.check(new Uplink.DesiredQuery(properties)));
        PendingDelivery delivery = enqueue(query, false);
        String key = query.get(0).replyKey().orElse("");
        return delivery.replied().handle((reply, failure) -> {
            Map<String, Downlink.Desired> answer = desiredAnswers.remove(key);
            if (failure instanceof RuntimeException runtimeException) {
                throw runtimeException;
            }
            return answer == null ? Map.<String, Downlink.Desired>of() : answer;
        });
    }

    private PendingDelivery enqueue(Uplink message, boolean urgent) {
        return enqueue(encode(message), urgent);
    }

    private List<Outgoing> encode(Uplink message) {
        return codec.encode(message, sequence.incrementAndGet());
    }

    private PendingDelivery enqueue(List<Outgoing> messages, boolean urgent) {
        messages.forEach(outgoing -> session.check(outgoing.publication()));
        int answered =
                (int) messages.stream().filter(o -> o.replyKey().isPresent()).count();
        PendingDelivery delivery = new PendingDelivery(messages.size(), answered, context.completions());
        for (Outgoing outgoing : messages) {
            outgoing.replyKey().ifPresent(key -> replies.expect(key, delivery));
            session.send(
                    outgoing.publication(),
                    config.deviceId(),
                    outgoing.properties(),
                    urgent,
                    (outcome, detail) -> onEnd(outgoing, delivery, outcome, detail));
        }
        return delivery;
    }

    private void onEnd(Outgoing outgoing, PendingDelivery delivery, DeliveryOutcome outcome, String detail) {
        outgoing.replyKey().ifPresent(key -> {
            if (outcome == DeliveryOutcome.ACKNOWLEDGED) {
                replies.acknowledged(key, delivery);
            } else {
                replies.forget(key);
            }
        });
        delivery.onEnd(outcome, detail);
    }

    private void answer(Uplink reply) {
        try {
            enqueue(reply, true);
        } catch (RuntimeException e) {
            LOG.warn("{}: an answer to the platform could not be sent", config.deviceId(), e);
        }
    }

    @Override
    public void receive(Message message, Runnable done) {
        List<Downlink> downlinks;
        try {
            downlinks = codec.decode(message);
        } catch (MappingException e) {
            session.countDropped(message, e.getMessage());
            done.run();
            return;
        }
        AtomicInteger open = new AtomicInteger(downlinks.size() + 1);
        Runnable handled = () -> {
            if (open.decrementAndGet() == 0) {
                done.run();
            }
        };
        for (Downlink downlink : downlinks) {
            dispatch(message, downlink, handled);
        }
        handled.run();
    }

    /** Replies are told at once, since a handler may be waiting for them; everything else waits its turn. */
    private void dispatch(Message message, Downlink downlink, Runnable handled) {
        downlink.<Optional<Supplier<CompletionStage<?>>>>match(
                        set -> Optional.of(() -> dispatcher.set(set)),
                        get -> Optional.of(() -> finished(() -> dispatcher.get(get, lastReported))),
                        call -> Optional.of(() -> dispatcher.call(call)),
                        reply -> {
                            onReply(reply);
                            return Optional.empty();
                        },
                        desired -> {
                            onDesired(desired);
                            return Optional.empty();
                        },
                        raw -> Optional.of(() -> finished(() -> dispatcher.raw(raw.payload(), raw.replyTo()))),
                        raw -> Optional.of(() -> finished(() -> dispatcher.raw(raw.payload(), Optional.empty()))),
                        other -> Optional.empty())
                .ifPresentOrElse(task -> submit(message, task, handled), handled);
    }

    private void submit(Message message, Supplier<CompletionStage<?>> task, Runnable handled) {
        boolean droppable = message.qos() == QualityOfService.AT_MOST_ONCE;
        if (droppable && lane.backlog() >= config.session().inboxLimit()) {
            session.countDropped(message, "the device's handlers have too many messages waiting");
            handled.run();
            return;
        }
        lane.submit(() -> task.get().whenComplete((result, failure) -> handled.run()));
    }

    private static CompletionStage<?> finished(Runnable task) {
        task.run();
        return CompletableFuture.completedFuture(Boolean.TRUE);
    }

    private void onDesired(Downlink.DesiredValues desired) {
        desiredAnswers.put(desired.replyKey(), desired.desired());
        boolean awaited = onReply(new Downlink.PlatformReply(
                desired.replyKey(), desired.code(), desired.text(), desired.values(), desired.success()));
        if (!awaited) {
            desiredAnswers.remove(desired.replyKey());
        }
    }

    private boolean onReply(Downlink.PlatformReply reply) {
        PendingDelivery delivery = replies.take(reply.replyKey());
        if (delivery == null) {
            LOG.debug("{}: nobody waits for reply {} any more", config.deviceId(), reply.replyKey());
            return false;
        }
        if (reply.success()) {
            delivery.onReply(new Reply(true, reply.code(), reply.text(), reply.data()));
        } else {
            delivery.onReplyFailure(new PlatformRejectedException(
                    reply.code(),
                    reply.text(),
                    provider.explainReplyCode(reply.code()).orElse("")));
        }
        return true;
    }
}
