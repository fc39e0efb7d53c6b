package org.iotconnector.tck.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.iotconnector.core.session.Registration;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TimeSource;
import org.iotconnector.tck.ConnectRequest;
import org.iotconnector.tck.PublishRequest;
import org.iotconnector.tck.Script;
import org.iotconnector.tck.ScriptedTransport;
import org.iotconnector.tck.SubscribeRequest;
import org.jspecify.annotations.Nullable;

/**
 * The server of a running script: it grants and acknowledges at once, but for the rules that statements set. CONNECT is
 * left to the statements unless one of them says "always".
 */
final class ScriptedServer implements Script {
    /** What is answered to a filter instead of granting it. */
    record Refusal(int left, Optional<Integer> code) {}

    final Map<String, Refusal> refusedFilters = new HashMap<>();
    final Map<Integer, Integer> refusedMessages = new HashMap<>();
    final Set<Integer> lostAcknowledgements = new HashSet<>();
    final Set<String> poisonTopics = new HashSet<>();
    final Set<Integer> poisonMessages = new HashSet<>();
    final List<SubscribeRequest> heldSubscribes = new ArrayList<>();
    /** Filters of the packet answered last, which need no answer of their own. */
    final Set<String> answeredTogether = new HashSet<>();

    @Nullable
    Consumer<ConnectRequest> always;

    Duration acknowledgeAfter = Duration.ZERO;
    boolean holdsSubscribes;
    boolean holdsAcknowledgements;
    boolean cutsNextPacket;
    boolean stalled;

    private final List<Registration> timers = new ArrayList<>();
    private final Supplier<ScriptedTransport> wire;
    private final TimeSource time;

    ScriptedServer(Supplier<ScriptedTransport> wire, TimeSource time) {
        this.wire = wire;
        this.time = time;
    }

    @Override
    public void onConnect(ConnectRequest request) {
        heldSubscribes.clear();
        Consumer<ConnectRequest> answer = always;
        if (answer != null && !stalled) {
            answer.accept(request);
        }
    }

    @Override
    public void onSubscribe(SubscribeRequest request) {
        if (cutsHere()) {
            return;
        }
        if (stalled || holdsSubscribes) {
            heldSubscribes.add(request);
        } else {
            answer(request);
        }
    }

    private boolean cutsHere() {
        if (cutsNextPacket) {
            cutsNextPacket = false;
            wire.get().lose();
            return true;
        }
        return false;
    }

    /** Answers by the rules; a filter that is to be ignored takes the whole SUBACK with it. */
    void answer(SubscribeRequest request) {
        List<Optional<Integer>> codes =
                request.subscriptions().stream().map(this::codeFor).toList();
        if (codes.stream().allMatch(Optional::isPresent)) {
            request.answer(codes.stream().mapToInt(code -> code.orElse(0)).toArray());
        }
    }

    private Optional<Integer> codeFor(Subscription subscription) {
        String filter = subscription.filter().text();
        Refusal refusal = refusedFilters.get(filter);
        if (refusal == null) {
            return Optional.of(subscription.qos().level());
        }
        if (refusal.left() == 1) {
            refusedFilters.remove(filter);
        } else {
            refusedFilters.put(filter, new Refusal(Math.max(0, refusal.left() - 1), refusal.code()));
        }
        return refusal.code();
    }

    /** The message's number, as {@link ScriptRun} wrote it into the payload. */
    static int number(PublishRequest request) {
        String text = request.text();
        int end = text.indexOf('.');
        return Integer.parseInt(end < 0 ? text : text.substring(0, end));
    }

    @Override
    public void onPublish(PublishRequest request) {
        int number = number(request);
        if (cutsHere()) {
            return;
        }
        if (poisonMessages.contains(number)
                || poisonTopics.contains(request.publication().topic().text())) {
            wire.get().lose();
            return;
        }
        if (request.publication().qos().level() == 0) {
            // QoS 0 has no answer: it is done when it has left.
            request.acknowledge();
            return;
        }
        if (lostAcknowledgements.remove(number) || stalled || holdsAcknowledgements) {
            return;
        }
        Integer code = refusedMessages.remove(number);
        if (code != null) {
            request.refuse(code, "by the script");
        } else if (acknowledgeAfter.isZero()) {
            request.acknowledge();
        } else {
            timers.add(time.schedule(acknowledgeAfter, request::acknowledge));
        }
    }

    /** Ends the server's own timers. */
    void stop() {
        timers.forEach(Registration::close);
    }

    /** Answers what has waited while the server was stalled. */
    void resume() {
        stalled = false;
        ScriptedTransport transport = wire.get();
        if (!holdsSubscribes) {
            List<SubscribeRequest> waiting = List.copyOf(heldSubscribes);
            heldSubscribes.clear();
            waiting.forEach(this::answer);
        }
        if (!holdsAcknowledgements) {
            transport.inFlight().forEach(PublishRequest::acknowledge);
        }
        resumeConnect();
    }

    /** Answers a CONNECT that waits, if all of them are to be answered. */
    void resumeConnect() {
        Consumer<ConnectRequest> answer = always;
        List<ConnectRequest> connects = wire.get().connects();
        if (answer != null
                && !connects.isEmpty()
                && connects.get(connects.size() - 1).isOpen()) {
            answer.accept(connects.get(connects.size() - 1));
        }
    }
}
