package org.iotconnector.samples.classics;

import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;

/** Exercise 8, one half: counts aloud, once a second. */
public final class CountingPublisher implements Exercise {
    private final MqttSession session;
    private final String topic;
    private int count;

    /** Publishes to {@code topic}, such as {@code /public/count}. */
    public CountingPublisher(MqttSession session, String topic) {
        this.session = session;
        this.topic = topic;
    }

    @Override
    public void step() {
        count++;
        session.publish(Publication.text(topic, Integer.toString(count)));
        System.out.println("publisher says " + count);
    }
}
