package org.iotconnector.samples.classics;

import org.iotconnector.core.Connector;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.session.Will;
import org.iotconnector.core.thing.Bytes;

/** A last exercise: lets everybody see who is there, by a retained Will. */
public final class Presence implements Exercise {
    private final MqttSession session;
    private final String topic;

    /** Keeps {@code online} or {@code offline} on {@code topic}. */
    public Presence(Connector connector, Broker broker, String topic) {
        this.topic = topic;
        Will will = new Will(TopicName.of(topic), Bytes.ofUtf8("offline"), QualityOfService.AT_LEAST_ONCE, true);
        this.session = connector.session(Broker.config(broker.login("presence").will(will)), this::announce);
    }

    // After every connect, since the Will may have been published meanwhile.
    private void announce(MqttSession connecting) {
        connecting.onState(state -> {
            if (state.phase() == SessionPhase.ONLINE) {
                connecting.publish(Publication.text(topic, "online").asRetained());
                System.out.println("device is online");
            }
        });
    }

    /** Says goodbye: no Will is published for who leaves in good order. */
    @Override
    public void end() {
        session.publish(Publication.text(topic, "offline").asRetained());
        session.close();
    }
}
