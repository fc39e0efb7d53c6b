package org.iotconnector.core.internal.hivemq;

import io.netty.channel.ChannelHandlerContext;
import java.time.Duration;
import java.util.Optional;
import org.iotconnector.core.session.Silence;
import org.jspecify.annotations.Nullable;

/** What is known of the newest channel of a {@link Connection}, and the way to end it. Written on the network thread. */
final class ChannelWatch {
    private volatile @Nullable ChannelHandlerContext entrance;
    private volatile long inboundAt;
    private volatile long askedAt;
    private volatile boolean asked;

    void attach(ChannelHandlerContext context) {
        inboundAt = System.nanoTime();
        asked = false;
        entrance = context;
    }

    void onInbound() {
        inboundAt = System.nanoTime();
        asked = false;
    }

    void onPing() {
        if (!asked) {
            askedAt = System.nanoTime();
            asked = true;
        }
    }

    /** How long the channel has been silent; empty when there is none. */
    Optional<Silence> silence() {
        ChannelHandlerContext context = entrance;
        if (context == null || !context.channel().isActive()) {
            return Optional.empty();
        }
        // Read before the clock, so that no time comes out negative.
        long askedThen = askedAt;
        boolean waiting = asked;
        long inboundThen = inboundAt;
        long now = System.nanoTime();
        return Optional.of(new Silence(
                Duration.ofNanos(now - inboundThen),
                waiting ? Optional.of(Duration.ofNanos(now - askedThen)) : Optional.empty()));
    }

    /** Ends the channel of now, connected or not, without a word to the server; a later channel is left alone. */
    Runnable cutter() {
        ChannelHandlerContext context = entrance;
        return () -> {
            if (context != null) {
                // From the entrance outwards: TLS would try to say goodbye first, and wait for it.
                context.close();
            }
        };
    }
}
