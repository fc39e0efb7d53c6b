package org.iotconnector.tck;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.iotconnector.core.session.MqttTransport.Outcome;
import org.iotconnector.core.session.Publication;

/** One PUBLISH. It has one outcome; later ones do nothing. Thread-safe. */
public final class PublishRequest {
    private final Publication publication;
    private final Consumer<Outcome> answer;
    private final AtomicBoolean answered = new AtomicBoolean();

    PublishRequest(Publication publication, Consumer<Outcome> answer) {
        this.publication = publication;
        this.answer = answer;
    }

    /** What is published. */
    public Publication publication() {
        return publication;
    }

    /** Its payload as text. */
    public String text() {
        return new String(publication.payload().toArray(), StandardCharsets.UTF_8);
    }

    /** Whether it has no outcome yet. */
    public boolean isOpen() {
        return !answered.get();
    }

    /** The server has taken it. */
    public void acknowledge() {
        end(new Outcome.Acknowledged());
    }

    /** The server refuses it with an MQTT 5 reason code. */
    public void refuse(int reasonCode, String reason) {
        end(new Outcome.Refused(reasonCode, reason));
    }

    /** It cannot be sent at all. */
    public void declareUnsendable(String reason) {
        end(new Outcome.Unsendable(reason));
    }

    /** The connection ended first. */
    public void lose() {
        end(new Outcome.Lost());
    }

    private void end(Outcome outcome) {
        if (answered.compareAndSet(false, true)) {
            answer.accept(outcome);
        }
    }

    @Override
    public String toString() {
        return "PublishRequest[" + publication.topic() + " " + text() + "]";
    }
}
