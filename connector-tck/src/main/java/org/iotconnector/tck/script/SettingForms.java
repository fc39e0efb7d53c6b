package org.iotconnector.tck.script;

import static org.iotconnector.tck.script.Form.Group.SETTING;

import java.time.Duration;
import java.util.List;
import org.iotconnector.core.outbox.OutboxOptions;
import org.iotconnector.core.outbox.OverflowPolicy;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.spi.Quotas.Counted;
import org.iotconnector.core.spi.Quotas.Rate;

/** Statements that configure the session. */
final class SettingForms {
    static final List<Form> FORMS = List.of(
            Form.of(
                    SETTING,
                    "with window <n:NUMBER>",
                    "At most so many messages in flight; else 16.",
                    (run, given) -> run.settings.window = Math.max(1, given.number("n"))),
            Form.of(
                    SETTING,
                    "with connect timeout <d:DURATION>",
                    "How long CONNACK and SUBACK are awaited; else 10 s.",
                    (run, given) -> run.settings.options.connectTimeout(given.duration("d"))),
            Form.of(
                    SETTING,
                    "with close timeout <d:DURATION>",
                    "How long close waits for acknowledgements; else 5 s.",
                    (run, given) -> run.settings.closeTimeout = given.duration("d")),
            Form.of(
                    SETTING,
                    "with keep alive <d:DURATION>",
                    "The keep alive; else 60 s.",
                    (run, given) -> run.settings.keepAlive = given.duration("d")),
            Form.of(
                    SETTING,
                    "with a kept session",
                    "CONNECT asks the server to keep the session (clean start off).",
                    (run, given) -> run.settings.cleanStart = false),
            Form.of(
                    SETTING,
                    "with a stop after <n:NUMBER> refusals",
                    "Refused credentials in a row after which the session stops; else never.",
                    (run, given) ->
                            run.settings.reconnect = run.settings.reconnect.withStopAfterRefusals(given.number("n"))),
            Form.of(
                    SETTING,
                    "with credentials lasting <d:DURATION>",
                    "Each CONNECT's credentials end after so long; else never.",
                    (run, given) -> run.settings.life = given.duration("d")),
            Form.of(
                    SETTING,
                    "with a clock <d:DURATION> behind",
                    "The machine's clock is behind the platform's, which tells its time when asked.",
                    (run, given) -> {
                        run.settings.asksForTime = true;
                        run.bench.clockBehind(given.duration("d"));
                    }),
            Form.of(
                    SETTING,
                    "with <n:NUMBER> filters per SUBSCRIBE",
                    "The platform's limit; else 1 000.",
                    (run, given) -> run.settings.filtersPerSubscribe = Math.max(1, given.number("n"))),
            Form.of(
                    SETTING,
                    "with an outbox of <n:NUMBER> <policy:POLICY>",
                    "How many messages the outbox holds and what happens beyond; else 10 000 DROP_OLDEST.",
                    (run, given) -> run.settings.outbox = outbox(run.settings.outbox, given)),
            Form.of(
                    SETTING,
                    "with messages expiring after <d:DURATION>",
                    "How long a message may wait; else 24 h.",
                    (run, given) -> run.settings.outbox = run.settings.outbox.withMaxAge(given.duration("d"))),
            Form.of(
                    SETTING,
                    "with at most <n:NUMBER> connects in <d:DURATION>",
                    "The platform's limit; else none.",
                    (run, given) -> limit(run, Counted.CONNECT, given)),
            Form.of(
                    SETTING,
                    "with at most <n:NUMBER> messages in <d:DURATION>",
                    "The platform's limit; else none.",
                    (run, given) -> limit(run, Counted.PUBLISH, given)),
            Form.of(
                    SETTING,
                    "with code <code:NUMBER> meaning <kind:KIND> [for <d:DURATION>]",
                    "What the platform means by a private code, and how long it wants to be left alone.",
                    SettingForms::meaning));

    private SettingForms() {}

    private static OutboxOptions outbox(OutboxOptions before, Arguments given) {
        OutboxOptions sized = before.withMaxMessages(Math.max(1, given.number("n")));
        OverflowPolicy policy = OverflowPolicy.valueOf(given.text("policy"));
        return policy == OverflowPolicy.BLOCK ? sized.blockingFor(Duration.ZERO) : sized.withOverflow(policy);
    }

    private static void limit(ScriptRun run, Counted counted, Arguments given) {
        run.settings.rates.add(Rate.of(counted, Math.max(1, given.number("n")), given.duration("d")));
    }

    private static void meaning(ScriptRun run, Arguments given) {
        int code = given.number("code");
        Failure known = Failure.ofCode(
                given.kind("kind"), code, "The platform answered " + code + ".", "Do what the platform's manual says.");
        run.settings.codes.put(
                code, given.maybeDuration("d").map(known::retryAfter).orElse(known));
    }
}
