package org.iotconnector.simulator.internal.aliyun;

import org.iotconnector.simulator.Disposition;
import org.iotconnector.simulator.aliyun.AliyunSettings;
import org.iotconnector.simulator.aliyun.DeviceReply;
import org.iotconnector.simulator.internal.platform.PendingCalls;
import org.iotconnector.simulator.internal.platform.ReplyFaults;
import org.iotconnector.simulator.internal.spi.BrokerControl;
import org.iotconnector.simulator.internal.spi.BrokerTraits;
import org.iotconnector.simulator.internal.spi.ConnectRequest;
import org.iotconnector.simulator.internal.spi.Login;
import org.iotconnector.simulator.internal.spi.Message;
import org.iotconnector.simulator.internal.spi.Peer;
import org.iotconnector.simulator.internal.spi.PlatformRules;
import org.iotconnector.simulator.internal.spi.PublishVerdict;
import org.iotconnector.simulator.internal.spi.Refusal;
import org.iotconnector.simulator.internal.time.SimulatorLoop;
import org.jspecify.annotations.Nullable;

/** The Aliyun platform towards the broker. Alibaba Cloud, "MQTT" and "Limits", read 2026-11-21. */
final class AliyunRules implements PlatformRules {
    private static final int MAX_PAYLOAD_BYTES = 256 * 1024;
    private static final int MAX_SUBSCRIPTIONS = 100;
    private static final int MAX_IN_FLIGHT = 100;
    private static final int MAX_QUEUED = 1000;
    private static final int PACKET_TOO_LARGE = 0x95;
    private static final int QOS_NOT_SUPPORTED = 0x9B;
    private static final int CONNECTION_RATE_EXCEEDED = 0x9F;

    private final AliyunSettings settings;
    private final LoginCheck logins;
    private final RateLimits limits;
    private final BrokerControl broker;
    private final Downlinks downlinks;
    private final Uplinks uplinks;

    AliyunRules(AliyunSettings settings, DeviceRegistry devices, SimulatorLoop loop, BrokerControl broker) {
        this.settings = settings;
        this.logins = new LoginCheck(devices, settings);
        this.limits = new RateLimits(loop.clock(), settings.rateLimits());
        this.broker = broker;
        PendingCalls<DeviceReply> pending = new PendingCalls<>(loop);
        this.downlinks = new Downlinks(broker, pending, limits);
        AlinkRequests requests = new AlinkRequests(loop.clock(), settings.strictEnvelope());
        this.uplinks = new Uplinks(
                requests,
                new RawCalls(requests),
                pending,
                new ReplySender(downlinks, new ReplyFaults(broker, loop)),
                loop.clock());
    }

    Downlinks downlinks() {
        return downlinks;
    }

    BrokerControl broker() {
        return broker;
    }

    /** Retained messages and Wills exist with MQTT 5 only. */
    @Override
    public BrokerTraits traits(int protocolLevel) {
        boolean mqtt5 = protocolLevel >= 5;
        return new BrokerTraits(1, mqtt5, mqtt5, MAX_IN_FLIGHT, MAX_QUEUED);
    }

    @Override
    public Login login(ConnectRequest request) {
        String identity = claimedIdentity(request);
        if (identity != null && !limits.allows(RateLimits.Limit.CONNECT, identity)) {
            return new Login.Refused(new Refusal(3, CONNECTION_RATE_EXCEEDED, "more than 5 connects within a minute"));
        }
        return logins.check(request);
    }

    @Override
    public @Nullable String claimedIdentity(ConnectRequest request) {
        return UserName.parse(request.userName()).map(UserName::identity).orElse(null);
    }

    @Override
    public void connected(Peer peer) {
        device(peer).activate();
    }

    @Override
    public void disconnected(Peer peer) {
        // State is read from the broker when asked for, so there is nothing to note.
    }

    @Override
    public int grant(Peer peer, String filter, int requestedQos) {
        boolean room = !settings.rateLimits()
                || peer.filters().contains(filter)
                || peer.filters().size() < MAX_SUBSCRIPTIONS;
        return room && Topics.isOwn(device(peer), filter) ? Math.min(requestedQos, 1) : -1;
    }

    @Override
    public PublishVerdict judge(Peer peer, Message message) {
        if (message.payload().length > MAX_PAYLOAD_BYTES) {
            return PublishVerdict.close(Disposition.REFUSED_TOO_LARGE, PACKET_TOO_LARGE);
        }
        if (message.qos() > 1) {
            return PublishVerdict.close(Disposition.REFUSED_QOS, QOS_NOT_SUPPORTED);
        }
        RateLimits.Limit limit = message.qos() == 0 ? RateLimits.Limit.UPLINK_QOS0 : RateLimits.Limit.UPLINK_QOS1;
        if (!limits.allows(limit, peer.identity())) {
            return PublishVerdict.ignore(Disposition.DROPPED_RATE_LIMIT);
        }
        return Topics.isOwn(device(peer), message.topic())
                ? PublishVerdict.consume()
                : PublishVerdict.drop(Disposition.DROPPED_FOREIGN_TOPIC);
    }

    @Override
    public void handle(Peer peer, Message message) {
        uplinks.handle(device(peer), message);
    }

    /** The publisher decides; what the subscriber asked for is ignored. */
    @Override
    public int deliveryQos(int publishQos, int grantedQos) {
        return Math.min(publishQos, 1);
    }

    private static DeviceState device(Peer peer) {
        return peer.context(DeviceLogin.class).device();
    }
}
