package org.iotconnector.tck.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Publishing out of what runs because of a publication, on a network that answers before the call has returned. */
@Timeout(120)
class PublishFromHandlerTest {
    private static final int ROUNDS = 10_000;

    private final Bench bench = new Bench(Script.WILLING, 1);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void handler_thatPublishesToItsOwnTopic_goesOnForTenThousandRounds() {
        MqttSession session = bench.open();
        AtomicInteger rounds = new AtomicInteger();
        CompletableFuture<Integer> depth = new CompletableFuture<>();
        session.subscribe("ball", received -> {
            int round = rounds.incrementAndGet();
            if (round == ROUNDS) {
                depth.complete(new Throwable().getStackTrace().length);
                return;
            }
            session.publish(Publication.text("ball", Integer.toString(round)));
            bench.wire().deliver(Bench.message("ball", Integer.toString(round)));
        });

        bench.wire().deliver(Bench.message("ball", "0"));

        assertThat(depth.orTimeout(1, TimeUnit.MINUTES).join()).isLessThan(100);
        Await.until("all are acknowledged", () -> session.ledger().acknowledged() == ROUNDS - 1);
    }

    @Test
    void continuation_thatPublishesTheNext_goesOnForTenThousandRounds() {
        MqttSession session = bench.open();
        CompletableFuture<Integer> depth = new CompletableFuture<>();

        next(session, ROUNDS, depth);

        assertThat(depth.orTimeout(1, TimeUnit.MINUTES).join()).isLessThan(100);
        assertThat(session.ledger().acknowledged()).isEqualTo(ROUNDS);
    }

    private static void next(MqttSession session, int left, CompletableFuture<Integer> depth) {
        if (left == 0) {
            depth.complete(new Throwable().getStackTrace().length);
            return;
        }
        Bench.publish(session, Integer.toString(left)).acknowledged().thenRun(() -> next(session, left - 1, depth));
    }
}
