package org.iotconnector.core.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ConcurrencyTest {
    private final HandlerPool pool = new HandlerPool(2);

    @AfterEach
    void closePool() {
        pool.close();
    }

    @Test
    void mailbox_postedFromWithin_runsAfterTheRunningTask() {
        Mailbox mailbox = new Mailbox(pool);
        List<String> order = new ArrayList<>();

        mailbox.post(() -> {
            mailbox.post(() -> order.add("inner"));
            order.add("outer");
        });

        assertThat(order).containsExactly("outer", "inner");
    }

    @Test
    void mailbox_manyThreads_neverRunsTwoTasksAtOnce() throws Exception {
        Mailbox mailbox = new Mailbox(pool);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger overlaps = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(4 * 5_000);
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            Thread thread = new Thread(() -> {
                for (int i = 0; i < 5_000; i++) {
                    mailbox.post(() -> {
                        if (running.incrementAndGet() != 1) {
                            overlaps.incrementAndGet();
                        }
                        running.decrementAndGet();
                        done.countDown();
                    });
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(overlaps).hasValue(0);
    }

    @Test
    void mailbox_taskThatFails_doesNotStopTheNext() {
        Mailbox mailbox = new Mailbox(pool);
        List<String> ran = new ArrayList<>();

        mailbox.post(() -> {
            throw new IllegalStateException("on purpose");
        });
        mailbox.post(() -> ran.add("next"));

        assertThat(ran).containsExactly("next");
    }

    @Test
    void handlerLane_manyTasks_keepTheirOrder() throws Exception {
        HandlerLane serial = new HandlerLane(pool);
        List<Integer> order = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(1);
        for (int i = 0; i < 1_000; i++) {
            int number = i;
            serial.execute(() -> order.add(number));
        }
        serial.execute(done::countDown);

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(order).hasSize(1_000).isSorted();
    }

    @Test
    void handlerLane_unfinishedStage_holdsTheNextTask() throws Exception {
        HandlerLane lane = new HandlerLane(pool);
        CompletableFuture<String> first = new CompletableFuture<>();
        CountDownLatch second = new CountDownLatch(1);
        lane.submit("t", () -> first);
        lane.submit("t", () -> {
            second.countDown();
            return CompletableFuture.completedFuture("");
        });

        assertThat(second.await(50, TimeUnit.MILLISECONDS)).isFalse();
        first.complete("");

        assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void handlerPool_moreWaitingHandlersThanThreads_stillRunsWhatTheyWaitFor() throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        CountDownLatch waiting = new CountDownLatch(10);
        CountDownLatch answered = new CountDownLatch(10);
        for (int i = 0; i < 10; i++) {
            pool.execute(() -> {
                waiting.countDown();
                answer.join();
                answered.countDown();
            });
        }

        assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();
        pool.execute(() -> answer.complete("now"));

        assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void handlerPool_closedFromItsOwnThread_doesNotWaitForItself() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);

        pool.execute(() -> {
            pool.close();
            closed.countDown();
        });

        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
