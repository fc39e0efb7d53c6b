package org.iotconnector.simulator.internal.onenet;

import java.net.InetAddress;
import java.time.Clock;
import org.iotconnector.simulator.Disposition;
import org.iotconnector.simulator.internal.platform.PendingCalls;
import org.iotconnector.simulator.internal.spi.BrokerControl;
import org.iotconnector.simulator.internal.spi.BrokerTraits;
import org.iotconnector.simulator.internal.spi.ConnectRequest;
import org.iotconnector.simulator.internal.spi.Login;
import org.iotconnector.simulator.internal.spi.Message;
import org.iotconnector.simulator.internal.spi.Peer;
import org.iotconnector.simulator.internal.spi.PlatformRules;
import org.iotconnector.simulator.internal.spi.PublishVerdict;
import org.iotconnector.simulator.internal.time.SimulatorLoop;
import org.iotconnector.simulator.onenet.DeviceReply;
import org.iotconnector.simulator.onenet.LoginRefusal;
import org.iotconnector.simulator.onenet.OneNetRule;
import org.iotconnector.simulator.onenet.OneNetSettings;
import org.jspecify.annotations.Nullable;

/** The OneNET platform towards the broker. OneNET, "MQTT suite" and Studio, "MQTT limits", read 2026-11. */
final class OneNetRules implements PlatformRules {
    private static final int MAX_PAYLOAD_BYTES = 256 * 1024;
    private static final int MAX_SUBSCRIPTIONS = 10;
    private static final int MAX_FILTERS_PER_PACKET = 8;
    /** MQTT 5 codes, which no client of this platform ever sees: it closes without a word. */
    private static final int CLOSE = 0x82;

    private final OneNetCloud cloud;
    private final BrokerControl broker;
    private final TokenExpiry expiry;
    private final LoginCheck logins;
    private final PublishRate rate;
    private final Presence presence;
    private final Uplinks uplinks;
    private final Recent<LoginRefusal> refusals = new Recent<>();

    OneNetRules(InetAddress address, OneNetSettings settings, SimulatorLoop loop, BrokerControl broker) {
        Clock clock = loop.clock();
        this.broker = broker;
        this.expiry = new TokenExpiry(loop);
        OneNetRegistry registry = new OneNetRegistry(settings.products(), clock);
        TokenCheck tokens = new TokenCheck(registry, settings, clock);
        Notices notices = new Notices();
        NoticeSender sender = new NoticeSender(notices, clock);
        AsyncCalls asyncCalls = new AsyncCalls(sender, clock);
        SentCommands sentCommands = new SentCommands();
        PendingCalls<DeviceReply> pending = new PendingCalls<>(loop);
        Downlinks downlinks = new Downlinks(broker, pending, asyncCalls, sentCommands);
        this.cloud = new OneNetCloud(address, settings, registry, tokens, notices, downlinks, broker, loop);
        this.logins = new LoginCheck(registry, settings, tokens, refusals, clock);
        this.rate = new PublishRate(clock);
        this.presence = new Presence(sender, clock);
        this.uplinks = new Uplinks(cloud, downlinks, pending, asyncCalls, sentCommands, sender, presence);
    }

    OneNetCloud cloud() {
        return cloud;
    }

    ImageCalls images() {
        return uplinks.images();
    }

    /** Lifts all bans. */
    void pardon() {
        logins.pardon();
    }

    Recent<LoginRefusal> refusals() {
        return refusals;
    }

    @Override
    public boolean answersUnknownVersion() {
        return false;
    }

    /** No session outlives its connection and nothing is kept, so one place in the queue is plenty. */
    @Override
    public BrokerTraits traits(int protocolLevel) {
        return new BrokerTraits(0, false, false, 1, 1);
    }

    @Override
    public Login login(ConnectRequest request) {
        return logins.check(request);
    }

    @Override
    public String claimedIdentity(ConnectRequest request) {
        return LoginCheck.identity(request);
    }

    @Override
    public void connected(Peer peer) {
        DeviceLogin login = peer.context(DeviceLogin.class);
        presence.online(login.device());
        if (cloud.settings().has(OneNetRule.CLOSE_AT_TOKEN_EXPIRY)) {
            expiry.watch(login, () -> broker.kick(login.device().identity(), CLOSE));
        }
    }

    @Override
    public void disconnected(Peer peer) {
        expiry.forget(device(peer));
        presence.offline(device(peer));
    }

    @Override
    public boolean allowsFilters(int count) {
        return count <= MAX_FILTERS_PER_PACKET;
    }

    @Override
    public int grant(Peer peer, String filter, int requestedQos) {
        boolean room = !cloud.settings().has(OneNetRule.SUBSCRIPTION_LIMIT)
                || peer.filters().contains(filter)
                || peer.filters().size() < MAX_SUBSCRIPTIONS;
        return room && Topics.isSubscribable(device(peer), filter) ? 0 : -1;
    }

    @Override
    public PublishVerdict judge(Peer peer, Message message) {
        DeviceState device = device(peer);
        Disposition offence = offence(device, message);
        if (offence != null) {
            return PublishVerdict.close(offence, CLOSE);
        }
        if (!rate.allows(device.identity())) {
            device.countPublishOverRate();
            if (cloud.settings().has(OneNetRule.PUBLISH_RATE)) {
                return PublishVerdict.ignore(Disposition.DROPPED_RATE_LIMIT);
            }
        }
        return PublishVerdict.consume();
    }

    private static @Nullable Disposition offence(DeviceState device, Message message) {
        if (message.qos() > 1) {
            return Disposition.REFUSED_QOS;
        }
        if (message.retain()) {
            return Disposition.REFUSED_RETAIN;
        }
        if (message.duplicate() && message.qos() == 0) {
            return Disposition.REFUSED_DUPLICATE;
        }
        if (message.payload().length > MAX_PAYLOAD_BYTES) {
            return Disposition.REFUSED_TOO_LARGE;
        }
        return Topics.isPublishable(device, message.topic()) ? null : Disposition.REFUSED_TOPIC;
    }

    @Override
    public void handle(Peer peer, Message message) {
        uplinks.handle(device(peer), message);
    }

    @Override
    public int deliveryQos(int publishQos, int grantedQos) {
        return 0;
    }

    private static DeviceState device(Peer peer) {
        return peer.context(DeviceLogin.class).device();
    }
}
