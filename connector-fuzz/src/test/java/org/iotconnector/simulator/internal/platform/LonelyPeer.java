package org.iotconnector.simulator.internal.platform;

import java.util.Set;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.internal.spi.Login;
import org.iotconnector.simulator.internal.spi.Peer;

/** A client that is logged in and has no connection, so that nothing can be sent to it. */
final class LonelyPeer implements Peer {
    private final Login.Accepted login;

    LonelyPeer(Login.Accepted login) {
        this.login = login;
    }

    @Override
    public String identity() {
        return login.identity();
    }

    @Override
    public <T> T context(Class<T> type) {
        return type.cast(login.context());
    }

    @Override
    public int protocolLevel() {
        return 4;
    }

    @Override
    public Transport transport() {
        return Transport.TCP;
    }

    @Override
    public Set<String> filters() {
        return Set.of();
    }
}
