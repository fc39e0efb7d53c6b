package org.iotconnector.simulator.internal.broker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.iotconnector.simulator.internal.spi.Message;

/**
 * QoS 1 and 2 messages on their way to one client: those in flight, in order of sending, and those that wait for a place. It
 * survives the connection. MQTT 3.1.1 sections 4.3 and 4.4.
 */
final class OutboundWindow {

    /** Where packets go while the client is connected. */
    interface Wire {
        void publish(Message message, int packetId, boolean duplicate);

        void release(int packetId);
    }

    private static final int MAX_PACKET_ID = 65_535;

    private final int maxQueued;
    private final Map<Integer, InFlight> inFlight = new LinkedHashMap<>();
    private final Deque<Message> waiting = new ArrayDeque<>();
    private int lastPacketId;

    OutboundWindow(int maxQueued) {
        this.maxQueued = maxQueued;
    }

    /** Appends a message; false when the queue is full, then the message is not kept. */
    boolean offer(Message message) {
        return waiting.size() < maxQueued && waiting.add(message);
    }

    /** Sends what has a place in the window. */
    void pump(Wire wire, int limit) {
        while (inFlight.size() < limit && !waiting.isEmpty()) {
            Message message = waiting.removeFirst();
            int id = nextPacketId();
            inFlight.put(id, new InFlight(message));
            wire.publish(message, id, false);
        }
    }

    /** Sends again, in order, what the client had not acknowledged when its connection ended. */
    void resume(Wire wire) {
        inFlight.forEach((id, entry) -> {
            if (entry.released) {
                wire.release(id);
            } else {
                wire.publish(entry.message, id, true);
            }
        });
    }

    /** PUBACK or PUBCOMP: the message is done. */
    void done(int packetId) {
        inFlight.remove(packetId);
    }

    /** PUBREC: from now on only the identifier counts. */
    void received(int packetId, Wire wire) {
        InFlight entry = inFlight.get(packetId);
        if (entry != null) {
            entry.released = true;
        }
        wire.release(packetId);
    }

    private int nextPacketId() {
        do {
            lastPacketId = lastPacketId % MAX_PACKET_ID + 1;
        } while (inFlight.containsKey(lastPacketId));
        return lastPacketId;
    }

    private static final class InFlight {
        private final Message message;
        private boolean released;

        InFlight(Message message) {
            this.message = message;
        }
    }
}
