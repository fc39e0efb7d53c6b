package org.iotconnector.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.iotconnector.core.Device;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.ServiceResult;
import org.iotconnector.core.SetResult;
import org.iotconnector.core.session.SessionSettings;
import org.iotconnector.core.spi.Capabilities.Feature;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the platform tells a device to do. */
abstract class CommandRules<C extends DeviceConfig<C>> extends LiveRules<C> {
    private final Queue<Values> handled = new ConcurrentLinkedQueue<>();

    CommandRules(ProviderContract<C> contract) {
        super(contract);
    }

    private Device obedient() {
        Device device = open(this::obey);
        device.awaitOnline(Await.LIMIT);
        return device;
    }

    private void obey(Device device) {
        device.onSet(values -> {
            handled.add(values);
            return SetResult.done();
        });
    }

    private void assertAnswered(CompletableFuture<OptionalInt> answer, int code) {
        // Some platforms do not hear what a device answers.
        Await.value(answer).ifPresent(answered -> assertThat(answered).isEqualTo(code));
    }

    private void awaitHandled(int count) {
        Await.until(count + " sets reach the handler", () -> handled.size() >= count);
    }

    @Test
    @DisplayName("A property set reaches the handler and is answered as done")
    void set_whenOnline_isHandledAndAnswered() {
        obedient();

        CompletableFuture<OptionalInt> answer = platform().set(contract().set());

        awaitHandled(1);
        assertThat(handled).containsExactly(contract().set());
        assertAnswered(answer, contract().provider().replyCodes().done());
    }

    @Test
    @DisplayName("A handler that fails is answered as failed, and the next set is delivered")
    void set_whenTheHandlerFails_isAnsweredAsFailedAndTheNextIsDelivered() {
        AtomicInteger calls = new AtomicInteger();
        Device device = open();
        device.onSet(values -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("the lamp is broken");
            }
            handled.add(values);
            return SetResult.done();
        });
        device.awaitOnline(Await.LIMIT);

        CompletableFuture<OptionalInt> first = platform().set(contract().set());
        Await.until("the handler was called", () -> calls.get() == 1);
        assertAnswered(first, contract().provider().replyCodes().failed());
        CompletableFuture<OptionalInt> second = platform().set(contract().set());

        awaitHandled(1);
        assertAnswered(second, contract().provider().replyCodes().done());
    }

    @Test
    @DisplayName("A handler that fails with an Error is answered as failed, and the next set is delivered")
    void set_whenTheHandlerFailsWithAnError_theNextIsDelivered() {
        AtomicInteger calls = new AtomicInteger();
        Device device = open();
        device.onSet(values -> {
            if (calls.incrementAndGet() == 1) {
                throw new AssertionError("a class is missing");
            }
            handled.add(values);
            return SetResult.done();
        });
        device.awaitOnline(Await.LIMIT);

        platform().set(contract().set());
        Await.until("the handler was called", () -> calls.get() == 1);
        platform().set(contract().set());

        awaitHandled(1);
    }

    @Test
    @DisplayName("After a lost connection everything is subscribed again: a set arrives")
    void set_afterReconnect_isHandled() {
        Device device = obedient();
        Await.value(platform().set(contract().set()));
        int attempt = device.session().state().attempt();

        platform().cutConnections();
        Await.until(
                "the session is connected again",
                () -> device.session().state().attempt() > attempt
                        && device.session().state().phase().connected());
        device.awaitOnline(Await.LIMIT);
        platform().set(contract().set());

        awaitHandled(2);
    }

    @Test
    @DisplayName(
            "A message whose handler had not finished when the connection was lost comes again and is handled again")
    void set_unfinishedWhenTheConnectionIsLost_isDeliveredAgain() {
        Assumptions.assumeTrue(
                contract().provider().settings().stream().anyMatch(SessionSettings.CLEAN_START::equals),
                "the platform keeps no sessions");
        CountDownLatch finish = new CountDownLatch(1);
        Device device = connector()
                .open(
                        config(Map.of(SessionSettings.CLEAN_START.key(), "false")),
                        opened -> opened.onSet(values -> {
                            handled.add(values);
                            finish.await();
                            return SetResult.done();
                        }));
        device.awaitOnline(Await.LIMIT);
        platform().set(contract().set());
        awaitHandled(1);

        int attempt = device.session().state().attempt();
        platform().cutConnections();
        Await.until(
                "the session is connected again", () -> device.session().state().attempt() > attempt);
        device.awaitOnline(Await.LIMIT);
        finish.countDown();

        awaitHandled(2);
        assertThat(handled).containsExactly(contract().set(), contract().set());
    }

    @Test
    @DisplayName("Garbage is counted and dropped, and the next set is handled")
    void garbage_beforeASet_isDroppedAndCounted() {
        Device device = obedient();

        platform().sendGarbage();
        Await.until("the garbage is counted", () -> device.session().droppedMessages() > 0);
        platform().set(contract().set());

        awaitHandled(1);
    }

    @Test
    @DisplayName("A handler may report and wait for the platform's reply")
    void set_whoseHandlerWaitsForItsReport_isAnswered() {
        Device device = open();
        device.onSet(values -> {
            device.report(contract().report(1)).replied().join();
            handled.add(values);
            return SetResult.done();
        });
        device.awaitOnline(Await.LIMIT);

        CompletableFuture<OptionalInt> answer = platform().set(contract().set());

        awaitHandled(1);
        assertAnswered(answer, contract().provider().replyCodes().done());
    }

    @Test
    @DisplayName("A handler that was taken back is not called; the one after it is")
    void set_afterTheHandlerWasReplaced_reachesTheNewOne() {
        Device device = open();
        AtomicInteger calls = new AtomicInteger();
        device.onSet(values -> {
                    calls.incrementAndGet();
                    return SetResult.done();
                })
                .close();
        obey(device);
        device.awaitOnline(Await.LIMIT);

        platform().set(contract().set());

        awaitHandled(1);
        assertThat(calls).hasValue(0);
    }

    @Test
    @DisplayName("A service that is called is carried out and answered as done")
    void service_whenCalled_isCarriedOut() {
        needs(Feature.SERVICES);
        Assumptions.assumeTrue(contract().service().isPresent(), "No service is named.");
        String service = contract().service().get();
        AtomicInteger calls = new AtomicInteger();
        Device device = open();
        device.onService(service, input -> {
            calls.incrementAndGet();
            return ServiceResult.done();
        });
        device.awaitOnline(Await.LIMIT);

        CompletableFuture<OptionalInt> answer = platform().invoke(service, Values.empty());

        Await.until("the service is called", () -> calls.get() == 1);
        assertAnswered(answer, contract().provider().replyCodes().done());
    }
}
