package org.iotconnector.samples.classics;

import java.time.Duration;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;

/** Exercise 2: publishes one message and waits until the broker has it. */
public final class PublishOnce implements Exercise {
    private final MqttSession session;
    private final Publication publication;

    /** What to publish, and on which session. */
    public PublishOnce(MqttSession session, Publication publication) {
        this.session = session;
        this.publication = publication;
    }

    @Override
    public void step() {
        session.publish(publication).acknowledged().join();
        System.out.println("published to " + publication.topic());
    }

    /** Once is once: a day is longer than the exercise. */
    @Override
    public Duration period() {
        return Duration.ofDays(1);
    }
}
