package org.iotconnector.benchmarks.soak;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.iotconnector.tck.net.Direction;
import org.iotconnector.tck.net.FaultProxy;

/** What the soak does to the network between one of its sessions and the broker. */
enum Fault {
    RESET(4) {
        @Override
        void strike(FaultProxy proxy, Random random) {
            proxy.cut();
        }
    },
    FINISH(2) {
        @Override
        void strike(FaultProxy proxy, Random random) {
            proxy.finish();
        }
    },
    HALF_CLOSE(2) {
        @Override
        void strike(FaultProxy proxy, Random random) {
            proxy.halfClose(direction(random));
        }
    },
    CUT_IN_PACKET(6) {
        @Override
        void strike(FaultProxy proxy, Random random) {
            proxy.cutAfter(direction(random), 1 + random.nextInt(300));
        }
    },
    LOST_ANSWERS(4) {
        @Override
        void strike(FaultProxy proxy, Random random) {
            proxy.hold(Direction.DOWN);
        }
    },
    BLACK_HOLE(1) {
        @Override
        void strike(FaultProxy proxy, Random random) {
            if (random.nextInt(3) == 0) {
                proxy.swallow(Direction.values());
            } else {
                proxy.swallow(direction(random));
            }
        }
    },
    DELAY(1) {
        @Override
        void strike(FaultProxy proxy, Random random) {
            proxy.delay(direction(random), Duration.ofMillis(1 + random.nextInt(50)));
        }
    },
    SLOW_BYTES(1) {
        @Override
        void strike(FaultProxy proxy, Random random) {
            proxy.trickle(direction(random), 1 + random.nextInt(20), Duration.ofMillis(1));
        }
    };

    private final int weight;

    Fault(int weight) {
        this.weight = weight;
    }

    abstract void strike(FaultProxy proxy, Random random);

    /** Whether the connection survives it, so that the soak has to end it. */
    boolean lasting() {
        return this == DELAY || this == SLOW_BYTES || this == LOST_ANSWERS;
    }

    static Fault draw(Random random) {
        List<Fault> all = List.of(values());
        int left = random.nextInt(all.stream().mapToInt(fault -> fault.weight).sum());
        for (Fault fault : all) {
            left -= fault.weight;
            if (left < 0) {
                return fault;
            }
        }
        throw new IllegalStateException("unreachable");
    }

    private static Direction direction(Random random) {
        return random.nextBoolean() ? Direction.UP : Direction.DOWN;
    }
}
