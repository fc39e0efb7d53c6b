package org.iotconnector.benchmarks.soak;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.iotconnector.core.Connector;
import org.iotconnector.core.outbox.Ledger;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.ReconnectPolicy;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.tck.net.Direction;
import org.iotconnector.tck.net.FaultProxy;

/**
 * A sender and a receiver whose sessions the broker keeps, each behind a proxy of its own, and one fault after the other while
 * messages of both qualities of service are on their way.
 */
final class SoakRun implements AutoCloseable {
    private static final String TOPIC = "soak";

    /** As in production, but fast: the faults come every few tenths of a second, and short lives are no surprise here. */
    private static final SessionOptions OPTIONS = SessionOptions.builder()
            .reconnect(ReconnectPolicy.standard()
                    .withDelays(Duration.ofMillis(10), Duration.ofMillis(50))
                    .withSlowDelays(Duration.ofMillis(10), Duration.ofMillis(50)))
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    private static final Duration KEEP_ALIVE = Duration.ofSeconds(2);
    private static final int BATCH = 40;

    private final Random random;
    private final MqttVersion version;
    private final Broker broker = new Broker();
    private final FaultProxy beforeSender;
    private final FaultProxy beforeReceiver;
    private final Connector connector = Connector.create();
    private final MqttSession sender;
    private final MqttSession receiver;
    private final Map<QualityOfService, Tally> tallies = new EnumMap<>(Map.of(
            QualityOfService.AT_LEAST_ONCE, new Tally(),
            QualityOfService.EXACTLY_ONCE, new Tally()));
    private final Map<String, Integer> faults = new TreeMap<>();
    private int messages;

    SoakRun(long seed, MqttVersion version) {
        this.random = new Random(seed);
        this.version = version;
        this.beforeSender = new FaultProxy(broker.port(), seed);
        this.beforeReceiver = new FaultProxy(broker.port(), seed);
        this.sender = session("sender", beforeSender);
        this.receiver = session("receiver", beforeReceiver);
        var subscribed = receiver.subscribe(
                        List.of(new Subscription(TopicFilter.of(TOPIC), QualityOfService.EXACTLY_ONCE)),
                        message -> tally(message.qos()).received(message.text()))
                .result();
        Patience.until("both are online", () -> isOnline(sender) && isOnline(receiver) && subscribed.isDone());
    }

    private MqttSession session(String name, FaultProxy through) {
        Endpoint endpoint = Endpoint.of(Endpoint.Transport.TCP, "127.0.0.1", through.port());
        return connector.session(SessionConfig.of(
                ConnectParameters.builder(endpoint, ClientIdentifier.of(name))
                        .version(version)
                        .keepAlive(KEEP_ALIVE)
                        .cleanStart(false)
                        .build(),
                OPTIONS));
    }

    /** Makes so many faults, or as many as there is time for, and tells each. */
    void run(int wanted, Duration limit, Consumer<String> told) {
        long end = System.nanoTime() + limit.toNanos();
        for (int made = 1; made <= wanted && System.nanoTime() < end; made++) {
            publish();
            String fault =
                    random.nextInt(10) == 0 ? kill() : strike(random.nextBoolean() ? beforeSender : beforeReceiver);
            faults.merge(fault, 1, Integer::sum);
            told.accept(made + " " + fault);
            Patience.until("both are back after " + fault, () -> isOnline(sender) && isOnline(receiver));
            Patience.until("the outbox empties after " + fault, () -> open() < 2 * BATCH);
        }
        Patience.until("every message has its outcome", () -> open() == 0);
        awaitArrival();
    }

    /** What was acknowledged is on its way; what has not come after a minute is lost. */
    private void awaitArrival() {
        Patience.within(Duration.ofMinutes(1), () -> lines().values().stream().noneMatch(line -> line.lost() > 0));
    }

    private void publish() {
        for (int i = 0; i < BATCH; i++) {
            QualityOfService qos = i % 2 == 0 ? QualityOfService.AT_LEAST_ONCE : QualityOfService.EXACTLY_ONCE;
            String message = "message " + ++messages;
            tally(qos)
                    .sent(
                            message,
                            sender.publish(Publication.text(TOPIC, message).withQos(qos)));
        }
    }

    private String strike(FaultProxy proxy) {
        Fault fault = Fault.draw(random);
        letSomeThrough();
        MqttSession session = proxy == beforeSender ? sender : receiver;
        int attempt = session.state().attempt();
        fault.strike(proxy, random);
        if (fault.lasting()) {
            publish();
            letSomeThrough();
            proxy.cut();
        }
        // A cut in the middle of a packet needs packets; a black hole is found because nothing comes.
        Patience.until("the session has noticed " + fault, () -> {
            if (fault == Fault.CUT_IN_PACKET && open() == 0) {
                publish();
            }
            return session.state().attempt() > attempt;
        });
        proxy.heal();
        return fault.name();
    }

    /** Lets a random part of what waits come to its end, so that faults hit every stage of a delivery. */
    private void letSomeThrough() {
        int target = random.nextInt(BATCH);
        long before = open();
        Patience.within(Duration.ofMillis(300), () -> before - open() >= target);
    }

    /**
     * Kills the broker when what it knows is on its disk: what it said later reaches nobody, since the proxies hold it.
     * Anything else would measure what Mosquitto forgets.
     */
    private String kill() {
        letSomeThrough();
        for (FaultProxy proxy : List.of(beforeSender, beforeReceiver)) {
            for (Direction direction : Direction.values()) {
                proxy.hold(direction);
            }
        }
        broker.save();
        for (FaultProxy proxy : List.of(beforeSender, beforeReceiver)) {
            proxy.turnAway(true);
            proxy.cut();
        }
        broker.killAndRestart();
        beforeSender.heal();
        beforeReceiver.heal();
        return "KILL";
    }

    private static boolean isOnline(MqttSession session) {
        return session.state().phase() == SessionPhase.ONLINE;
    }

    private long open() {
        Ledger ledger = sender.ledger();
        return ledger.waiting() + ledger.inFlight();
    }

    private Tally tally(QualityOfService qos) {
        return Objects.requireNonNull(tallies.get(qos));
    }

    Map<QualityOfService, Tally.Line> lines() {
        Map<QualityOfService, Tally.Line> lines = new EnumMap<>(QualityOfService.class);
        tallies.forEach((qos, tally) -> lines.put(qos, tally.line()));
        return lines;
    }

    /** How many of each. */
    Map<String, Integer> faults() {
        return Map.copyOf(faults);
    }

    boolean ledgerAddsUp() {
        return sender.ledger().addsUp();
    }

    @Override
    public void close() {
        connector.close();
        beforeSender.close();
        beforeReceiver.close();
        broker.close();
    }
}
