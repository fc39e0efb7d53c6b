package org.iotconnector.easyiot.internal;

import java.util.concurrent.atomic.AtomicBoolean;
import org.iotconnector.core.session.TopicName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that a message is longer than boards can take. The message is sent whole all the same. Thread-safe. */
final class LengthWarning {
    /**
     * Modules and the console of SIoT V1 end there; the server's own limit is not known. DFRobot libraries, read 2026-11.
     */
    static final int LONGEST = 255;

    private static final Logger LOG = LoggerFactory.getLogger(LengthWarning.class);

    private final String device;
    private final AtomicBoolean said = new AtomicBoolean();

    LengthWarning(String device) {
        this.device = device;
    }

    void look(TopicName topic, String text) {
        int length = text.codePointCount(0, text.length());
        if (length <= LONGEST) {
            return;
        }
        if (said.compareAndSet(false, true)) {
            LOG.warn(
                    "{}: a message of {} characters goes to {}; boards and consoles of this platform end at {} and may"
                            + " cut or drop it",
                    device,
                    length,
                    topic,
                    LONGEST);
        } else {
            LOG.debug("{}: a message of {} characters goes to {}", device, length, topic);
        }
    }
}
