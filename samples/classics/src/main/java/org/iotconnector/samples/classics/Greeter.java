package org.iotconnector.samples.classics;

import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;

/**
 * Exercise 9: one of two who answer each other, each on a topic of its own. Two such programs would talk for ever and fill
 * any quota; therefore each answers a limited number of times.
 */
public final class Greeter implements Exercise {
    private final MqttSession session;
    private final String name;
    private final String speaksTo;
    private int answersLeft;

    /** Hears on {@code hearsOn}, answers to {@code speaksTo}, and at most {@code answers} times. */
    public Greeter(MqttSession session, String name, String hearsOn, String speaksTo, int answers) {
        this.session = session;
        this.name = name;
        this.speaksTo = speaksTo;
        this.answersLeft = answers;
        session.subscribe(hearsOn, this::answer);
    }

    /** Says the first word; one of the two has to. */
    public void begin() {
        session.publish(Publication.text(speaksTo, "hello, I am " + name));
    }

    private void answer(Message message) {
        System.out.println(name + " hears: " + message.text());
        if (answersLeft == 0) {
            System.out.println(name + " has said enough");
            return;
        }
        answersLeft--;
        session.publish(Publication.text(speaksTo, "hello from " + name));
    }
}
