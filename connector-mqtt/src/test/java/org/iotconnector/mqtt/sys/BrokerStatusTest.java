package org.iotconnector.mqtt.sys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerStatusTest {
    @Test
    void status_ofEmqx_sumsItsNodes() {
        BrokerStatus status = new BrokerStatus(Map.of(
                "$SYS/brokers/emqx@a/version", "5.8.0",
                "$SYS/brokers/emqx@a/uptime", "1 days, 2 hours, 3 minutes, 4 seconds",
                "$SYS/brokers/emqx@a/stats/connections/count", "3",
                "$SYS/brokers/emqx@b/stats/connections/count", "4",
                "$SYS/brokers/emqx@a/metrics/messages/received", "10"));

        assertThat(status.software()).isEqualTo(BrokerStatus.Software.EMQX);
        assertThat(status.version()).contains("5.8.0");
        assertThat(status.uptime())
                .contains(Duration.ofDays(1).plusHours(2).plusMinutes(3).plusSeconds(4));
        assertThat(status.connectedClients()).hasValue(7);
        assertThat(status.messagesReceived()).hasValue(10);
    }

    @Test
    void status_ofMosquitto_readsNumbersAndLoads() {
        BrokerStatus status = new BrokerStatus(Map.of(
                "$SYS/broker/version", "mosquitto version 2.0.11",
                "$SYS/broker/uptime", "123 seconds",
                "$SYS/broker/retained messages/count", "44",
                "$SYS/broker/load/connections/1min", "7.42"));

        assertThat(status.uptime()).contains(Duration.ofSeconds(123));
        assertThat(status.retainedMessages()).hasValue(44);
        assertThat(status.load("connections", BrokerStatus.Window.ONE_MINUTE)).hasValue(7.42);
    }

    @Test
    void status_ofNonsense_isEmptyOnly() {
        BrokerStatus status = new BrokerStatus(Map.of(
                "$SYS/broker/clients/connected", "many",
                "$SYS/broker/uptime", "long",
                "$SYS/broker/load/connections/1min", "NaN"));

        assertThat(status.connectedClients()).isEmpty();
        assertThat(status.uptime()).isEmpty();
        assertThat(status.load("connections", BrokerStatus.Window.ONE_MINUTE)).isEmpty();
    }
}
