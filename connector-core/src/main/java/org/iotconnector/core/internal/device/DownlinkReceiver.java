package org.iotconnector.core.internal.device;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.core.Reply;
import org.iotconnector.core.internal.concurrent.HandlerLane;
import org.iotconnector.core.internal.session.DefaultSession;
import org.iotconnector.core.internal.session.PendingDelivery;
import org.iotconnector.core.internal.session.Receiver;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.spi.ThingCodec;
import org.iotconnector.core.thing.Downlink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what the platform sends a device, and gives each message to whom it concerns: a waiting delivery, a handler, or
 * the sub-device it is for. Called on the session's mailbox; never blocks.
 */
final class DownlinkReceiver implements Receiver {
    private static final Logger LOG = LoggerFactory.getLogger("org.iotconnector.core.device");

    private final DeviceConfig<?> config;
    private final ThingCodec codec;
    private final SessionScope scope;
    private final DefaultSession session;
    private final HandlerLane lane;
    private final Dispatcher dispatcher;
    private final EchoFilter echoes;
    private final Consumer<List<Outgoing>> sayFirst;

    /**
     * Reads with {@code codec}.
     *
     * @param sayFirst sends before anything that waits
     */
    DownlinkReceiver(
            DeviceConfig<?> config,
            ThingCodec codec,
            SessionScope scope,
            HandlerLane lane,
            Dispatcher dispatcher,
            EchoFilter echoes,
            Consumer<List<Outgoing>> sayFirst) {
        this.config = config;
        this.codec = codec;
        this.scope = scope;
        this.session = scope.session();
        this.lane = lane;
        this.dispatcher = dispatcher;
        this.echoes = echoes;
        this.sayFirst = sayFirst;
    }

    @Override
    public void onGranted(Subscription granted) {
        sayFirst.accept(codec.recall(granted));
    }

    @Override
    public void receive(Message message, Runnable done) {
        if (echoes.take(message)) {
            LOG.debug("{}: its own message came back on {}", config.deviceId(), message.topic());
            done.run();
            return;
        }
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
        if (downlink instanceof Downlink.SubDeviceMessage forSubDevice) {
            toSubDevice(message, forSubDevice, handled);
            return;
        }
        downlink.<Optional<Supplier<CompletionStage<?>>>>match(
                        set -> Optional.of(() -> dispatcher.set(set)),
                        get -> Optional.of(() -> finished(() -> dispatcher.get(get))),
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
                        forSubDevice -> Optional.empty(),
                        notice -> {
                            onNotice(notice);
                            return Optional.of(() -> finished(() -> dispatcher.notice(notice)));
                        })
                .ifPresentOrElse(task -> submit(message, task, handled), handled);
    }

    /** The pause begins at once, whatever the handlers are busy with. */
    private void onNotice(Downlink.Notice notice) {
        LOG.warn("{}: {} ({})", config.deviceId(), notice.text(), notice.kind());
        notice.pause().ifPresent(session::pause);
    }

    private void toSubDevice(Message message, Downlink.SubDeviceMessage forSubDevice, Runnable handled) {
        Optional<DeviceCore<?>> subDevice = scope.subDevice(forSubDevice.deviceId());
        if (subDevice.isPresent()) {
            subDevice.get().downlinks().dispatch(message, forSubDevice.message(), handled);
        } else {
            // Not on the sub-device's own lane, which does not exist, but the gateway's.
            submit(message, () -> finished(() -> dispatcher.refuseForAbsent(forSubDevice)), handled);
        }
    }

    private void submit(Message message, Supplier<CompletionStage<?>> task, Runnable handled) {
        boolean droppable = message.qos() == QualityOfService.AT_MOST_ONCE;
        if (droppable && lane.backlog() >= config.session().inboxLimit()) {
            session.countDropped(message, "the device's handlers have too many messages waiting");
            handled.run();
            return;
        }
        lane.submit(message.topic().text(), () -> task.get().whenComplete((result, failure) -> handled.run()));
    }

    private static CompletionStage<?> finished(Runnable task) {
        task.run();
        return CompletableFuture.completedFuture(Boolean.TRUE);
    }

    private void onDesired(Downlink.DesiredValues desired) {
        scope.desiredAnswers().put(desired.replyKey(), desired.desired());
        boolean awaited = onReply(new Downlink.PlatformReply(
                desired.replyKey(), desired.code(), desired.text(), desired.values(), desired.success()));
        if (!awaited) {
            scope.desiredAnswers().remove(desired.replyKey());
        }
    }

    private boolean onReply(Downlink.PlatformReply reply) {
        PendingDelivery delivery = scope.replies().take(reply.replyKey());
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
                    config.provider().explainReplyCode(reply.code()).orElse("")));
        }
        return true;
    }
}
