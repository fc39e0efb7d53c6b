package org.iotconnector.simulator.internal.broker;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.iotconnector.simulator.ConnectionInfo;
import org.iotconnector.simulator.Counters;
import org.iotconnector.simulator.Disposition;
import org.iotconnector.simulator.Fault;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.internal.spi.BrokerControl;
import org.iotconnector.simulator.internal.spi.Census;
import org.iotconnector.simulator.internal.spi.DeliveryResult;
import org.iotconnector.simulator.internal.spi.Message;
import org.iotconnector.simulator.internal.spi.Peer;
import org.iotconnector.simulator.internal.spi.PlatformRules;
import org.iotconnector.simulator.internal.spi.PublishVerdict;
import org.iotconnector.simulator.internal.time.SimulatorLoop;
import org.jspecify.annotations.Nullable;

/** The MQTT server of one platform. Confined to the loop thread, except {@link #journal()}. */
public final class Broker implements BrokerControl {
    private static final int SESSION_TAKEN_OVER = 0x8E;
    /** Far above any platform's limit, so that the limit is the platform's decision and not the decoder's. */
    private static final int MAX_PACKET_BYTES = 16 * 1024 * 1024;
    /** The decoder's default of 23 would refuse the long identifiers of MQTT 3.1 clients. */
    private static final int MAX_CLIENT_ID_CHARS = 65_535;

    private final SimulatorLoop loop;
    private final PlatformRules rules;
    private final Journal journal = new Journal();
    private final Tally tally = new Tally();
    private final FaultBoard faults;
    private final TopicTree<Session> tree = new TopicTree<>();
    private final SharedGroups shared = new SharedGroups();
    private final SessionStore sessions;
    private final RetainedMessages retained = new RetainedMessages();
    private final Set<ClientConnection> connections = new LinkedHashSet<>();
    private final Deliveries deliveries = new Deliveries(this);
    private final ConnectFlow connects = new ConnectFlow(this);
    private final PublishFlow publishes = new PublishFlow(this);
    private final SubscribeFlow subscribes = new SubscribeFlow(this);

    /** A broker for one platform. {@code rules} receives the broker, whose methods it may call from its first callback on. */
    public Broker(SimulatorLoop loop, Function<BrokerControl, ? extends PlatformRules> rules) {
        this.loop = loop;
        this.faults = new FaultBoard(loop.clock());
        this.sessions = new SessionStore(loop, tree, shared, this::sessionEnded);
        this.rules = rules.apply(this);
    }

    /** Puts the MQTT part at the end of a new channel's pipeline. */
    public void attach(ChannelPipeline pipeline, Transport transport) {
        StallGate gate = new StallGate();
        pipeline.addLast(
                new TrafficMeter(tally),
                new MqttDecoder(MAX_PACKET_BYTES, MAX_CLIENT_ID_CHARS),
                MqttEncoder.INSTANCE,
                gate,
                new MqttChannelHandler(this, gate, transport));
    }

    /** What devices sent; thread-safe. */
    public Journal journal() {
        return journal;
    }

    /** What was counted. */
    public Counters counters() {
        return tally.snapshot();
    }

    /** Clients that are logged in. */
    public List<ConnectionInfo> connectionInfos() {
        return connections.stream()
                .filter(ClientConnection::isLoggedIn)
                .map(ClientConnection::info)
                .toList();
    }

    /** Arms a fault for a device, or for all with null. */
    public void inject(@Nullable String device, Fault fault) {
        faults.arm(device, fault);
        if (fault instanceof Fault.Stall stall) {
            for (ClientConnection connection : List.copyOf(connections)) {
                if (device == null
                        || (connection.isLoggedIn() && connection.identity().equals(device))) {
                    connection.stall(stall.duration());
                }
            }
        }
    }

    /** Disarms all faults and ends a stall. */
    public void clearFaults() {
        faults.clear();
        List.copyOf(connections).forEach(ClientConnection::resume);
    }

    /** Cuts all connections without a word. */
    public void dropAll() {
        List.copyOf(connections).forEach(ClientConnection::drop);
    }

    @Override
    public boolean isOnline(String identity) {
        return connection(identity).isPresent();
    }

    @Override
    public Optional<Peer> peer(String identity) {
        return connection(identity).map(Function.identity());
    }

    @Override
    public DeliveryResult deliver(String identity, Message message) {
        return sessions.find(identity)
                .map(session -> deliveries.deliver(session, message, false))
                .orElse(DeliveryResult.OFFLINE);
    }

    @Override
    public DeliveryResult push(String identity, Message message) {
        return connection(identity)
                .map(connection -> deliveries.send(connection.state().session(), message))
                .orElse(DeliveryResult.OFFLINE);
    }

