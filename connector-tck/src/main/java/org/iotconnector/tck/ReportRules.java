package org.iotconnector.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.Device;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.Reply;
import org.iotconnector.core.ReplyTimeoutException;
import org.iotconnector.core.outbox.DeliveryOutcome;
import org.iotconnector.core.spi.Capabilities.Feature;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of reports. */
abstract class ReportRules<C extends DeviceConfig<C>> extends LiveRules<C> {
    ReportRules(ProviderContract<C> contract) {
        super(contract);
    }

    private List<Values> reports(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(contract()::report).toList();
    }

    @Test
    @DisplayName("A report is acknowledged, and answered with the platform's code where it answers")
    void report_whenOnline_isAcknowledgedAndReplied() {
        Device device = online();

        Delivery delivery = device.report(contract().report(1));

        Await.value(delivery.acknowledged());
        assertThat(delivery.outcome()).contains(DeliveryOutcome.ACKNOWLEDGED);
        Reply reply = Await.value(delivery.replied());
        if (contract().provider().capabilities(config(Map.of())).has(Feature.REPLIES)) {
            assertThat(reply.fromPlatform()).isTrue();
            assertThat(reply.code()).isEqualTo(contract().repliedCode());
        } else {
            assertThat(reply).isEqualTo(Reply.none());
        }
        Await.until("the platform has the report", () -> platform().reports().equals(reports(1, 1)));
    }

    @Test
    @DisplayName("Acknowledged and replied are two results: without a reply the first comes and the second times out")
    void report_withoutReply_isAcknowledgedAndTimesOut() {
        needs(Feature.REPLIES);
        Device device = online();
        platform().loseReplies(1);

        Delivery delivery = device.report(contract().report(1));

        Await.value(delivery.acknowledged());
        assertThat(Await.failure(delivery.replied())).isInstanceOf(ReplyTimeoutException.class);
        assertThat(delivery.outcome()).contains(DeliveryOutcome.ACKNOWLEDGED);
    }

    @Test
    @DisplayName("A lost reply does not harm the next report")
    void report_afterALostReply_isReplied() {
        needs(Feature.REPLIES);
        Device device = online();
        platform().loseReplies(1);
        Delivery unanswered = device.report(contract().report(1));
        Await.value(unanswered.acknowledged());

        Reply reply = Await.value(device.report(contract().report(2)).replied());

        assertThat(reply.code()).isEqualTo(contract().repliedCode());
    }

    @Test
    @DisplayName("Reports made while offline arrive after the reconnect, in order, each once, and the ledger adds up")
    void report_whileOffline_arrivesInOrderAfterReconnect() {
        Device device = online();
        platform().stop();
        Await.until(
                "the loss is noticed", () -> !device.session().state().phase().connected());

        List<Delivery> deliveries = new ArrayList<>();
        reports(1, 8).forEach(values -> deliveries.add(device.report(values)));
        assertThat(device.session().ledger().waiting()).isEqualTo(deliveries.size());
        platform().start();

        deliveries.forEach(delivery -> Await.value(delivery.acknowledged()));
        Await.until("the platform has all", () -> platform().reports().size() >= deliveries.size());
        assertThat(platform().reports()).isEqualTo(reports(1, 8));
        assertThat(device.session().ledger().addsUp()).isTrue();
        // More where a device introduces itself at every connection.
        assertThat(device.session().ledger().acknowledged()).isGreaterThanOrEqualTo(deliveries.size());
    }

    @Test
    @DisplayName("A report whose acknowledgement was lost with the connection is sent again")
    void report_unacknowledgedWhenCut_isSentAgain() {
        Device device = online();
        platform().withholdAcknowledgements(1);
        Delivery delivery = device.report(contract().report(1));
        Await.until("the platform has it", () -> !platform().reports().isEmpty());
        assertThat(delivery.outcome()).isEmpty();

        platform().cutConnections();

        Await.value(delivery.acknowledged());
        assertThat(platform().reports())
                .hasSizeGreaterThan(1)
                .containsOnly(contract().report(1));
        assertThat(device.session().ledger().addsUp()).isTrue();
    }

    @Test
    @DisplayName("Connections that are cut again and again lose no report and do not change their order")
    void report_whileConnectionsAreCut_losesNothing() {
        Device device = online();
        List<Delivery> deliveries = new ArrayList<>();

        for (int number = 1; number <= 9; number++) {
            deliveries.add(device.report(contract().report(number)));
            if (number % 3 == 0) {
                Await.value(deliveries.get(number - 2).acknowledged());
                platform().cutConnections();
            }
        }

        deliveries.forEach(delivery -> Await.value(delivery.acknowledged()));
        assertThat(platform().reports()).containsAll(reports(1, 9));
        assertThat(firstArrivals()).isEqualTo(reports(1, 9));
        assertThat(device.session().ledger().addsUp()).isTrue();
    }

    private List<Values> firstArrivals() {
        return platform().reports().stream().distinct().toList();
    }
}
