package org.iotconnector.core.internal.trace;

import static org.iotconnector.core.internal.trace.SessionTrace.describe;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.iotconnector.core.session.ConnectLimits;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MqttTransport;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.Silence;
import org.iotconnector.core.session.SubscribeResult;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.tls.TlsEnd;

/** Traces every packet on its way through. */
final class TracedTransport implements MqttTransport {
    /** Lost messages whose numbers are remembered, in case they are sent again. */
    private static final int MOST_LOST = 10_000;

    private final MqttTransport transport;
    private final SessionTrace trace;
    private final AtomicBoolean open = new AtomicBoolean();
    private final AtomicInteger received = new AtomicInteger();
    private final IdentityHashMap<Publication, Integer> lost = new IdentityHashMap<>();
    private int subscribes;
    private int messages;

    TracedTransport(MqttTransport transport, SessionTrace trace) {
        this.transport = transport;
        this.trace = trace;
    }

    @Override
    public void connect(ConnectParameters parameters, ConnectLimits limits, Listener listener) {
        trace.redact(parameters);
        StringBuilder text = new StringBuilder("CONNECT ")
                .append(trace.word(parameters.endpoint().toString()));
        text.append(" client ").append(trace.word(parameters.clientIdentifier().text()));
        text.append(" keep alive ").append(parameters.keepAlive().toSeconds()).append(" s");
        text.append(parameters.cleanStart() ? " clean start" : "");
        text.append(parameters.username().isPresent() ? " user [redacted]" : "");
        text.append(parameters.password().isPresent() ? " password [redacted]" : "");
        parameters
                .will()
                .ifPresent(will ->
                        text.append(" will to ").append(trace.word(will.topic().text())));
        trace.life(parameters).ifPresent(life -> text.append(" valid for ").append(SessionTrace.text(life)));
        trace.line('>', text.toString());
        open.set(true);
        transport.connect(parameters, limits, new TracedListener(listener));
    }

    @Override
    public void subscribe(List<Subscription> subscriptions, Consumer<List<SubscribeResult>> answer) {
        int number = ++subscribes;
        String filters = subscriptions.stream()
                .map(each -> trace.word(each.filter().text()) + " " + each.qos().level())
                .collect(Collectors.joining(" "));
        trace.line('>', "SUBSCRIBE " + number + " " + filters);
        transport.subscribe(subscriptions, results -> {
            String codes = results.stream()
                    .map(each -> trace.word(each.filter().text()) + " " + each.reasonCode())
                    .collect(Collectors.joining(" "));
            if (results.isEmpty()) {
                trace.line('!', "SUBSCRIBE " + number + " lost");
            } else {
                trace.line('<', "SUBACK " + number + " " + codes);
            }
            answer.accept(results);
        });
    }

    @Override
    public void unsubscribe(List<TopicFilter> filters, Consumer<Boolean> answer) {
        trace.line(
                '>',
                "UNSUBSCRIBE "
                        + filters.stream()
                                .map(filter -> trace.word(filter.text()))
                                .collect(Collectors.joining(" ")));
        transport.unsubscribe(filters, confirmed -> {
            trace.line(confirmed ? '<' : '!', confirmed ? "UNSUBACK" : "UNSUBSCRIBE lost");
            answer.accept(confirmed);
        });
    }

    @Override
    public void publish(Publication publication, Consumer<Outcome> answer) {
        Integer before;
        synchronized (lost) {
            before = lost.remove(publication);
        }
        int number = before == null ? ++messages : before;
        trace.line(
                '>',
                "PUBLISH " + number + " " + trace.word(publication.topic().text()) + " QoS "
                        + publication.qos().level() + " "
                        + publication.payload().length() + " bytes"
                        + (publication.retained() ? " retained" : "") + (before == null ? "" : " again"));
        transport.publish(publication, outcome -> {
            onOutcome(number, publication, outcome);
            answer.accept(outcome);
        });
    }

    private void onOutcome(int number, Publication publication, Outcome outcome) {
        if (outcome instanceof Outcome.Lost) {
            synchronized (lost) {
                if (lost.size() < MOST_LOST) {
                    lost.put(publication, number);
                }
            }
            trace.line('!', "PUBLISH " + number + " lost");
        } else if (outcome instanceof Outcome.Refused refused) {
            trace.line('<', "PUBACK " + number + " refused " + refused.reasonCode());
        } else if (outcome instanceof Outcome.Unsendable) {
            trace.line('!', "PUBLISH " + number + " unsendable");
        } else if (publication.qos() != QualityOfService.AT_MOST_ONCE) {
            boolean once = publication.qos() == QualityOfService.EXACTLY_ONCE;
            trace.line('<', (once ? "PUBCOMP " : "PUBACK ") + number);
        }
    }

    @Override
    public void disconnect() {
        if (open.getAndSet(false)) {
            trace.line('>', "DISCONNECT");
        }
        transport.disconnect();
    }

    @Override
    public void suspend() {
        if (open.getAndSet(false)) {
            trace.line('>', "DISCONNECT");
        }
        transport.suspend();
    }

    @Override
    public void cut() {
        if (open.getAndSet(false)) {
            trace.line('!', "cut");
        }
        transport.cut();
    }

    @Override
    public Optional<Silence> silence() {
        return transport.silence();
    }

    private final class TracedListener implements Listener {
        private final Listener listener;
        private final AtomicBoolean accepted = new AtomicBoolean();

        TracedListener(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void onTrusted(List<TlsEnd> ends) {
            listener.onTrusted(ends);
        }

        @Override
        public void onConnected(boolean sessionPresent) {
            accepted.set(true);
            trace.line('<', "CONNACK accepted" + (sessionPresent ? " session kept" : ""));
            listener.onConnected(sessionPresent);
        }

        @Override
        public void onDisconnected(Failure failure) {
            // After our own DISCONNECT the end is no news.
            if (open.getAndSet(false)) {
                trace.line('!', (accepted.get() ? "lost " : "failed ") + describe(failure));
            }
            listener.onDisconnected(failure);
        }

        @Override
        public void onMessage(Message message, Runnable acknowledgement) {
            int number = received.incrementAndGet();
            trace.line(
                    '<',
                    "PUBLISH r" + number + " " + trace.word(message.topic().text()) + " QoS "
                            + message.qos().level() + " " + message.payload().length() + " bytes"
                            + (message.retained() ? " retained" : ""));
            listener.onMessage(message, () -> {
                if (message.qos() != QualityOfService.AT_MOST_ONCE) {
                    trace.line('>', "PUBACK r" + number);
                }
                acknowledgement.run();
            });
        }
    }
}
