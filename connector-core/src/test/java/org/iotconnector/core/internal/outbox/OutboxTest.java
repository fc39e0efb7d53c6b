package org.iotconnector.core.internal.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.iotconnector.core.outbox.DeliveryOutcome;
import org.iotconnector.core.outbox.OutboxOptions;
import org.iotconnector.core.outbox.OverflowPolicy;
import org.iotconnector.core.session.MessageProperties;
import org.iotconnector.core.session.Publication;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final OutboxOptions THREE = OutboxOptions.standard().withMaxMessages(3);

    private final List<String> ended = new ArrayList<>();

    private OutboxEntry entry(String name, String... properties) {
        return entry(name, false, properties);
    }

    private OutboxEntry entry(String name, boolean urgent, String... properties) {
        return new OutboxEntry(
                Publication.text("t", name),
                "device",
                Set.of(properties),
                urgent,
                1,
                (outcome, detail) -> ended.add(name + " " + outcome));
    }

    private static List<String> drain(Outbox outbox) {
        List<String> names = new ArrayList<>();
        for (OutboxEntry next = outbox.take(0); next != null; next = outbox.take(0)) {
            names.add(new String(next.publication().payload().toArray(), StandardCharsets.UTF_8));
        }
        return names;
    }

    private static void offer(Outbox outbox, OutboxEntry... entries) {
        for (OutboxEntry entry : entries) {
            outbox.offer(entry, 0, true);
        }
    }

    @Test
    void take_severalOffered_comesInOrder() {
        Outbox outbox = new Outbox(THREE);
        offer(outbox, entry("a"), entry("b"), entry("c"));

        assertThat(drain(outbox)).containsExactly("a", "b", "c");
    }

    @Test
    void take_urgentOffered_comesFirst() {
        Outbox outbox = new Outbox(THREE);
        offer(outbox, entry("a"), entry("reply", true));

        assertThat(drain(outbox)).containsExactly("reply", "a");
    }

    @Test
    void offer_toAFullOutbox_dropsTheOldest() {
        Outbox outbox = new Outbox(THREE);
        offer(outbox, entry("a"), entry("b"), entry("c"), entry("d"));

        assertThat(ended).containsExactly("a EVICTED");
        assertThat(drain(outbox)).containsExactly("b", "c", "d");
    }

    @Test
    void offer_toAFullOutboxThatDropsTheNewest_refusesIt() {
        Outbox outbox = new Outbox(THREE.withOverflow(OverflowPolicy.DROP_NEWEST));
        offer(outbox, entry("a"), entry("b"), entry("c"), entry("d"));

        assertThat(ended).containsExactly("d REFUSED");
        assertThat(outbox.ledger().refused()).isEqualTo(1);
    }

    @Test
    void offer_newerReportOfTheSameProperties_replacesTheOlder() {
        Outbox outbox = new Outbox(THREE.withOverflow(OverflowPolicy.KEEP_LAST));
        offer(outbox, entry("old", "T"), entry("other", "H"), entry("new", "T", "P"));

        assertThat(ended).containsExactly("old EVICTED");
        assertThat(outbox.ledger().coalesced()).isEqualTo(1);
        assertThat(drain(outbox)).containsExactly("other", "new");
    }

    @Test
    void offer_newerReportWithFewerProperties_leavesTheOlder() {
        Outbox outbox = new Outbox(THREE.withOverflow(OverflowPolicy.KEEP_LAST));
        offer(outbox, entry("both", "T", "P"), entry("one", "T"));

        assertThat(ended).isEmpty();
    }

    @Test
    void offer_largerThanTheWholeOutbox_isRefusedAndEvictsNothing() {
        Outbox outbox = new Outbox(THREE.withMaxBytes(10));
        offer(outbox, entry("a"), entry("far more than ten bytes"));

        assertThat(ended).containsExactly("far more than ten bytes REFUSED");
        assertThat(drain(outbox)).containsExactly("a");
    }

    @Test
    void offer_pastTheByteLimit_evictsUntilItFits() {
        Outbox outbox = new Outbox(OutboxOptions.standard().withMaxBytes(10));
        offer(outbox, entry("123"), entry("456"), entry("789012"));

        assertThat(ended).containsExactly("123 EVICTED", "456 EVICTED");
    }

    @Test
    void offer_blocking_waitsForRoom() throws Exception {
        Outbox outbox = new Outbox(THREE.blockingFor(Duration.ofSeconds(20)));
        offer(outbox, entry("a"), entry("b"), entry("c"));
        OutboxEntry taken = Objects.requireNonNull(outbox.take(0));
        CountDownLatch offered = new CountDownLatch(1);
        Thread caller = new Thread(() -> {
            outbox.offer(entry("d"), 0, true);
            offered.countDown();
        });
        caller.start();

        assertThat(offered.await(50, TimeUnit.MILLISECONDS)).isFalse();
        outbox.finish(taken, DeliveryOutcome.ACKNOWLEDGED, "");

        assertThat(offered.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ended).containsExactly("a ACKNOWLEDGED");
        caller.join();
    }

    @Test
    void offer_blockingFromAHandler_refusesAtOnce() {
        Outbox outbox = new Outbox(THREE.blockingFor(Duration.ofHours(1)));
        offer(outbox, entry("a"), entry("b"), entry("c"));

        outbox.offer(entry("d"), 0, false);

        assertThat(ended).containsExactly("d REFUSED");
    }

    @Test
    void giveBack_severalInAnyOrder_goFirstInTheirOldOrder() {
        Outbox outbox = new Outbox(OutboxOptions.standard());
        offer(outbox, entry("a"), entry("b"), entry("c"));
        OutboxEntry a = Objects.requireNonNull(outbox.take(0));
        OutboxEntry b = Objects.requireNonNull(outbox.take(0));

        outbox.giveBack(b);
        outbox.giveBack(a);

        assertThat(drain(outbox)).containsExactly("a", "b", "c");
    }

    @Test
    void expire_afterTheMaximumAge_endsWhatWaits() {
        Outbox outbox = new Outbox(OutboxOptions.standard().withMaxAge(Duration.ofSeconds(1)));
        offer(outbox, entry("a"));

        outbox.expire(999_999_999L);
        assertThat(ended).isEmpty();
        outbox.expire(1_000_000_000L);

        assertThat(ended).containsExactly("a EXPIRED");
    }

    @Test
    void close_withMessagesEverywhere_abandonsThemAll() {
        Outbox outbox = new Outbox(OutboxOptions.standard());
        offer(outbox, entry("a"), entry("b"));
        OutboxEntry flying = Objects.requireNonNull(outbox.take(0));

        outbox.close();
        outbox.giveBack(flying);
        offer(outbox, entry("late"));

        assertThat(ended).containsExactly("b ABANDONED", "a ABANDONED", "late ABANDONED");
        assertThat(outbox.ledger().addsUp()).isTrue();
    }

    @Test
    void finish_twice_countsOnce() {
        Outbox outbox = new Outbox(OutboxOptions.standard());
        offer(outbox, entry("a"));
        OutboxEntry a = Objects.requireNonNull(outbox.take(0));

        outbox.finish(a, DeliveryOutcome.ACKNOWLEDGED, "");
        outbox.finish(a, DeliveryOutcome.REFUSED, "");

        assertThat(ended).containsExactly("a ACKNOWLEDGED");
    }

    private OutboxEntry perishable(String name, Duration expiry) {
        return new OutboxEntry(
                Publication.text("t", name).with(MessageProperties.NONE.withMessageExpiry(expiry)),
                "device",
                Set.of(),
                false,
                1,
                (outcome, detail) -> ended.add(name + " " + outcome));
    }

    @Test
    void take_messageOlderThanItsOwnExpiry_endsItAsExpired() {
        Outbox outbox = new Outbox(THREE);
        outbox.offer(entry("lasting"), 0, true);
        outbox.offer(perishable("perishable", Duration.ofSeconds(5)), 0, true);

        OutboxEntry first = outbox.take(TimeUnit.SECONDS.toNanos(5));
        OutboxEntry second = outbox.take(TimeUnit.SECONDS.toNanos(5));

        assertThat(first).isNotNull();
        assertThat(second).isNull();
        assertThat(ended).containsExactly("perishable EXPIRED");
    }

    @Test
    void nanosToExpiry_ofAMessageThatExpiresOfItsOwn_isItsOwn() {
        Outbox outbox = new Outbox(THREE);
        outbox.offer(perishable("perishable", Duration.ofSeconds(5)), 0, true);

        assertThat(outbox.nanosToExpiry(TimeUnit.SECONDS.toNanos(2))).hasValue(TimeUnit.SECONDS.toNanos(3));
    }

    @Test
    void publicationAt_afterAWait_expiresInWhatIsLeft() {
        Outbox outbox = new Outbox(THREE);
        OutboxEntry entry = perishable("perishable", Duration.ofSeconds(60));
        outbox.offer(entry, 0, true);

        Publication sent = entry.publicationAt(TimeUnit.SECONDS.toNanos(20));

        assertThat(sent.properties().messageExpiry()).contains(Duration.ofSeconds(40));
    }
}
