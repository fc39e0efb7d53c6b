package org.iotconnector.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.Device;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.SetResult;
import org.iotconnector.core.outbox.DeliveryOutcome;
import org.iotconnector.core.session.SessionPhase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** That close works in every state, is prompt and idempotent, and leaves nothing unaccounted for. */
abstract class ClosingRules<C extends DeviceConfig<C>> extends LiveRules<C> {
    /** The close timeout of the contract's settings, and as much again as a slow machine may need. */
    private static final Duration PROMPT = Duration.ofSeconds(4);

    ClosingRules(ProviderContract<C> contract) {
        super(contract);
    }

    private static void assertClosesPromptly(Device device) {
        long begin = System.nanoTime();

        device.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PROMPT);
        assertThat(device.session().state().phase()).isEqualTo(SessionPhase.CLOSED);
        assertThat(device.session().ledger().addsUp()).isTrue();
        assertThatCode(device::close).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("close is prompt while online")
    void close_whenOnline_isPrompt() {
        assertClosesPromptly(online());
    }

    @Test
    @DisplayName("close is prompt while the platform leaves CONNECT unanswered")
    void close_whileConnecting_isPrompt() {
        platform().ignoreConnects(1);
        Device device = open();
        awaitPhase(device, SessionPhase.CONNECTING);

        assertClosesPromptly(device);
    }

    @Test
    @DisplayName("close is prompt while waiting for the next attempt, and what waited is abandoned")
    void close_whileWaiting_isPromptAndAbandons() {
        platform().refuseConnects(contract().refusedCode(), 1);
        Device device = open();
        awaitPhase(device, SessionPhase.WAITING);
        Delivery delivery = device.report(contract().report(1));

        assertClosesPromptly(device);

        assertThat(delivery.outcome()).contains(DeliveryOutcome.ABANDONED);
    }

    @Test
    @DisplayName("close is prompt at once after open")
    void close_rightAfterOpen_isPrompt() {
        assertClosesPromptly(open());
    }

    @Test
    @DisplayName("close is prompt while the platform withholds an acknowledgement, and the report is abandoned")
    void close_withoutAcknowledgement_isPromptAndAbandons() {
        Device device = online();
        platform().withholdAcknowledgements(1);
        Delivery delivery = device.report(contract().report(1));

        assertClosesPromptly(device);

        assertThat(delivery.outcome()).contains(DeliveryOutcome.ABANDONED);
    }

    @Test
    @DisplayName("close from inside a handler does not wait for itself")
    void close_insideAHandler_ends() throws InterruptedException {
        Device device = open();
        CountDownLatch returned = new CountDownLatch(1);
        device.onSet(values -> {
            device.close();
            returned.countDown();
            return SetResult.done();
        });
        device.awaitOnline(Await.LIMIT);

        platform().set(contract().set());

        assertThat(returned.await(Await.LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        awaitPhase(device, SessionPhase.CLOSED);
    }

    @Test
    @DisplayName("What was accepted before close is delivered while there is a connection")
    void close_withReportsWaiting_deliversThem() {
        Device device = online();
        Delivery first = device.report(contract().report(1));
        Delivery second = device.report(contract().report(2));

        assertClosesPromptly(device);

        assertThat(first.outcome()).contains(DeliveryOutcome.ACKNOWLEDGED);
        assertThat(second.outcome()).contains(DeliveryOutcome.ACKNOWLEDGED);
    }

    @Test
    @DisplayName("A closed device says so when it is used")
    void report_afterClose_isRefused() {
        Device device = online();
        device.close();

        assertThatThrownBy(() -> device.report(contract().report(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(device.id());
    }
}
