package org.iotconnector.tck.script;

import static org.iotconnector.tck.script.Form.Group.CONNECT;
import static org.iotconnector.tck.script.Form.Group.CONNECTION;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.Silence;
import org.iotconnector.tck.ConnectRequest;

/** Statements about CONNECT and about the connection. */
final class ConnectForms {
    static final List<Form> FORMS = List.of(
            Form.of(
                    CONNECT,
                    "accept [after <d:DURATION>]",
                    "Waits for CONNECT and accepts it.",
                    (run, given) -> run.answerConnect(1, given.duration("d", Duration.ZERO), run::accept)),
            Form.of(
                    CONNECT,
                    "accept always",
                    "Accepts every CONNECT until another statement answers one.",
                    (run, given) -> always(run, run::accept)),
            Form.of(
                    CONNECT,
                    "keep session",
                    "From now on CONNACK says that the server has kept the session.",
                    (run, given) -> run.keepsSession(true)),
            Form.of(
                    CONNECT,
                    "forget session",
                    "From now on CONNACK says that the server has no session; so it does at the start.",
                    (run, given) -> run.keepsSession(false)),
            Form.of(
                    CONNECT,
                    "refuse [<times:NUMBER> times] with <code:NUMBER> [after <d:DURATION>]",
                    "Waits for CONNECT and refuses it with this CONNACK code.",
                    (run, given) -> run.answerConnect(
                            given.number("times", 1),
                            given.duration("d", Duration.ZERO),
                            request -> request.fail(Failures.refused(given.number("code"))))),
            Form.of(
                    CONNECT,
                    "refuse always with <code:NUMBER>",
                    "Refuses every CONNECT until another statement answers one.",
                    (run, given) -> always(run, request -> request.fail(Failures.refused(given.number("code"))))),
            Form.of(
                    CONNECT,
                    "fail [<times:NUMBER> times] with <kind:KIND> [code <code:NUMBER>] [retry after <r:DURATION>]"
                            + " [after <d:DURATION>]",
                    "Waits for CONNECT and lets the attempt fail in this way.",
                    (run, given) -> fail(run, given, failure(given))),
            Form.of(
                    CONNECT,
                    "never answer CONNECT [<times:NUMBER> times]",
                    "Waits for CONNECT and lets it run into its timeout.",
                    ConnectForms::neverAnswer),
            Form.of(
                    CONNECT,
                    "answer TLS on the plain port [<times:NUMBER> times]",
                    "Waits for CONNECT; the port turns out to speak TLS.",
                    (run, given) -> fail(run, given, Failures.of(FailureKind.WRONG_PORT, Optional.empty()))),
            Form.of(
                    CONNECT,
                    "answer plain MQTT on the TLS port [<times:NUMBER> times]",
                    "Waits for CONNECT; the port turns out to speak plain MQTT.",
                    (run, given) -> fail(run, given, Failures.of(FailureKind.WRONG_PORT, Optional.empty()))),
            Form.of(
                    CONNECT,
                    "answer garbage [<times:NUMBER> times]",
                    "Waits for CONNECT and answers what is no MQTT.",
                    (run, given) -> fail(run, given, Failures.of(FailureKind.PROTOCOL_ERROR, Optional.empty()))),
            Form.of(
                    CONNECTION,
                    "kick [with <code:NUMBER>] [after <d:DURATION>]",
                    "The server ends the connection, with this DISCONNECT code or without a word.",
                    (run, given) -> end(run, given, Failures.ended(given.maybeNumber("code")))),
            Form.of(
                    CONNECTION,
                    "cut [after <d:DURATION>]",
                    "The network ends the connection.",
                    (run, given) -> end(run, given, Failures.ended(Optional.empty()))),
            Form.of(
                    CONNECTION,
                    "cut in the middle of a packet",
                    "The session's next SUBSCRIBE or PUBLISH leaves in part only, and the connection with it.",
                    (run, given) -> run.server.cutsNextPacket = true),
            Form.of(
                    CONNECTION,
                    "end with <kind:KIND> [code <code:NUMBER>] [retry after <r:DURATION>] [after <d:DURATION>]",
                    "The connection ends in this way.",
                    (run, given) -> end(run, given, failure(given))),
            Form.of(
                    CONNECTION,
                    "stall <d:DURATION>",
                    "Nothing is answered for so long, and then all of it; a connection that is silent for one and a"
                            + " half keep alives is lost.",
                    ConnectForms::stall));

    private ConnectForms() {}

    private static void always(ScriptRun run, Consumer<ConnectRequest> answer) {
        run.server.always = answer;
        run.server.resumeConnect();
    }

    private static Failure failure(Arguments given) {
        Failure failure = Failures.of(given.kind("kind"), given.maybeNumber("code"));
        return given.maybeDuration("r").map(failure::retryAfter).orElse(failure);
    }

    private static void fail(ScriptRun run, Arguments given, Failure failure) {
        run.answerConnect(
                given.number("times", 1), given.duration("d", Duration.ZERO), request -> request.fail(failure));
    }

    private static void neverAnswer(ScriptRun run, Arguments given) {
        for (int i = 0; i < given.number("times", 1); i++) {
            ConnectRequest request = run.awaitConnect();
            run.waitFor("the session gives the attempt up", Duration.ofHours(1), () -> !request.isOpen());
        }
    }

    private static void end(ScriptRun run, Arguments given, Failure failure) {
        ConnectRequest connection = run.connection();
        run.bench.time().advance(given.duration("d", Duration.ZERO));
        connection.fail(failure);
    }

    /** The session finds the silent connection by itself, as it would with a transport that tells how long it is silent. */
    private static void stall(ScriptRun run, Arguments given) {
        long start = run.bench.time().nanoTime();
        run.server.stalled = true;
        run.wire().silence(() -> Optional.of(silence(run, start)));
        run.bench.time().advance(given.duration("d"));
        run.wire().silence(Optional::empty);
        run.server.resume();
    }

    /** A transport asks the server after one keep alive of silence. */
    private static Silence silence(ScriptRun run, long start) {
        Duration silent = Duration.ofNanos(run.bench.time().nanoTime() - start);
        Duration asked = silent.minus(run.settings.keepAlive);
        return new Silence(silent, asked.isNegative() ? Optional.empty() : Optional.of(asked));
    }
}
