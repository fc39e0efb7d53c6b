package org.iotconnector.core.internal.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.iotconnector.core.outbox.Ledger;
import org.iotconnector.core.outbox.OutboxOptions;
import org.iotconnector.core.outbox.OverflowPolicy;
import org.iotconnector.core.session.Publication;
import org.junit.jupiter.api.Test;

/** Messages of a source that may not talk now. */
class HeldBackTest {
    private final List<String> ended = new ArrayList<>();
    private final Outbox outbox = new Outbox(OutboxOptions.standard());

    private OutboxEntry entry(String source, String name, String... properties) {
        return new OutboxEntry(
                Publication.text("t", name),
                source,
                Set.of(properties),
                false,
                1,
                (outcome, detail) -> ended.add(name + " " + outcome));
    }

    private static void offer(Outbox outbox, OutboxEntry... entries) {
        for (OutboxEntry entry : entries) {
            outbox.offer(entry, 0, true);
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
    void take_withOneSourceHeldBack_givesTheOthers() {
        outbox.holdBack("child");
        offer(outbox, entry("child", "c1"), entry("gateway", "g1"), entry("child", "c2"), entry("gateway", "g2"));

        assertThat(drain(outbox)).containsExactly("g1", "g2");
        assertThat(outbox.peek()).isNull();
    }

    @Test
    void letGo_sourceHeldBack_comesInItsOrderBeforeNewerMessages() {
        outbox.holdBack("child");
        offer(outbox, entry("child", "c1"), entry("child", "c2"));
        outbox.take(0);
        offer(outbox, entry("gateway", "g1"));

        outbox.letGo("child");

        assertThat(drain(outbox)).containsExactly("c1", "c2", "g1");
    }

    @Test
    void giveBack_ofASourceHeldMeanwhile_waitsAtItsOldPlace() {
        offer(outbox, entry("child", "c1"), entry("child", "c2"));
        OutboxEntry first = Objects.requireNonNull(outbox.take(0));
        outbox.holdBack("child");
        outbox.giveBack(first);

        List<String> whileHeld = drain(outbox);
        outbox.letGo("child");

        assertThat(whileHeld).isEmpty();
        assertThat(drain(outbox)).containsExactly("c1", "c2");
    }

    @Test
    void ledger_withMessagesHeldBack_countsThemAsWaiting() {
        outbox.holdBack("child");
        offer(outbox, entry("child", "c1"), entry("gateway", "g1"));
        outbox.peek();

        Ledger ledger = outbox.ledger();

        assertThat(ledger.waiting()).isEqualTo(2);
        assertThat(ledger.accepted()).isEqualTo(2);
    }

    @Test
    void abandon_sourceHeldBack_endsAllItHasAndNoOther() {
        outbox.holdBack("child");
        offer(outbox, entry("child", "c1"), entry("gateway", "g1"), entry("child", "c2"));
        outbox.peek();

        outbox.abandon("child");

        assertThat(ended).containsExactly("c1 ABANDONED", "c2 ABANDONED");
        assertThat(drain(outbox)).containsExactly("g1");
    }

    @Test
    void abandon_sourceNotHeldBack_leavesItsMessages() {
        offer(outbox, entry("child", "c1"));

        outbox.abandon("child");

        assertThat(ended).isEmpty();
        assertThat(drain(outbox)).containsExactly("c1");
    }

    @Test
    void expire_messageHeldBackTooLong_endsIt() {
        outbox.holdBack("child");
        offer(outbox, entry("child", "c1"));
        outbox.peek();

        outbox.expire(OutboxOptions.standard().maxAge().toNanos());

        assertThat(ended).containsExactly("c1 EXPIRED");
    }

    @Test
    void nanosToExpiry_withOnlyMessagesHeldBack_isTheirs() {
        outbox.holdBack("child");
        offer(outbox, entry("child", "c1"));
        outbox.peek();

        assertThat(outbox.nanosToExpiry(0))
                .hasValue(OutboxOptions.standard().maxAge().toNanos());
    }

    @Test
    void close_withMessagesHeldBack_abandonsThem() {
        outbox.holdBack("child");
        offer(outbox, entry("child", "c1"), entry("gateway", "g1"));
        outbox.peek();

        outbox.close();

        assertThat(ended).containsExactlyInAnyOrder("c1 ABANDONED", "g1 ABANDONED");
    }

    @Test
    void offer_toAFullOutbox_evictsTheOldestHeldBack() {
        Outbox two = new Outbox(OutboxOptions.standard().withMaxMessages(2));
        two.holdBack("child");
        offer(two, entry("child", "c1"), entry("gateway", "g1"));
        two.peek();

        offer(two, entry("gateway", "g2"));

        assertThat(ended).containsExactly("c1 EVICTED");
    }

    @Test
    void offer_newerReportOfPropertiesHeldBack_replacesTheOlder() {
        Outbox keepLast = new Outbox(OutboxOptions.standard().withOverflow(OverflowPolicy.KEEP_LAST));
        keepLast.holdBack("child");
        offer(keepLast, entry("child", "old", "Level"));
        keepLast.peek();

        offer(keepLast, entry("child", "new", "Level"));
        keepLast.letGo("child");

        assertThat(ended).containsExactly("old EVICTED");
        assertThat(drain(keepLast)).containsExactly("new");
    }
}
