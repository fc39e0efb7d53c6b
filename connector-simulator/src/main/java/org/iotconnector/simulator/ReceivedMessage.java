package org.iotconnector.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/** One PUBLISH packet that reached the simulator, whatever became of it, or a Will that took effect. Immutable. */
public final class ReceivedMessage {
    private final long sequence;
    private final Instant time;
    private final String device;
    private final String topic;
    private final byte[] payload;
    private final int qos;
    private final boolean retain;
    private final boolean duplicate;
    private final Disposition disposition;

    /**
     * Describes one message; {@code payload} is copied.
     *
     * @param sequence position among all messages of the platform, from 1
     * @param time arrival, by the simulator's clock
     * @param device the sender as its platform names it, for example {@code a1Demo0Prod/lamp-1}
     * @param topic topic name of the packet
     * @param payload content, may be empty
     * @param qos 0, 1 or 2
     * @param retain the packet's retain flag
     * @param duplicate the packet's DUP flag
     * @param disposition what the platform did with it
     */
    public ReceivedMessage(
            long sequence,
            Instant time,
            String device,
            String topic,
            byte[] payload,
            int qos,
            boolean retain,
            boolean duplicate,
            Disposition disposition) {
        this.sequence = sequence;
        this.time = Objects.requireNonNull(time, "time");
        this.device = Objects.requireNonNull(device, "device");
        this.topic = Objects.requireNonNull(topic, "topic");
        this.payload = payload.clone();
        this.qos = qos;
        this.retain = retain;
        this.duplicate = duplicate;
        this.disposition = Objects.requireNonNull(disposition, "disposition");
    }

    /** Position among all messages of the platform, from 1, without gaps. */
    public long sequence() {
        return sequence;
    }

    /** Arrival, by the simulator's clock. */
    public Instant time() {
        return time;
    }

    /** The sender as its platform names it, for example {@code a1Demo0Prod/lamp-1}. */
    public String device() {
        return device;
    }

    /** Topic name of the packet. */
    public String topic() {
        return topic;
    }

    /** A copy of the content, empty when there was none. */
    public byte[] payload() {
        return payload.clone();
    }

    /** The content read as UTF-8; malformed bytes become U+FFFD. */
    public String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    /** Size of the content in bytes. */
    public int size() {
        return payload.length;
    }

    /** Quality of service of the packet: 0, 1 or 2. */
    public int qos() {
        return qos;
    }

    /** The packet's retain flag. */
    public boolean isRetain() {
        return retain;
    }

    /** The packet's DUP flag: the client sent it before and missed the acknowledgement. */
    public boolean isDuplicate() {
        return duplicate;
    }

    /** What the platform did with it. */
    public Disposition disposition() {
        return disposition;
    }

    /** Whether the platform took and processed it. */
    public boolean isAccepted() {
        return disposition == Disposition.ACCEPTED;
    }

    @Override
    public String toString() {
        return "ReceivedMessage[#" + sequence + " " + device + " " + topic + " qos=" + qos + " " + payload.length
                + " bytes " + disposition + "]";
    }
}
