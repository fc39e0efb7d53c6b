package org.iotconnector.core.internal.session;

import java.time.Duration;
import java.util.function.Consumer;
import org.iotconnector.core.internal.concurrent.Mailbox;
import org.iotconnector.core.session.Registration;
import org.iotconnector.core.session.TimeSource;

/** The session's timers; each holds at most one task, which runs on the mailbox unless it was cancelled. */
final class SessionTimers {
    private static final Registration NONE = () -> {};

    private final TimeSource time;
    private final Mailbox mailbox;
    private final Consumer<String> fired;

    private Registration retry = NONE;
    private Registration connect = NONE;
    private Registration stable = NONE;
    private Registration renewal = NONE;
    private Registration liveness = NONE;

    /** {@code fired} is told the name of each that runs. */
    SessionTimers(TimeSource time, Mailbox mailbox, Consumer<String> fired) {
        this.time = time;
        this.mailbox = mailbox;
        this.fired = fired;
    }

    void retry(Duration delay, Runnable task) {
        retry.close();
        retry = arm("retry", delay, task);
    }

    void connect(Duration delay, Runnable task) {
        connect.close();
        connect = arm("connect timeout", delay, task);
    }

    void stable(Duration delay, Runnable task) {
        stable.close();
        stable = arm("stable", delay, () -> {
            // What is over must not keep its task in memory, since sessions last.
            stable = NONE;
            task.run();
        });
    }

    /** For the end of the credentials: first when it comes near, then for how long it may be put off. */
    void renewal(Duration delay, Runnable task) {
        renewal.close();
        renewal = arm("renewal", delay, task);
    }

    /** For the next look whether the connection is alive. */
    void liveness(Duration delay, Runnable task) {
        liveness.close();
        liveness = arm("liveness", delay, task);
    }

    /** The connection attempt has ended well. */
    void connected() {
        connect.close();
        connect = NONE;
    }

    void cancelAll() {
        retry.close();
        connect.close();
        stable.close();
        renewal.close();
        liveness.close();
        retry = NONE;
        connect = NONE;
        stable = NONE;
        renewal = NONE;
        liveness = NONE;
    }

    private Registration arm(String name, Duration delay, Runnable task) {
        return time.schedule(
                delay,
                () -> mailbox.post(() -> {
                    fired.accept(name);
                    task.run();
                }));
    }
}
