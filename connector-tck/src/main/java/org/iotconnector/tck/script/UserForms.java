package org.iotconnector.tck.script;

import static org.iotconnector.tck.script.Form.Group.TIME;
import static org.iotconnector.tck.script.Form.Group.USER;

import java.time.Duration;
import java.util.List;

/** Statements of the application and of time. */
final class UserForms {
    static final List<Form> FORMS = List.of(
            Form.of(
                    USER,
                    "publish [<count:NUMBER> messages] [to <topic:TEXT>] [at QoS <qos:QOS>] [of <size:NUMBER> bytes]",
                    "Offers messages; they are numbered from 1 over the whole script. One, to `t`, at QoS 1, else.",
                    (run, given) -> run.publish(
                            given.number("count", 1),
                            given.text("topic", "t"),
                            given.qos("qos"),
                            given.number("size", 0))),
            Form.of(
                    USER,
                    "subscribe <filter:TEXT> [at QoS <qos:QOS>]",
                    "Subscribes with the script's handler.",
                    (run, given) -> run.subscribe(given.text("filter"), given.qos("qos"))),
            Form.of(
                    USER,
                    "unsubscribe <filter:TEXT>",
                    "Gives the subscription back.",
                    (run, given) -> run.unsubscribe(given.text("filter"))),
            Form.of(
                    USER,
                    "fail the handler [<times:NUMBER> times]",
                    "The handler throws at the next message or messages.",
                    (run, given) -> run.handler.failNext(given.number("times", 1))),
            Form.of(
                    USER,
                    "block the handler",
                    "The handler does not return until it is released.",
                    (run, given) -> run.handler.block()),
            Form.of(USER, "release the handler", "It returns.", (run, given) -> run.handler.release()),
            Form.of(
                    USER,
                    "connect",
                    "Asks the session to connect: at once if it waits, again if it has stopped. It connects by itself"
                            + " at the start.",
                    (run, given) -> run.session().connect()),
            Form.of(
                    USER,
                    "close",
                    "Closes the session.",
                    (run, given) -> run.session().closeAsync()),
            Form.of(
                    TIME,
                    "wait <d:DURATION>",
                    "Lets time pass.",
                    (run, given) -> run.bench.time().advance(given.duration("d"))),
            Form.of(
                    TIME,
                    "wait until <phase:PHASE> [within <d:DURATION>]",
                    "Lets time pass until the session is there; 1 h at most, else.",
                    (run, given) -> run.waitFor(
                            "the session becomes " + given.text("phase"),
                            given.duration("d", Duration.ofHours(1)),
                            () -> run.phase() == given.phase("phase"))),
            Form.of(
                    TIME,
                    "draw <x:DECIMAL>",
                    "The random number for waits from now on; 0.5 at the start.",
                    (run, given) -> run.bench.jitter(given.decimal("x"))));

    private UserForms() {}
}
