package org.iotconnector.core.internal.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.iotconnector.core.outbox.OutboxOptions;
import org.iotconnector.core.session.Publication;
import org.junit.jupiter.api.Test;

/** Messages of the past, which go when nothing else waits. */
class BacklogOrderTest {
    private final List<String> ended = new ArrayList<>();

    private OutboxEntry entry(String name, OutboxEntry.Rank rank) {
        return new OutboxEntry(
                Publication.text("t", name), "lamp", Set.of(), rank, 1, (outcome, detail) -> ended.add(name));
    }

    private static void offer(Outbox outbox, OutboxEntry... entries) {
        for (OutboxEntry entry : entries) {
            outbox.offer(entry, 0, false);
        }
    }

    private static List<String> drain(Outbox outbox) {
        List<String> names = new ArrayList<>();
        for (OutboxEntry next = outbox.take(0); next != null; next = outbox.take(0)) {
            names.add(new String(next.publication().payload().toArray(), StandardCharsets.UTF_8));
        }
        return names;
    }

    @Test
    void backlog_always_goesLastInItsOrder() {
        Outbox outbox = new Outbox(OutboxOptions.standard());
        offer(
                outbox,
                entry("old 1", OutboxEntry.Rank.BACKLOG),
                entry("old 2", OutboxEntry.Rank.BACKLOG),
                entry("new", OutboxEntry.Rank.USUAL),
                entry("answer", OutboxEntry.Rank.URGENT));

        assertThat(drain(outbox)).containsExactly("answer", "new", "old 1", "old 2");
    }

    @Test
    void backlog_heldBackAndLetGo_stillGoesLast() {
        Outbox outbox = new Outbox(OutboxOptions.standard());
        outbox.holdBack("lamp");
        offer(outbox, entry("old 1", OutboxEntry.Rank.BACKLOG), entry("old 2", OutboxEntry.Rank.BACKLOG));
        assertThat(outbox.peek()).isNull();
        offer(outbox, entry("new", OutboxEntry.Rank.USUAL));

        outbox.letGo("lamp");

        assertThat(drain(outbox)).containsExactly("new", "old 1", "old 2");
    }

    @Test
    void backlog_whenRoomIsNeeded_goesFirst() {
        Outbox outbox = new Outbox(OutboxOptions.standard().withMaxMessages(2));
        offer(
                outbox,
                entry("new 1", OutboxEntry.Rank.USUAL),
                entry("old", OutboxEntry.Rank.BACKLOG),
                entry("new 2", OutboxEntry.Rank.USUAL));

        assertThat(ended).containsExactly("old");
        assertThat(outbox.ledger().addsUp()).isTrue();
    }
}
