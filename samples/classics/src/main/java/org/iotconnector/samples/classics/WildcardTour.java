package org.iotconnector.samples.classics;

import java.util.List;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;

/**
 * Exercise 10: shows which topics a filter lets through. {@code #} stands for every level from here on, {@code +} for
 * exactly one level.
 */
public final class WildcardTour implements Exercise {
    private static final List<String> FILTERS = List.of("/Sensor/temperature/#", "/Sensor/+/room1");
    private static final List<String> TOPICS = List.of(
            "/Sensor/temperature",
            "/Sensor/temperature/room1",
            "/Sensor/temperature/room2/window",
            "/Sensor/humidity/room1",
            "/Sensor/humidity/room2");

    private final MqttSession session;
    private int next;

    /** Subscribes to both filters. */
    public WildcardTour(MqttSession session) {
        this.session = session;
        for (String filter : FILTERS) {
            session.subscribe(filter, message -> System.out.println(filter + " lets through " + message.topic()));
        }
    }

    /** Publishes to the next topic of the tour. */
    @Override
    public void step() {
        session.publish(Publication.text(TOPICS.get(next), "21"));
        next = (next + 1) % TOPICS.size();
    }
}
