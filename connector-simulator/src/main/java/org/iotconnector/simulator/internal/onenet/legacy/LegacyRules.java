package org.iotconnector.simulator.internal.onenet.legacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.iotconnector.simulator.Disposition;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.internal.spi.BrokerControl;
import org.iotconnector.simulator.internal.spi.BrokerTraits;
import org.iotconnector.simulator.internal.spi.ConnectRequest;
import org.iotconnector.simulator.internal.spi.DeliveryResult;
import org.iotconnector.simulator.internal.spi.Login;
import org.iotconnector.simulator.internal.spi.Message;
import org.iotconnector.simulator.internal.spi.Peer;
import org.iotconnector.simulator.internal.spi.PlatformRules;
import org.iotconnector.simulator.internal.spi.PublishVerdict;
import org.iotconnector.simulator.internal.time.SimulatorLoop;
import org.iotconnector.simulator.onenet.legacy.BinaryData;
import org.iotconnector.simulator.onenet.legacy.DataPoint;
import org.iotconnector.simulator.onenet.legacy.OneNetLegacySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first generation towards the broker. OneNET, "Multi-protocol MQTT", read 2026-11. */
final class LegacyRules implements PlatformRules {
    private static final Logger LOG = LoggerFactory.getLogger(LegacyRules.class);
    private static final int MAX_SUBSCRIPTIONS = 100;
    private static final int MAX_IN_FLIGHT = 100;
    private static final int CLOSE = 0x82;

    private final OneNetLegacySettings settings;
    private final BrokerControl broker;
    private final LegacyRegistry registry;
    private final LoginCheck logins;
    private final PacketParser packets;
    private final LegacyCommands commands;

    LegacyRules(OneNetLegacySettings settings, SimulatorLoop loop, BrokerControl broker) {
        this.settings = settings;
        this.broker = broker;
        this.registry = new LegacyRegistry(settings.products());
        this.logins = new LoginCheck(settings, registry);
        this.packets = new PacketParser(settings.floatOrder());
        this.commands = new LegacyCommands(broker, loop);
    }

    LegacyRegistry registry() {
        return registry;
    }

    LegacyCommands commands() {
        return commands;
    }

    BrokerControl broker() {
        return broker;
    }

    /** Messages to devices go with QoS 0 and none is kept. */
    @Override
    public BrokerTraits traits(int protocolLevel) {
        return new BrokerTraits(0, false, settings.will(), MAX_IN_FLIGHT, 1);
    }

    @Override
    public Login login(ConnectRequest request) {
        return logins.check(request);
    }

    @Override
    public String claimedIdentity(ConnectRequest request) {
        return request.userName() + "/" + request.clientId();
    }

    @Override
    public void connected(Peer peer) {
        // State is read from the broker when asked for, so there is nothing to note.
    }

    @Override
    public void disconnected(Peer peer) {
        // As above.
    }

    @Override
    public int grant(Peer peer, String filter, int requestedQos) {
        boolean room = peer.filters().contains(filter) || peer.filters().size() < MAX_SUBSCRIPTIONS;
        return room && Topics.isOwn(filter) ? 0 : -1;
    }

    @Override
    public PublishVerdict judge(Peer peer, Message message) {
        String topic = message.topic();
        if (message.qos() > 1) {
            return PublishVerdict.close(Disposition.REFUSED_QOS, CLOSE);
        }
        if (topic.equals(Topics.DATA)) {
            return isLegal(peer, message)
                    ? PublishVerdict.consume()
                    : PublishVerdict.drop(Disposition.DROPPED_ILLEGAL_DATA);
        }
        return topic.startsWith(Topics.ANSWER) || Topics.isOwn(topic)
                ? PublishVerdict.consume()
                : PublishVerdict.drop(Disposition.DROPPED_FOREIGN_TOPIC);
    }

    private boolean isLegal(Peer peer, Message message) {
        try {
            packets.parse(message.payload());
            return true;
        } catch (IOException illegal) {
            LOG.debug("client={} illegal data dropped: {}", peer.identity(), illegal.getMessage());
            return false;
        }
    }

    @Override
    public void handle(Peer peer, Message message) {
        DeviceState device = peer.context(DeviceState.class);
        if (message.topic().equals(Topics.DATA)) {
            store(device, message);
        } else if (message.topic().startsWith(Topics.ANSWER)) {
            commands.answered(device, message);
        } else {
            distribute(device.product(), message.topic(), message.payload());
        }
    }

    private void store(DeviceState device, Message message) {
        List<DataPoint> points;
        try {
            points = packets.parse(message.payload());
        } catch (IOException judgedBefore) {
            throw new IllegalStateException("Illegal data passed the check; this is a bug.", judgedBefore);
        }
        device.store(points);
        for (DataPoint point : points) {
            distribute(device.product(), Topics.ofStream(device.deviceId(), point.stream()), payload(point));
        }
    }

    /** No document says in which form a point reaches subscribers; it is the value alone here. */
    private static byte[] payload(DataPoint point) {
        if (point.value() instanceof BinaryData binary) {
            return binary.content();
        }
        return point.value() instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : Json.write(point.value());
    }

    /** Reaches the subscribers of one product; returns who they are. */
    List<String> distribute(ProductState product, String topic, byte[] payload) {
        Message message = Message.of(topic, payload, 0);
        return registry.all().stream()
                .filter(device -> device.product().equals(product))
                .map(DeviceState::identity)
                .filter(identity -> broker.isSubscribed(identity, topic) && broker.isOnline(identity))
                .filter(identity -> broker.deliver(identity, message) == DeliveryResult.SENT)
                .toList();
    }

    @Override
    public int deliveryQos(int publishQos, int grantedQos) {
        return 0;
    }
}
