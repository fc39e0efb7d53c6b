package org.iotconnector.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.Device;
import org.iotconnector.core.session.SessionOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A lamp on the simulated platform, for tests over real sockets. */
@Timeout(60)
abstract class SimulatedLampTest {
    final SimulatedAliyun aliyun = new SimulatedAliyun();
    final Connector connector = Connector.create();

    @AfterEach
    void close() {
        connector.close();
        aliyun.close();
    }

    AliyunConfigBuilder lamp() {
        return Devices.lamp()
                .endpoint(aliyun.platform().mqttUri().toString())
                .session(SessionOptions.builder().pacing(false).build());
    }

    Device open(AliyunConfigBuilder config) {
        Device device = connector.open(config.build());
        device.awaitOnline(Duration.ofSeconds(20));
        return device;
    }

    static void join(Delivery delivery) {
        assertThat(delivery.replied().orTimeout(20, TimeUnit.SECONDS).join().code())
                .isEqualTo(200);
    }
}
