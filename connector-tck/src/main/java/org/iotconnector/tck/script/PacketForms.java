package org.iotconnector.tck.script;

import static org.iotconnector.tck.script.Form.Group.PUBLISH;
import static org.iotconnector.tck.script.Form.Group.SUBSCRIBE;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.tck.PublishRequest;
import org.iotconnector.tck.SubscribeRequest;

/** Statements about SUBSCRIBE, PUBLISH and their answers. */
final class PacketForms {
    private static final int REFUSED = 128;

    static final List<Form> FORMS = List.of(
            Form.of(
                    SUBSCRIBE,
                    "refuse subscription <filter:TEXT> [<times:NUMBER> times] [with <code:NUMBER>]",
                    "SUBACK refuses this filter, with 128 unless said otherwise, until it is granted.",
                    (run, given) -> refuse(run, given, Optional.of(given.number("code", REFUSED)))),
            Form.of(
                    SUBSCRIBE,
                    "ignore subscription <filter:TEXT> [<times:NUMBER> times]",
                    "No SUBACK comes for a packet with this filter, until it is granted.",
                    (run, given) -> refuse(run, given, Optional.empty())),
            Form.of(
                    SUBSCRIBE,
                    "grant subscription <filter:TEXT>",
                    "Takes such a rule back.",
                    (run, given) -> run.server.refusedFilters.remove(given.text("filter"))),
            Form.of(
                    SUBSCRIBE,
                    "hold SUBACKs",
                    "SUBSCRIBE is answered by statements only.",
                    (run, given) -> run.server.holdsSubscribes = true),
            Form.of(
                    SUBSCRIBE,
                    "send SUBACK [for <filter:TEXT>] [after <d:DURATION>]",
                    "Waits for a SUBSCRIBE, with this filter, and answers it by the rules.",
                    PacketForms::sendSubAck),
            Form.of(
                    PUBLISH,
                    "lose PUBACK <n:NUMBER>",
                    "The next PUBACK of this message does not arrive.",
                    (run, given) -> run.server.lostAcknowledgements.add(given.number("n"))),
            Form.of(
                    PUBLISH,
                    "hold PUBACKs",
                    "Messages are acknowledged by statements only.",
                    (run, given) -> run.server.holdsAcknowledgements = true),
            Form.of(
                    PUBLISH,
                    "send PUBACKs [after <d:DURATION>]",
                    "Acknowledges what is in flight, and what follows at once again.",
                    (run, given) -> {
                        run.bench.time().advance(given.duration("d", Duration.ZERO));
                        run.server.holdsAcknowledgements = false;
                        run.wire().inFlight().forEach(PublishRequest::acknowledge);
                    }),
            Form.of(
                    PUBLISH,
                    "send PUBACK <n:NUMBER> [after <d:DURATION>]",
                    "Waits until this message is in flight and acknowledges it.",
                    (run, given) -> inFlight(run, given).acknowledge()),
            Form.of(
                    PUBLISH,
                    "delay PUBACKs <d:DURATION>",
                    "Messages are acknowledged so much later.",
                    (run, given) -> run.server.acknowledgeAfter = given.duration("d")),
            Form.of(
                    PUBLISH,
                    "refuse PUBLISH <n:NUMBER> with <code:NUMBER> [after <d:DURATION>]",
                    "This message is refused with this code of MQTT 5, now or when it comes.",
                    PacketForms::refusePublish),
            Form.of(
                    PUBLISH,
                    "kick on PUBLISH <n:NUMBER>",
                    "The connection ends whenever this message is sent.",
                    (run, given) -> run.server.poisonMessages.add(given.number("n"))),
            Form.of(
                    PUBLISH,
                    "kick on PUBLISH to <topic:TEXT>",
                    "The connection ends whenever a message to this topic is sent.",
                    (run, given) -> run.server.poisonTopics.add(given.text("topic"))),
            Form.of(
                    PUBLISH,
                    "deliver to <topic:TEXT> [at QoS <qos:QOS>] [of <size:NUMBER> bytes] [after <d:DURATION>]",
                    "The server sends the device a message.",
                    (run, given) -> {
                        run.connection();
                        run.bench.time().advance(given.duration("d", Duration.ZERO));
                        run.deliver(given.text("topic"), given.qos("qos"), given.number("size", 1));
                    }),
            Form.of(
                    PUBLISH,
                    "duplicate message",
                    "The server sends the last message again, as it does when it got no acknowledgement.",
                    (run, given) -> run.deliverAgain()));

    private PacketForms() {}

    private static void refuse(ScriptRun run, Arguments given, Optional<Integer> code) {
        run.server.refusedFilters.put(given.text("filter"), new ScriptedServer.Refusal(given.number("times", 0), code));
    }

    private static void sendSubAck(ScriptRun run, Arguments given) {
        run.server.holdsSubscribes = true;
        if (!run.phase().connected() && run.phase() != SessionPhase.CLOSING) {
            throw new NotNowException("there is no connection to subscribe on");
        }
        String filter = given.text("filter", "");
        if (run.server.answeredTogether.remove(filter)) {
            return;
        }
        run.waitFor(
                "the session sends SUBSCRIBE",
                Duration.ofHours(1),
                () -> held(run, filter).isPresent() || !run.wire().isConnected());
        run.connection();
        SubscribeRequest request = held(run, filter).orElseThrow();
        run.bench.time().advance(given.duration("d", Duration.ZERO));
        run.server.heldSubscribes.remove(request);
        run.server.answeredTogether.clear();
        run.server.answeredTogether.addAll(request.filters());
        run.server.answeredTogether.remove(filter);
        run.server.answer(request);
    }

    /** The oldest SUBSCRIBE that waits; with a filter the newest, since older ones the session has given up. */
    private static Optional<SubscribeRequest> held(ScriptRun run, String filter) {
        return run.server.heldSubscribes.stream()
                .filter(request -> filter.isEmpty() || request.filters().contains(filter))
                .reduce((first, second) -> filter.isEmpty() ? first : second);
    }

    private static PublishRequest inFlight(ScriptRun run, Arguments given) {
        int number = given.number("n");
        if (number < 1 || number > run.deliveries.size()) {
            throw new NotNowException("message " + number + " was not published yet");
        }
        run.waitFor(
                "message " + number + " is in flight",
                Duration.ofMinutes(10),
                () -> find(run, number).isPresent());
        PublishRequest request = find(run, number).orElseThrow();
        run.bench.time().advance(given.duration("d", Duration.ZERO));
        return request;
    }

    private static Optional<PublishRequest> find(ScriptRun run, int number) {
        return run.wire().inFlight().stream()
                .filter(request -> ScriptedServer.number(request) == number)
                .findFirst();
    }

    private static void refusePublish(ScriptRun run, Arguments given) {
        int number = given.number("n");
        int code = given.number("code");
        run.bench.time().advance(given.duration("d", Duration.ZERO));
        find(run, number)
                .ifPresentOrElse(
                        request -> request.refuse(code, "by the script"),
                        () -> run.server.refusedMessages.put(number, code));
    }
}
