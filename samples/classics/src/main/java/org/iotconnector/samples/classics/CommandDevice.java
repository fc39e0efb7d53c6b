package org.iotconnector.samples.classics;

import java.time.Duration;
import java.util.function.IntSupplier;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;

/**
 * Exercise 6: the device of many courses. It takes {@code on}, {@code off}, {@code toggle} and {@code getTH} on the
 * topic {@code <id>}, answers on {@code <id>After}, and reports {@code t=<n>} there every 5 s. Where the originals
 * restart the board when the connection is lost, the session connects again and keeps subscriptions and messages.
 */
public final class CommandDevice implements Exercise {
    private final MqttSession session;
    private final String answers;
    private final IntSupplier thermometer;
    private boolean on;

    /** Obeys on the topic {@code id}. */
    public CommandDevice(MqttSession session, String id, IntSupplier thermometer) {
        this.session = session;
        this.answers = id + "After";
        this.thermometer = thermometer;
        session.subscribe(id, this::obey);
        session.onState(state -> System.out.println("device is " + state));
    }

    private void obey(Message message) {
        switch (message.text()) {
            case "on" -> turn(true);
            case "off" -> turn(false);
            case "toggle" -> turn(!on);
            case "getTH" -> step();
            default -> System.out.println("device does not know [" + message.text() + "]");
        }
    }

    private void turn(boolean wanted) {
        on = wanted;
        answer("on-" + (on ? 1 : 0));
    }

    @Override
    public void step() {
        answer("t=" + thermometer.getAsInt());
    }

    private void answer(String text) {
        System.out.println("device says " + text);
        session.publish(Publication.text(answers, text));
    }

    @Override
    public Duration period() {
        return Duration.ofSeconds(5);
    }
}
