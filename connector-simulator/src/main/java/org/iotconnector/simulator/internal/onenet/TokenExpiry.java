package org.iotconnector.simulator.internal.onenet;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.iotconnector.simulator.internal.time.SimulatorLoop;

/** Watches the tokens of connected devices, for platforms that close when one expires. */
final class TokenExpiry {
    /** Tokens that live longer are as good as endless; some hold milliseconds, which no timer can wait for. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(365);

    private final Map<String, Runnable> timers = new HashMap<>();
    private final SimulatorLoop loop;

    TokenExpiry(SimulatorLoop loop) {
        this.loop = loop;
    }

    /** Runs {@code onExpiry} in the first second in which the token is no longer good. */
    void watch(DeviceLogin login, Runnable onExpiry) {
        long seconds = login.tokenExpiry() + 1 - loop.clock().instant().getEpochSecond();
        if (seconds < LONGEST_WAIT.toSeconds()) {
            timers.put(login.device().identity(), loop.schedule(Duration.ofSeconds(seconds), onExpiry));
        }
    }

    /** The device's connection has ended. */
    void forget(DeviceState device) {
        Runnable cancel = timers.remove(device.identity());
        if (cancel != null) {
            cancel.run();
        }
    }
}
