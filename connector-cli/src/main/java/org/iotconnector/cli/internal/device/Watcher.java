package org.iotconnector.cli.internal.device;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.iotconnector.cli.internal.Feed;
import org.iotconnector.cli.internal.Style.Colour;
import org.iotconnector.cli.internal.settings.DeviceSetup;
import org.iotconnector.cli.internal.settings.Texts;
import org.iotconnector.core.AuthenticationException;
import org.iotconnector.core.Device;
import org.iotconnector.core.ServiceResult;
import org.iotconnector.core.SetResult;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.SessionState;
import org.iotconnector.core.spi.Capabilities;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.ServiceSpec;
import org.iotconnector.core.thing.Values;

/** Shows what happens to one device, and answers for it. */
final class Watcher {
    private static final Set<FailureKind> REFUSALS = Set.of(FailureKind.CREDENTIAL_REFUSED, FailureKind.NOT_AUTHORIZED);

    private final Device device;
    private final Feed feed;
    private final CompletableFuture<AuthenticationException> refused;
    private final AtomicBoolean online = new AtomicBoolean();

    /** @param refused completes when the very first login is refused, which waiting does not mend */
    Watcher(Device device, Feed feed, CompletableFuture<AuthenticationException> refused) {
        this.device = device;
        this.feed = feed;
        this.refused = refused;
    }

    /** Begins to show and answer. */
    void start(DeviceSetup<?> setup, List<String> moreServices, boolean echo) {
        device.onSet(values -> set(values, echo));
        Set<String> services = new LinkedHashSet<>(moreServices);
        setup.config()
                .thingModel()
                .ifPresent(model ->
                        model.services().stream().map(ServiceSpec::identifier).forEach(services::add));
        services.forEach(service -> device.onService(service, input -> call(service, input)));
        if (setup.capabilities().has(Capabilities.Feature.RAW)) {
            device.onRaw(this::raw);
        }
        device.session().onState(this::state);
    }

    /** Says what became of the messages that were sent. */
    void end() {
        String ledger = device.session().ledger().toString();
        feed.event("sent", Colour.GREY, ledger, Map.of("ledger", ledger));
    }

    boolean wasOnline() {
        return online.get();
    }

    private void state(SessionState state) {
        if (state.phase() == SessionPhase.ONLINE) {
            online.set(true);
        }
        String reason =
                state.failure().map(failure -> " - " + failure.explain()).orElse("");
        String retry = state.retryIn()
                .map(delay -> String.format(" (again in %.1f s)", delay.toMillis() / 1000.0))
                .orElse("");
        Colour colour =
                state.phase() == SessionPhase.ONLINE ? Colour.GREEN : reason.isEmpty() ? Colour.GREY : Colour.RED;
        feed.event(
                "state",
                colour,
                state.phase() + reason + retry,
                Map.of("state", state.phase().name(), "reason", reason.isEmpty() ? "" : reason.substring(3)));
        state.failure()
                .filter(failure -> REFUSALS.contains(failure.kind()) && !online.get())
                .ifPresent(failure -> refused.complete(new AuthenticationException(failure)));
    }

    private SetResult set(Values values, boolean echo) {
        feed.event("set", Colour.YELLOW, Texts.of(values), Map.of("values", values.toPlain()));
        if (echo) {
            device.report(values).replied().whenComplete((reply, failure) -> {
                if (failure == null) {
                    String answer = reply.fromPlatform() ? ", replied " + reply.code() + " " + reply.text() : "";
                    feed.event(
                            "report",
                            Colour.GREEN,
                            Texts.of(values) + answer,
                            Map.of("values", values.toPlain(), "code", reply.code(), "text", reply.text()));
                } else {
                    String problem = String.valueOf(failure.getMessage());
                    feed.event("report", Colour.RED, Texts.of(values) + " - " + problem, Map.of("problem", problem));
                }
            });
        }
        return SetResult.done();
    }

    private ServiceResult call(String service, Values input) {
        feed.event(
                "call",
                Colour.YELLOW,
                service + (input.isEmpty() ? "" : " " + Texts.of(input)),
                Map.of("service", service, "input", input.toPlain()));
        return ServiceResult.done();
    }

    private Bytes raw(Bytes payload) {
        String text = readable(payload.toArray());
        feed.event("raw", Colour.YELLOW, text, Map.of("hex", HexFormat.of().formatHex(payload.toArray())));
        return Bytes.empty();
    }

    private static String readable(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.codePoints().noneMatch(Character::isISOControl)) {
                return text;
            }
        } catch (CharacterCodingException notText) {
            // Shown as numbers below.
        }
        return bytes.length + " bytes " + HexFormat.ofDelimiter(" ").formatHex(bytes);
    }
}
