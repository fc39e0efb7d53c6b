package org.iotconnector.tck.toy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MqttTransportFactory;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Values;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.ConnectRequest;
import org.iotconnector.tck.ContractPlatform;
import org.iotconnector.tck.PublishRequest;
import org.iotconnector.tck.Script;
import org.iotconnector.tck.ScriptedTransports;
import org.iotconnector.tck.SubscribeRequest;

/** The toy platform: a script that answers one device. */
public final class ToyPlatform implements ContractPlatform, Script {
    private static final String TOPIC = "toy/lamp/";

    private final ScriptedTransports transports = new ScriptedTransports(this);
    private final List<Values> reports = new ArrayList<>();
    private final Set<String> subscribed = new HashSet<>();
    private final Map<String, CompletableFuture<OptionalInt>> sets = new ConcurrentHashMap<>();
    private boolean running = true;
    private int refuseCode;
    private int refuse;
    private int ignore;
    private int withhold;
    private int loseReplies;
    private int requests;
    private long accepted;
    private int answers;
    private final List<Integer> answersAtReport = new ArrayList<>();
    private Optional<String> clientIdentifier = Optional.empty();

    MqttTransportFactory transports() {
        return transports;
    }

    @Override
    public synchronized void onConnect(ConnectRequest request) {
        subscribed.clear();
        if (!running) {
            request.fail(Failure.of(FailureKind.UNREACHABLE, "Stopped.", "", null));
        } else if (refuse > 0) {
            refuse--;
            request.fail(Failure.ofCode(FailureKind.CREDENTIAL_REFUSED, refuseCode, "Refused.", "Check the key."));
        } else if (ignore > 0) {
            ignore--;
        } else {
            accepted++;
            clientIdentifier =
                    Optional.of(request.parameters().clientIdentifier().text());
            request.accept();
        }
    }

    @Override
    public synchronized void onSubscribe(SubscribeRequest request) {
        subscribed.addAll(request.filters());
        request.grant();
    }

    @Override
    public synchronized void onPublish(PublishRequest request) {
        Values envelope = Json.readObject(request.publication().payload().toArray());
        if (request.publication().topic().text().equals(TOPIC + "set/reply")) {
            answers++;
            request.acknowledge();
            sets.getOrDefault(envelope.text("id"), new CompletableFuture<>())
                    .complete(OptionalInt.of(envelope.integer("code")));
            return;
        }
        reports.add(envelope.struct("values"));
        answersAtReport.add(answers);
        if (withhold > 0) {
            withhold--;
            return;
        }
        request.acknowledge();
        if (loseReplies > 0) {
            loseReplies--;
        } else {
            send("report/reply", Json.write(Values.of("id", envelope.integer("id"), "code", 200)));
        }
    }

    private void send(String what, byte[] payload) {
        Message message =
                new Message(TopicName.of(TOPIC + what), Bytes.copyOf(payload), QualityOfService.AT_LEAST_ONCE, false);
        transports.first().deliver(message);
    }

    synchronized Set<String> subscribed() {
        return Set.copyOf(subscribed);
    }

    private synchronized boolean hears(String what) {
        return subscribed.contains(TOPIC + what) && transports.first().isConnected();
    }

    @Override
    public CompletableFuture<OptionalInt> set(Values values) {
        Await.until("the device listens", () -> hears("set"));
        CompletableFuture<OptionalInt> answer = new CompletableFuture<>();
        String id;
        synchronized (this) {
            id = Integer.toString(++requests);
        }
        sets.put(id, answer);
        send("set", Json.write(Values.of("id", id, "values", values)));
        return answer;
    }

    /** A set on a topic that the device has not subscribed. */
    void setUnasked(Values values) {
        Await.until("the device is connected", () -> transports.first().isConnected());
        send("unasked/1", Json.write(Values.of("id", "7", "values", values)));
    }

    @Override
    public void sendGarbage() {
        Await.until("the device listens", () -> hears("set"));
        send("set", new byte[] {'{', '"', 'i', 'd'});
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("endpoint", "mqtt://127.0.0.1:1");
    }

    @Override
    public synchronized List<Values> reports() {
        return List.copyOf(reports);
    }

    /** How many answers of the device came before its n-th report, counted from 1. */
    synchronized int answersBeforeReport(int number) {
        return answersAtReport.get(number - 1);
    }

    @Override
    public synchronized long acceptedConnects() {
        return accepted;
    }

    @Override
    public synchronized Optional<String> clientIdentifier() {
        return clientIdentifier;
    }

    @Override
    public synchronized void refuseConnects(int code, int times) {
        refuseCode = code;
        refuse = times;
    }

    @Override
    public synchronized void ignoreConnects(int times) {
        ignore = times;
    }

    @Override
    public synchronized void withholdAcknowledgements(int times) {
        withhold = times;
    }

    @Override
    public synchronized void loseReplies(int times) {
        loseReplies = times;
    }

    @Override
    public void cutConnections() {
        Await.until("there is a connection", () -> transports.first().isConnected());
        transports.first().lose();
    }

    @Override
    public void stop() {
        synchronized (this) {
            running = false;
        }
        cutConnections();
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    @Override
    public void close() {}
}
