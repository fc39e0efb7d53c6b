package org.iotconnector.easyiot.broker;

import java.util.Set;
import org.iotconnector.simulator.internal.spi.BrokerControl;
import org.iotconnector.simulator.internal.spi.BrokerTraits;
import org.iotconnector.simulator.internal.spi.ConnectRequest;
import org.iotconnector.simulator.internal.spi.Login;
import org.iotconnector.simulator.internal.spi.Message;
import org.iotconnector.simulator.internal.spi.Peer;
import org.iotconnector.simulator.internal.spi.PlatformRules;
import org.iotconnector.simulator.internal.spi.PublishVerdict;
import org.iotconnector.simulator.internal.spi.Refusal;

/** One login, some topics, and every message to everybody who subscribed, its sender included. */
final class SharedTopicRules implements PlatformRules {
    private final BrokerControl broker;
    private final String user;
    private final String password;
    private final Set<String> topics;

    SharedTopicRules(BrokerControl broker, String user, String password, Set<String> topics) {
        this.broker = broker;
        this.user = user;
        this.password = password;
        this.topics = topics;
    }

    BrokerControl broker() {
        return broker;
    }

    @Override
    public BrokerTraits traits(int protocolLevel) {
        return new BrokerTraits(2, true, true, 100, 100);
    }

    @Override
    public Login login(ConnectRequest request) {
        return user.equals(request.userName()) && password.equals(request.password())
                ? new Login.Accepted(request.clientId(), user, request.keepAliveSeconds())
                : new Login.Refused(Refusal.badCredentials("wrong user name or password"));
    }

    @Override
    public String claimedIdentity(ConnectRequest request) {
        return request.clientId();
    }

    @Override
    public void connected(Peer peer) {
        broker.changed();
    }

    @Override
    public void disconnected(Peer peer) {
        broker.changed();
    }

    @Override
    public int grant(Peer peer, String filter, int requestedQos) {
        return topics.contains(filter) ? requestedQos : -1;
    }

    @Override
    public PublishVerdict judge(Peer peer, Message message) {
        return PublishVerdict.distribute();
    }

    @Override
    public void handle(Peer peer, Message message) {
        broker.changed();
    }
}
