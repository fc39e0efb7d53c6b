package org.iotconnector.samples.classics;

import java.time.Duration;
import java.util.function.IntSupplier;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;

/** Exercise 4: publishes what an analogue-to-digital converter reads, every 200 ms. */
public final class AdcReporter implements Exercise {
    private final MqttSession session;
    private final String topic;
    private final IntSupplier adc;

    /** Reads {@code adc} and publishes to {@code topic}. */
    public AdcReporter(MqttSession session, String topic, IntSupplier adc) {
        this.session = session;
        this.topic = topic;
        this.adc = adc;
    }

    @Override
    public void step() {
        String value = Integer.toString(adc.getAsInt());
        // QoS 0: a lost value hurts nobody, the next one comes at once.
        session.publish(Publication.text(topic, value).withQos(QualityOfService.AT_MOST_ONCE));
        System.out.println("adc reads " + value);
    }

    @Override
    public Duration period() {
        return Duration.ofMillis(200);
    }
}
