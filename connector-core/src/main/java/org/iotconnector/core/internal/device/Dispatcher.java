package org.iotconnector.core.internal.device;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.iotconnector.core.AsyncServiceHandler;
import org.iotconnector.core.AsyncSetHandler;
import org.iotconnector.core.NoticeHandler;
import org.iotconnector.core.RawHandler;
import org.iotconnector.core.ServiceResult;
import org.iotconnector.core.SetResult;
import org.iotconnector.core.spi.ReplyCodes;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Checked;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.ReplyAddress;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Values;
import org.iotconnector.core.thing.Violation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the user's handlers for what the platform asks, and answers. Runs on a handler thread; never throws, whatever a
 * handler does.
 */
final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger("org.iotconnector.core.device");

    private static final String NO_STAGE = "The handler returned null instead of a stage.";
    private static final String NO_RESULT = "the device's handler gave no result";

    private final String device;
    private final Handlers handlers;
    private final Optional<ThingModel> model;
    private final ReplyCodes codes;
    private final Supplier<Values> lastReported;
    private final Consumer<Uplink> answer;

    /**
     * Answers through {@code answer}, which must not throw.
     *
     * @param codes the platform's numbers
     * @param lastReported what the device has reported so far
     */
    Dispatcher(
            String device,
            Handlers handlers,
            Optional<ThingModel> model,
            ReplyCodes codes,
            Supplier<Values> lastReported,
            Consumer<Uplink> answer) {
        this.device = device;
        this.handlers = handlers;
        this.model = model;
        this.codes = codes;
        this.lastReported = lastReported;
        this.answer = answer;
    }

    CompletionStage<?> set(Downlink.PropertySet set) {
        return askSet(set.values())
                .exceptionally(failure -> {
                    handlerFailed("property set", failure);
                    return SetResult.failed("the device's handler failed");
                })
                .thenApply(result -> Objects.requireNonNullElse(result, SetResult.failed(NO_RESULT)))
                .thenAccept(result -> set.replyTo()
                        .ifPresent(to -> answer.accept(new Uplink.SetReply(to, result.code(codes), result.text()))));
    }

    private CompletionStage<SetResult> askSet(Values values) {
        Optional<AsyncSetHandler> handler = handlers.set();
        if (handler.isEmpty()) {
            return CompletableFuture.completedFuture(SetResult.failed("the device takes no property sets"));
        }
        Checked checked = model.map(known -> known.inspectSet(values)).orElse(new Checked(values, List.of()));
        if (!checked.fits()) {
            return CompletableFuture.completedFuture(SetResult.invalid(describe(checked)));
        }
        try {
            return Objects.requireNonNull(handler.get().onSet(checked.values()), NO_STAGE);
        } catch (Throwable e) {
            // An Error too: a handler that overflows its stack must not end the device.
            return failed(e);
        }
    }

    void notice(Downlink.Notice notice) {
        for (NoticeHandler handler : handlers.notices()) {
            try {
                handler.onNotice(notice);
            } catch (Throwable e) {
                LOG.warn("{}: a handler for notices failed", device, e);
            }
        }
    }

    CompletionStage<?> call(Downlink.ServiceCall call) {
        return askService(call)
                .exceptionally(failure -> {
                    handlerFailed("service " + call.service(), failure);
                    return ServiceResult.failed("the device's handler failed");
                })
                .thenApply(result -> Objects.requireNonNullElse(result, ServiceResult.failed(NO_RESULT)))
                .thenAccept(result -> call.replyTo()
                        .ifPresent(to -> answer.accept(
                                new Uplink.ServiceReply(to, result.code(codes), result.text(), result.output()))));
    }

    private CompletionStage<ServiceResult> askService(Downlink.ServiceCall call) {
        Optional<AsyncServiceHandler> handler = handlers.service(call.service());
        if (handler.isEmpty()) {
            return CompletableFuture.completedFuture(
                    ServiceResult.invalid("the device offers no service " + call.service()));
        }
        boolean modelled = model.flatMap(known -> known.service(call.service())).isPresent();
        Checked checked = modelled
                ? model.get().inspectServiceInput(call.service(), call.input())
                : new Checked(call.input(), List.of());
        if (!checked.fits()) {
            return CompletableFuture.completedFuture(ServiceResult.invalid(describe(checked)));
        }
        try {
            return Objects.requireNonNull(handler.get().onCall(checked.values()), NO_STAGE);
        } catch (Throwable e) {
            return failed(e);
        }
    }

    void raw(Bytes payload, Optional<ReplyAddress> replyTo) {
        Optional<RawHandler> handler = handlers.raw();
        if (handler.isEmpty()) {
            return;
        }
        try {
            Bytes reply = handler.get().onRaw(payload);
            if (reply.length() > 0) {
                replyTo.ifPresent(to -> answer.accept(new Uplink.RawReply(to, reply)));
            }
        } catch (Throwable e) {
            noteInterrupt(e);
            handlerFailed("raw command", e);
        }
    }

    /** Answers with what the handler reads, and for the rest with what was last reported. */
    void get(Downlink.PropertyGet get) {
        Optional<ReplyAddress> to = get.replyTo();
        Values last = lastReported.get();
        Values read;
        try {
            read = handlers.get().isPresent() ? handlers.get().get().onGet(get.properties()) : Values.empty();
        } catch (Throwable e) {
            noteInterrupt(e);
            handlerFailed("property get", e);
            to.ifPresent(it -> answer.accept(
                    new Uplink.ServiceReply(it, codes.failed(), "the device's handler failed", Values.empty())));
            return;
        }
        Values known = last.plus(read);
        Values.Builder found = Values.builder();
        for (String name : get.properties().isEmpty() ? known.names() : get.properties()) {
            known.find(name).ifPresent(value -> found.put(name, value));
        }
        to.ifPresent(it -> answer.accept(new Uplink.ServiceReply(it, codes.done(), "success", found.build())));
    }

    /** Answers for a sub-device that is not open here, so that its caller need not wait for nobody. */
    void refuseForAbsent(Downlink.SubDeviceMessage forSubDevice) {
        String text = "the gateway has not opened " + forSubDevice.deviceId();
        int code = codes.failed();
        Optional<Uplink> reply = forSubDevice
                .message()
                .<Optional<Uplink>>match(
                        set -> set.replyTo().map(to -> new Uplink.SetReply(to, code, text)),
                        get -> get.replyTo().map(to -> new Uplink.ServiceReply(to, code, text, Values.empty())),
                        call -> call.replyTo().map(to -> new Uplink.ServiceReply(to, code, text, Values.empty())),
                        none -> Optional.empty(),
                        none -> Optional.empty(),
                        none -> Optional.empty(),
                        none -> Optional.empty(),
                        none -> Optional.empty(),
                        none -> Optional.empty());
        reply.ifPresent(answer);
        LOG.debug("{}: a message for {} found no such device here", device, forSubDevice.deviceId());
    }

    private static <T> CompletionStage<T> failed(Throwable e) {
        noteInterrupt(e);
        return CompletableFuture.failedFuture(e);
    }

    private static void noteInterrupt(Throwable e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
    }

    private void handlerFailed(String what, Throwable failure) {
        LOG.warn("{}: the handler for a {} failed; it is answered as failed", device, what, failure);
    }

    private static String describe(Checked checked) {
        return checked.violations().stream().map(Violation::sentence).collect(Collectors.joining("; "));
    }
}
