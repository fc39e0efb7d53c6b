package org.iotconnector.samples.classics;

import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MqttSession;

/** Exercise 8, the other half: hears the count and notices what is missing. */
public final class CountingSubscriber implements Exercise {
    private int last;

    /** Listens on {@code topic}. */
    public CountingSubscriber(MqttSession session, String topic) {
        session.subscribe(topic, this::hear);
    }

    private void hear(Message message) {
        if (!message.text().matches("[0-9]{1,9}")) {
            System.out.println("subscriber hears [" + message.text() + "], which is no count");
            return;
        }
        int count = Integer.parseInt(message.text());
        System.out.println("subscriber hears " + count
                + (last > 0 && count > last + 1 ? " and missed " + (count - last - 1) : ""));
        last = count;
    }
}