    @Override
    public boolean isSubscribed(String identity, String topic) {
        Message probe = Message.of(topic, new byte[0], 0);
        return sessions.find(identity)
                .flatMap(session -> session.match(probe, false))
                .isPresent();
    }

    @Override
    public Set<String> filters(String identity) {
        return sessions.find(identity)
                .map(session -> Set.copyOf(session.filters()))
                .orElse(Set.of());
    }

    @Override
    public List<String> distribute(Message message) {
        if (message.retain()) {
            retained.put(message);
        }
        return deliveries.spread(message, null);
    }

    @Override
    public Optional<Message> retained(String topic) {
        return retained.find(topic);
    }

    @Override
    public Census census() {
        int connected =
                (int) connections.stream().filter(ClientConnection::isLoggedIn).count();
        int subscriptions = sessions.all().stream()
                .mapToInt(session -> session.filters().size())
                .sum();
        return new Census(
                connected,
                sessions.all().size() - connected,
                subscriptions,
                shared.count(),
                retained.size(),
                tally.of(Tally.Figure.CONNECT_ACCEPTED),
                tally.of(Tally.Figure.PUBLISH_RECEIVED),
                tally.of(Tally.Figure.PUBLISH_DROPPED) + tally.of(Tally.Figure.DELIVERY_DROPPED),
                tally.of(Tally.Figure.PUBLISH_SENT),
                tally.of(Tally.Figure.PACKET_RECEIVED),
                tally.of(Tally.Figure.PACKET_SENT),
                tally.of(Tally.Figure.BYTES_RECEIVED),
                tally.of(Tally.Figure.BYTES_SENT));
    }

    @Override
    public void kick(String identity, int reasonCode) {
        connection(identity).ifPresent(connection -> connection.close(reasonCode, "kicked"));
    }

    @Override
    public <F extends Fault> Optional<F> takeFault(Class<F> type, String identity) {
        return faults.take(type, identity);
    }

    @Override
    public <F extends Fault> Optional<F> takeFault(Class<F> type, @Nullable String identity, Predicate<F> condition) {
        return faults.take(type, identity, condition);
    }

    @Override
    public void changed() {
        journal.ring();
    }

    /** A message the platform took: kept if retained, and spread if the platform is a plain broker. */
    void process(ClientConnection from, Message message, PublishVerdict verdict) {
        if (message.retain() && rules.traits(from.protocolLevel()).retain()) {
            retained.put(message);
        }
        if (verdict.route()) {
            deliveries.spread(message, from.state().session());
        }
        rules.handle(from, message);
    }

    /** The older connection of a device that has logged in again. */
    void takeOver(String identity) {
        connection(identity).ifPresent(old -> {
            tally.count(Tally.Figure.TAKE_OVER);
            old.close(SESSION_TAKEN_OVER, "the same device connected again");
            ended(old, true);
        });
    }

    void opened(ClientConnection connection) {
        connections.add(connection);
    }

    void closed(ClientConnection connection, boolean publishWill) {
        connections.remove(connection);
        ended(connection, publishWill);
        journal.ring();
    }

    private void ended(ClientConnection connection, boolean publishWill) {
        if (!connection.isLoggedIn()) {
            return;
        }
        ClientConnection.LoggedIn state = connection.state();
        Message will = state.will();
        if (will != null && publishWill) {
            PublishVerdict verdict = rules.judge(connection, will);
            publishes.record(connection, will, verdict);
            if (verdict.disposition() == Disposition.ACCEPTED) {
                process(connection, will, verdict);
            }
        }
        rules.disconnected(connection);
        connection.logOut();
        sessions.detached(state.session());
    }

    private void sessionEnded(String identity) {
        rules.sessionEnded(identity);
    }

    private Optional<ClientConnection> connection(String identity) {
        return sessions.find(identity).map(Session::connection);
    }

    Deliveries deliveries() {
        return deliveries;
    }

    ConnectFlow connects() {
        return connects;
    }

    PublishFlow publishes() {
        return publishes;
    }

    SubscribeFlow subscribes() {
        return subscribes;
    }

    SimulatorLoop loop() {
        return loop;
    }

    PlatformRules rules() {
        return rules;
    }

    Tally tally() {
        return tally;
    }

    FaultBoard faults() {
        return faults;
    }

    SessionStore sessions() {
        return sessions;
    }

    TopicTree<Session> tree() {
        return tree;
    }

    SharedGroups shared() {
        return shared;
    }

    RetainedMessages retained() {
        return retained;
    }
}
