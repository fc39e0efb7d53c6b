package org.iotconnector.mqtt.homie;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.mqtt.homie.internal.HomieForm;
import org.iotconnector.mqtt.homie.internal.HomieTopics;

/**
 * One command to one property.
 *
 * @param value where the device publishes values
 * @param target where it repeats commands
 * @param usesTarget whether it is known to do so
 */
record HomieCommand(Publication publication, TopicName value, TopicName target, boolean usesTarget) {

    /**
     * Checks the command.
     *
     * @throws MappingException if the device does not take it
     */
    static HomieCommand of(HomieDevice device, String node, String id, String payload) {
        String place = node + "/" + id;
        HomieProperty property = device.property(node, id)
                .orElseThrow(() -> new MappingException(place, "The device " + device.id() + " has no such property."));
        if (!property.settable()) {
            throw new MappingException(place, "It cannot be set; the device only reports it.");
        }
        String text = payload;
        HomieForm form = new HomieForm(
                device.version(),
                property.datatype(),
                property.datatype() == HomieDatatype.STRING ? "" : property.format());
        try {
            text = property.datatype() == HomieDatatype.STRING ? form.write(payload) : payload;
            form.read(text);
        } catch (MappingException wrong) {
            throw new MappingException(place, String.valueOf(wrong.getMessage()), wrong);
        }
        HomieTopics topics = new HomieTopics(device.version(), device.domain(), device.id());
        return new HomieCommand(
                new Publication(topics.set(node, id), Bytes.ofUtf8(text), qos(device, property), false),
                topics.value(node, id),
                topics.target(node, id),
                property.target().isPresent());
    }

    private static QualityOfService qos(HomieDevice device, HomieProperty property) {
        if (device.version() != HomieVersion.V5) {
            return QualityOfService.AT_LEAST_ONCE;
        }
        return property.retained() ? QualityOfService.EXACTLY_ONCE : QualityOfService.AT_MOST_ONCE;
    }

    CompletableFuture<HomieSetResult> send(MqttSession session, Duration timeout) {
        // The filter reaches the value itself and everything below it.
        Subscription answers = new Subscription(TopicFilter.of(value.text() + "/#"), QualityOfService.AT_LEAST_ONCE);
        AtomicBoolean answered = new AtomicBoolean();
        // The target and the value come at once, and only the first of them is the answer.
        return session.exchange(
                        publication,
                        answers,
                        message -> isAnswer(message) && answered.compareAndSet(false, true),
                        timeout)
                .thenApply(this::result);
    }

    /** What the broker kept from before answers nothing. */
    private boolean isAnswer(Message message) {
        if (message.retained()) {
            return false;
        }
        boolean onTarget = message.topic().equals(target) && message.payload().equals(publication.payload());
        return onTarget || (!usesTarget && message.topic().equals(value));
    }

    private HomieSetResult result(Message message) {
        return new HomieSetResult(
                message.topic().equals(target) ? HomieSetResult.Confirmation.TARGET : HomieSetResult.Confirmation.VALUE,
                message.text());
    }
}
