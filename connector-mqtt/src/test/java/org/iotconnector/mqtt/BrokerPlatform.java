package org.iotconnector.mqtt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.iotconnector.core.Connector;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.thing.Values;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.ContractPlatform;

/** A real Mosquitto behind a gate, with somebody who listens in, as the contract kit wants to see a platform. */
public abstract class BrokerPlatform implements ContractPlatform {
    private static final String MARKS = "contract/marks";

    private final AtomicInteger marks = new AtomicInteger();
    private final AtomicInteger seenMark = new AtomicInteger();
    private final Mosquitto broker = Mosquitto.open();
    private final MqttGate gate = new MqttGate(broker.port());
    private final Connector connector = Connector.create();
    private final MqttSession observer;
    private final List<Values> reports = new ArrayList<>();
    private final Queue<CompletableFuture<OptionalInt>> answers = new ConcurrentLinkedQueue<>();

    /** Listens to {@code filter}. */
    protected BrokerPlatform(String filter) {
        observer = connector.session(SessionConfig.of(
                ConnectParameters.builder(Endpoint.parse(broker.uri()), ClientIdentifier.of("observer"))
                        .build(),
                SessionOptions.standard()));
        Await.value(observer.subscribe(
                        List.of(Subscription.atLeastOnce(filter), Subscription.atLeastOnce(MARKS)), this::listen)
                .result());
    }

    private void listen(Message message) {
        if (message.topic().text().equals(MARKS)) {
            seenMark.set(Integer.parseInt(message.text()));
            return;
        }
        Optional<Values> report = report(message);
        synchronized (reports) {
            report.ifPresent(reports::add);
        }
        answer(message).ifPresent(code -> {
            CompletableFuture<OptionalInt> waiting = answers.poll();
            if (waiting != null) {
                waiting.complete(code);
            }
        });
    }

    /** The answer to the oldest command that waits, without a code where devices give none; empty if it is none. */
    protected abstract Optional<OptionalInt> answer(Message message);

    /** The report that a message is; empty if it is none. */
    protected abstract Optional<Values> report(Message message);

    /** The topic of commands that set this property. */
    protected abstract String commandTopic(String property);

    public Mosquitto broker() {
        return broker;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("endpoint", gate.uri());
    }

    /** All that the broker has taken: what it took before a mark has come when the mark comes. */
    @Override
    public List<Values> reports() {
        int mark = marks.incrementAndGet();
        Await.value(observer.publish(Publication.text(MARKS, Integer.toString(mark)))
                .acknowledged());
        Await.until("the mark comes", () -> seenMark.get() >= mark);
        synchronized (reports) {
            return List.copyOf(reports);
        }
    }

    @Override
    public long acceptedConnects() {
        return gate.accepted();
    }

    @Override
    public CompletableFuture<OptionalInt> set(Values values) {
        CompletableFuture<OptionalInt> answer = new CompletableFuture<>();
        answers.add(answer);
        for (String name : values.names()) {
            publish(commandTopic(name), values.text(name));
        }
        return answer;
    }

    private void publish(String topic, String payload) {
        Await.until("the device listens on " + topic, () -> gate.hears(topic));
        Await.value(observer.publish(Publication.text(topic, payload)).acknowledged());
    }

    @Override
    public void sendGarbage() {
        publish(commandTopic("Light"), "neither true nor false");
    }

    @Override
    public void refuseConnects(int code, int times) {
        gate.refuse(code, times);
    }

    @Override
    public void ignoreConnects(int times) {
        gate.ignore(times);
    }

    @Override
    public void cutConnections() {
        gate.cut();
    }

    @Override
    public void withholdAcknowledgements(int times) {
        gate.withhold(times);
    }

    @Override
    public void stop() {
        gate.shut();
    }

    @Override
    public void start() {
        gate.reopen();
    }

    @Override
    public void close() {
        connector.close();
        gate.close();
        broker.close();
    }
}
