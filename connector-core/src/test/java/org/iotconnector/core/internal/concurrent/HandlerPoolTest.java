package org.iotconnector.core.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HandlerPoolTest {
    private static final int SIZE = 2;
    private static final int BLOCKED = 10;

    private final CountDownLatch end = new CountDownLatch(1);

    private void block(HandlerPool pool, CountDownLatch running) {
        pool.execute(() -> {
            running.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Test
    void task_behindManyThatBlock_runs() throws InterruptedException {
        try (HandlerPool pool = new HandlerPool(SIZE)) {
            CountDownLatch running = new CountDownLatch(BLOCKED);
            for (int i = 0; i < BLOCKED; i++) {
                block(pool, running);
            }
            CountDownLatch done = new CountDownLatch(1);
            AtomicBoolean here = new AtomicBoolean();

            pool.execute(() -> {
                here.set(pool.runsHere());
                done.countDown();
            });

            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(running.getCount()).isZero();
            assertThat(here).isTrue();
            end.countDown();
        }
    }

    @Test
    void tasks_whoseSubmitterBlocks_runToo() throws InterruptedException {
        try (HandlerPool pool = new HandlerPool(1)) {
            CountDownLatch done = new CountDownLatch(1);
            pool.execute(() -> {
                pool.execute(done::countDown);
                block(pool, new CountDownLatch(1));
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });

            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
            end.countDown();
        }
    }

    @Test
    void close_withHandlersThatBlock_interruptsThemAfterItsLimit() throws InterruptedException {
        HandlerPool pool = new HandlerPool(SIZE);
        CountDownLatch interrupted = new CountDownLatch(BLOCKED);
        CountDownLatch running = new CountDownLatch(BLOCKED);
        for (int i = 0; i < BLOCKED; i++) {
            pool.execute(() -> {
                running.countDown();
                try {
                    end.await();
                } catch (InterruptedException e) {
                    interrupted.countDown();
                }
            });
        }
        assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();

        pool.close(TimeUnit.MILLISECONDS.toNanos(20));

        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    }
}
