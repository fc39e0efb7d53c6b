package org.iotconnector.simulator.internal.onenet.push;

import java.util.ArrayList;
import java.util.List;
import org.iotconnector.simulator.internal.onenet.Notices.Notice;
import org.iotconnector.simulator.internal.onenet.OneNetCloud;
import org.iotconnector.simulator.onenet.PushAttempt;
import org.iotconnector.simulator.onenet.PushTarget;

/** Delivery of the platform's notices to all servers of the settings. To be used on the loop thread. */
public final class Pushes {
    private static final int MAX_ATTEMPTS = 1000;

    private record Destination(PushTarget target, PushDelivery delivery) {}

    private final List<Destination> destinations = new ArrayList<>();
    private final List<PushAttempt> attempts = new ArrayList<>();
    private final OneNetCloud cloud;
    private boolean started;

    /** Prepares it; nothing is sent before {@link #start}. */
    public Pushes(OneNetCloud cloud) {
        this.cloud = cloud;
        List<PushTarget> targets = cloud.settings().pushTargets();
        if (!targets.isEmpty()) {
            PushClient client = new PushClient(cloud.loop());
            targets.forEach(target -> destinations.add(
                    new Destination(target, new PushDelivery(target, client, cloud.loop(), this::log))));
            cloud.notices().subscribe(this::push);
        }
    }

    /** Verifies the servers; has no effect when called again. */
    public void start() {
        if (!started) {
            started = true;
            destinations.forEach(destination -> destination.delivery().start());
        }
    }

    /** The last thousand attempts, oldest first. */
    public List<PushAttempt> attempts() {
        return List.copyOf(attempts);
    }

    private void push(Notice notice) {
        destinations.forEach(destination ->
                PushMessage.of(destination.target().form(), notice).ifPresent(destination.delivery()::accept));
    }

    private void log(PushAttempt attempt) {
        attempts.add(attempt);
        if (attempts.size() > MAX_ATTEMPTS) {
            attempts.remove(0);
        }
        cloud.broker().changed();
    }
}
