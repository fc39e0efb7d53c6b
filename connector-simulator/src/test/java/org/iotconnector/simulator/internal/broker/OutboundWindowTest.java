package org.iotconnector.simulator.internal.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.iotconnector.simulator.internal.spi.Message;
import org.junit.jupiter.api.Test;

class OutboundWindowTest {
    private final List<String> sent = new ArrayList<>();
    private final OutboundWindow.Wire wire = new OutboundWindow.Wire() {
        @Override
        public void publish(Message message, int packetId, boolean duplicate) {
            sent.add(message.topic() + packetId + (duplicate ? " dup" : ""));
        }

        @Override
        public void release(int packetId) {
            sent.add("release " + packetId);
        }
    };

    @Test
    void pump_windowFull_waitsForDone() {
        OutboundWindow window = filled(10, "a", "b", "c");

        window.pump(wire, 2);
        window.done(1);
        window.pump(wire, 2);

        assertThat(sent).containsExactly("a1", "b2", "c3");
    }

    @Test
    void offer_queueFull_isFalse() {
        OutboundWindow window = filled(2, "a", "b");

        assertThat(window.offer(message("c"))).isFalse();
    }

    @Test
    void resume_unacknowledged_sentAgainInOrderAsDuplicates() {
        OutboundWindow window = filled(10, "a", "b");
        window.pump(wire, 10);
        sent.clear();

        window.resume(wire);

        assertThat(sent).containsExactly("a1 dup", "b2 dup");
    }

    @Test
    void resume_qos2AlreadyReceived_releasesInsteadOfPublishing() {
        OutboundWindow window = filled(10, "a");
        window.pump(wire, 10);
        window.received(1, wire);
        sent.clear();

        window.resume(wire);

        assertThat(sent).containsExactly("release 1");
    }

    @Test
    void packetId_after65535_skipsThoseInFlight() {
        OutboundWindow window = filled(10, "a");
        window.pump(wire, 2);
        for (int i = 0; i < 65_534; i++) {
            window.offer(message("x"));
            window.pump(wire, 2);
            window.done(i + 2);
        }
        sent.clear();

        window.offer(message("z"));
        window.pump(wire, 2);

        assertThat(sent).containsExactly("z2");
    }

    private OutboundWindow filled(int maxQueued, String... topics) {
        OutboundWindow window = new OutboundWindow(maxQueued);
        for (String topic : topics) {
            assertThat(window.offer(message(topic))).isTrue();
        }
        return window;
    }

    private static Message message(String topic) {
        return Message.of(topic, new byte[0], 1);
    }
}
