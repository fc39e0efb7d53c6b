package org.iotconnector.core.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.iotconnector.core.session.VirtualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SlowHandlerWatchTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final VirtualTime time = VirtualTime.create();
    private final HandlerPool pool = new HandlerPool(2);
    private final Logger log = (Logger) LoggerFactory.getLogger("org.iotconnector.core.handlers");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void close() {
        log.detachAppender(lines);
        pool.close();
    }

    private HandlerLane lane(Duration limit) {
        return new HandlerLane(pool, new SlowHandlerWatch(time, limit, "lamp"));
    }

    private List<String> lines() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static void block(CountDownLatch begun, CountDownLatch go) {
        begun.countDown();
        try {
            go.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void handler_thatBlocksTooLong_isNamedOnceWithItsPlace() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        lane(LIMIT).execute("lamp/set", () -> block(begun, go));
        begun.await();

        time.advance(Duration.ofSeconds(60));
        go.countDown();

        assertThat(lines())
                .singleElement()
                .asString()
                .contains("lamp", "[lamp/set]", "10000 ms", "connector-handler-", "SlowHandlerWatchTest.block");
    }

    @Test
    void handler_whoseStageDoesNotComplete_isNamed() {
        CountDownLatch begun = new CountDownLatch(1);
        HandlerLane lane = lane(LIMIT);
        lane.submit("lamp/set", () -> {
            begun.countDown();
            return new CompletableFuture<Void>();
        });
        awaitIdle(begun);

        time.advance(LIMIT);

        assertThat(lines()).singleElement().asString().contains("its stage has not completed");
    }

    /** The pool's own next task runs after what the lane had to do. */
    private void awaitIdle(CountDownLatch begun) {
        try {
            assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
            CountDownLatch quiet = new CountDownLatch(1);
            pool.execute(quiet::countDown);
            assertThat(quiet.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void handlers_thatAreQuick_areNotNamedHoweverMany() throws InterruptedException {
        HandlerLane lane = lane(LIMIT);

        for (int i = 0; i < 20; i++) {
            CountDownLatch done = new CountDownLatch(1);
            lane.execute("lamp/set", done::countDown);
            done.await();
            time.advance(Duration.ofSeconds(9));
        }

        assertThat(lines()).isEmpty();
    }

    @Test
    void secondSlowHandler_isNamedToo() throws InterruptedException {
        HandlerLane lane = lane(LIMIT);
        for (int i = 0; i < 2; i++) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            CountDownLatch over = new CountDownLatch(1);
            lane.execute("lamp/set/" + i, () -> block(begun, go));
            lane.execute("after", over::countDown);
            begun.await();
            time.advance(Duration.ofSeconds(30));
            go.countDown();
            over.await();
        }

        assertThat(lines()).hasSize(2).last().asString().contains("lamp/set/1");
    }

    @Test
    void limitZero_namesNothing() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        lane(Duration.ZERO).execute("lamp/set", () -> block(begun, go));
        begun.await();

        time.advance(Duration.ofHours(1));
        go.countDown();

        assertThat(lines()).isEmpty();
    }
}
