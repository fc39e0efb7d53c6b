package org.iotconnector.samples.classics;

import java.util.HashSet;
import java.util.Set;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.SessionState;

/** Exercise 12: walk away from the access point and see how far the radio reaches. */
public final class RangeTest implements Exercise {
    private final MqttSession session;
    private final String topic;
    private final Set<Integer> unanswered = new HashSet<>();
    private int sent;
    private int resends;
    private int outages;
    private boolean connected;

    /** Publishes a numbered message to {@code topic} at every step. */
    public RangeTest(MqttSession session, String topic) {
        this.session = session;
        this.topic = topic;
        session.onState(this::watch);
    }

    @Override
    public void step() {
        int number = begin();
        session.publish(Publication.text(topic, "message " + number))
                .acknowledged()
                .thenRun(() -> end(number));
    }

    private synchronized int begin() {
        unanswered.add(++sent);
        return sent;
    }

    private synchronized void end(int number) {
        unanswered.remove(number);
        System.out.println("message " + number + " arrived; " + summary());
    }

    // What the broker had not acknowledged when the line broke is sent again by the session.
    private synchronized void watch(SessionState state) {
        if (connected && state.phase() == SessionPhase.WAITING) {
            outages++;
            resends += unanswered.size();
            System.out.println("outage " + outages + "; " + summary());
        }
        connected = state.phase().connected();
    }

    /** The counts so far, in one line. */
    public synchronized String summary() {
        int arrived = sent - unanswered.size();
        return "sent " + sent + ", arrived " + arrived + ", resends " + resends + ", outages " + outages;
    }
}
