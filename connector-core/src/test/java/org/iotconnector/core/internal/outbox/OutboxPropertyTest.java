package org.iotconnector.core.internal.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.iotconnector.core.outbox.DeliveryOutcome;
import org.iotconnector.core.outbox.OutboxOptions;
import org.iotconnector.core.outbox.OverflowPolicy;
import org.iotconnector.core.session.Publication;

class OutboxPropertyTest {
    enum Step {
        OFFER,
        OFFER_URGENT,
        TAKE,
        ACKNOWLEDGE,
        GIVE_BACK,
        TIME_PASSES
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.of(Step.class).list().ofMaxSize(200);
    }

    @Property
    void ledger_anySteps_addsUpAtEachAndEveryMessageEndsOnce(
            @ForAll("steps") List<Step> steps, @ForAll OverflowPolicy overflow) {
        Outbox outbox = new Outbox(new OutboxOptions(4, 1_000, Duration.ofSeconds(5), overflow, Duration.ZERO));
        ArrayDeque<OutboxEntry> flying = new ArrayDeque<>();
        int offered = 0;
        AtomicInteger endings = new AtomicInteger();
        long now = 0;
        for (Step step : steps) {
            switch (step) {
                case OFFER, OFFER_URGENT -> {
                    String property = "p" + ++offered % 3;
                    outbox.offer(
                            new OutboxEntry(
                                    Publication.text("t", "x"),
                                    "device",
                                    Set.of(property),
                                    step == Step.OFFER_URGENT,
                                    1,
                                    (outcome, detail) -> endings.incrementAndGet()),
                            now,
                            true);
                }
                case TAKE -> {
                    OutboxEntry taken = outbox.take(now);
                    if (taken != null) {
                        flying.add(taken);
                    }
                }
                case ACKNOWLEDGE -> {
                    if (!flying.isEmpty()) {
                        outbox.finish(flying.remove(), DeliveryOutcome.ACKNOWLEDGED, "");
                    }
                }
                case GIVE_BACK -> {
                    if (!flying.isEmpty()) {
                        outbox.giveBack(flying.removeLast());
                    }
                }
                case TIME_PASSES -> now += Duration.ofSeconds(1).toNanos();
            }
            assertThat(outbox.ledger().addsUp()).as("%s", outbox.ledger()).isTrue();
            assertThat(outbox.ledger().waiting() + outbox.ledger().inFlight()).isLessThanOrEqualTo(4);
        }

        outbox.close();
        flying.forEach(outbox::giveBack);

        assertThat(endings).hasValue(offered);
        assertThat(outbox.ledger().accepted()).isEqualTo(offered);
        assertThat(outbox.ledger().ended()).isEqualTo(offered);
    }
}
