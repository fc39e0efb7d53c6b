package org.iotconnector.samples.classics;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.iotconnector.simulator.Simulator;

/** A broker in this process, and somebody who says the words of a lesson there, one a second. */
final class SimulatedBroker implements AutoCloseable {
    static final String EASYIOT_ID = "demo";
    static final String EASYIOT_PWD = "demo-pwd";
    static final String EASYIOT_TOPIC = "lamptopic";

    private final Simulator simulator = Simulator.builder()
            .mqtt(mqtt -> {})
            .easyiot(easyIot -> easyIot.account(EASYIOT_ID, EASYIOT_PWD, EASYIOT_TOPIC))
            .start();
    private final ScheduledExecutorService somebody = Executors.newSingleThreadScheduledExecutor();
    private int said;

    Broker address(Lesson lesson, String id) {
        return Broker.open(
                (lesson == Lesson.EASYIOT ? simulator.easyiot() : simulator.mqtt())
                        .mqttUri()
                        .toString(),
                id);
    }

    /** Begins to say the words, if the lesson has any. */
    void speak(Lesson lesson, String id) {
        if (!lesson.words().isEmpty()) {
            somebody.scheduleAtFixedRate(() -> say(lesson, lesson.topic(id)), 0, 1, TimeUnit.SECONDS);
        }
    }

    private void say(Lesson lesson, String topic) {
        String word = lesson.words().get(said++ % lesson.words().size());
        System.out.println("somebody says " + word + " on " + topic);
        if (lesson == Lesson.EASYIOT) {
            simulator.easyiot().device(topic).send(word);
        } else {
            simulator.mqtt().publish(topic, word, 1, false);
        }
    }

    @Override
    public void close() {
        somebody.shutdownNow();
        simulator.close();
    }
}
