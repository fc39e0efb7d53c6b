package org.iotconnector.simulator.internal.siot.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.iotconnector.simulator.internal.spi.BrokerControl;
import org.iotconnector.simulator.internal.spi.Message;
import org.iotconnector.simulator.siot.SiotGeneration;
import org.iotconnector.simulator.siot.SiotRule;
import org.iotconnector.simulator.siot.SiotSettings;

/** Takes messages from all sides, stores those that are to be stored, and sends those that come from the server's own page. */
public final class Desk {
    private static final String ARROW = "->";

    private final SiotSettings settings;
    private final SiotStore store;
    private final TopicForm form;
    private final BrokerControl broker;

    /** What it works with. */
    public Desk(SiotSettings settings, SiotStore store, TopicForm form, BrokerControl broker) {
        this.settings = settings;
        this.store = store;
        this.form = form;
        this.broker = broker;
    }

    /**
     * Sends as the web page and {@code /publish} do.
     *
     * @return to whom it went
     * @throws IllegalArgumentException if there cannot be such a topic
     */
    public List<String> send(String topic, String text) {
        if (!form.takes(topic)) {
            throw new IllegalArgumentException(
                    "Topic [" + topic + "] is not of the form " + form.words() + "; give one of that form.");
        }
        store.makeDevice(topic);
        if (!isInstruction(text)) {
            store.add(topic, text);
        }
        byte[] payload = delivered(text).getBytes(StandardCharsets.UTF_8);
        List<String> receivers = broker.distribute(Message.of(topic, payload, 0));
        broker.changed();
        return receivers;
    }

    /** Notes a message that came over MQTT. */
    public void receive(Message message) {
        store.makeDevice(message.topic());
        boolean stored = settings.generation() == SiotGeneration.V2
                ? message.qos() > 0
                : !(settings.has(SiotRule.ARROW_OVER_MQTT) && isInstruction(message.text()));
        if (stored) {
            store.add(message.topic(), message.text());
        }
    }

    /** Whether subscribers get another text than was sent. */
    public boolean changes(Message message) {
        return !delivered(message.text()).equals(message.text());
    }

    /** Sends a message that came over MQTT, with the text that subscribers get. */
    public void forward(Message message) {
        byte[] payload = delivered(message.text()).getBytes(StandardCharsets.UTF_8);
        boolean retain = message.retain() && settings.has(SiotRule.RETAIN);
        broker.distribute(Message.of(message.topic(), payload, message.qos(), retain, message.properties()));
    }

    private String delivered(String text) {
        return settings.has(SiotRule.STRIP_ARROW) && isInstruction(text) ? text.substring(ARROW.length()) : text;
    }

    private boolean isInstruction(String text) {
        return settings.generation() == SiotGeneration.V1 && text.startsWith(ARROW);
    }
}
