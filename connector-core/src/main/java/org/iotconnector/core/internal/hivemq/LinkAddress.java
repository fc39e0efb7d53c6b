package org.iotconnector.core.internal.hivemq;

import java.net.InetSocketAddress;

/**
 * The server's address as a HiveMQ client keeps it for its whole life. It carries what the client has no place for: which of
 * the host's addresses the next attempt takes, and who watches the channel; {@link ChannelEntrance} reads both.
 */
final class LinkAddress extends InetSocketAddress {
    private static final long serialVersionUID = 1L;

    private final transient ChannelWatch watch;
    private transient volatile InetSocketAddress target;

    LinkAddress(InetSocketAddress first, ChannelWatch watch) {
        super(first.getAddress(), first.getPort());
        this.watch = watch;
        this.target = first;
    }

    /** The next attempt goes there. */
    void aim(InetSocketAddress next) {
        target = next;
    }

    InetSocketAddress target() {
        return target;
    }

    ChannelWatch watch() {
        return watch;
    }
}
