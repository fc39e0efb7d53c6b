package org.iotconnector.tck;

import java.time.Duration;
import java.util.function.Consumer;
import org.iotconnector.tck.net.Direction;
import org.iotconnector.tck.net.FaultProxy;

/** What can happen on the way to a broker, and whether the connection survives it. */
enum Hazard {
    DELAY(true, proxy -> {
        proxy.delay(Direction.UP, Duration.ofMillis(40));
        proxy.delay(Direction.DOWN, Duration.ofMillis(40));
    }),
    SLOW_BYTES(true, proxy -> {
        proxy.trickle(Direction.UP, 7, Duration.ofMillis(1));
        proxy.trickle(Direction.DOWN, 3, Duration.ofMillis(1));
    }),
    RESET(false, FaultProxy::cut),
    END(false, FaultProxy::finish),
    HALF_CLOSE_UP(false, proxy -> proxy.halfClose(Direction.UP)),
    HALF_CLOSE_DOWN(false, proxy -> proxy.halfClose(Direction.DOWN)),
    CUT_IN_A_PACKET_UP(false, proxy -> proxy.cutAfter(Direction.UP, 31)),
    CUT_IN_A_PACKET_DOWN(false, proxy -> proxy.cutAfter(Direction.DOWN, 9)),
    BLACK_HOLE_UP(false, proxy -> proxy.swallow(Direction.UP)),
    BLACK_HOLE_DOWN(false, proxy -> proxy.swallow(Direction.DOWN)),
    BLACK_HOLE(false, proxy -> proxy.swallow(Direction.UP, Direction.DOWN));

    private final boolean survived;

    @SuppressWarnings("ImmutableEnumChecker") // The lambdas above capture nothing.
    private final Consumer<FaultProxy> strike;

    Hazard(boolean survived, Consumer<FaultProxy> strike) {
        this.survived = survived;
        this.strike = strike;
    }

    void strike(FaultProxy proxy) {
        strike.accept(proxy);
    }

    boolean survived() {
        return survived;
    }
}
