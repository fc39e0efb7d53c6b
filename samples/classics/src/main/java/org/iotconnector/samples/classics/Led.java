package org.iotconnector.samples.classics;

import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;

/** Exercise 3: an LED that obeys {@code on}, {@code off} and {@code toggle}, and leaves its state on the broker. */
public final class Led implements Exercise {
    private final MqttSession session;
    private final String stateTopic;
    private boolean lit;

    /** Obeys on {@code topic}; the state is on {@code topic/state}. */
    public Led(MqttSession session, String topic) {
        this.session = session;
        this.stateTopic = topic + "/state";
        session.subscribe(topic, this::obey);
    }

    // One subscription's messages come one at a time, so that the field needs no lock.
    private void obey(Message message) {
        switch (message.text()) {
            case "on" -> lit = true;
            case "off" -> lit = false;
            case "toggle" -> lit = !lit;
            default -> {
                System.out.println("led does not know [" + message.text() + "]; send on, off or toggle");
                return;
            }
        }
        System.out.println("led is " + state());
        session.publish(Publication.text(stateTopic, state()).asRetained());
    }

    private String state() {
        return lit ? "on" : "off";
    }
}
