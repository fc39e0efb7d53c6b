package org.iotconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.aliyun.AliyunDevice;
import org.iotconnector.simulator.aliyun.DeviceReply;
import org.iotconnector.simulator.testing.AliyunCredentials;
import org.iotconnector.simulator.testing.Client;
import org.junit.jupiter.api.Test;

class QuickStartTest {
    private static final String SYS = "/sys/a1Demo0Prod/lamp-1/";

    @Test
    void demo_lampReports_isAnsweredAndStored() {
        try (Simulator simulator = Simulator.demo();
                Client lamp = Client.to(simulator.aliyun().mqttUri(), AliyunCredentials.lamp())
                        .connect()) {
            lamp.subscribe(SYS + "thing/event/property/post_reply");

            lamp.publish(SYS + "thing/event/property/post", "{\"id\":\"7\",\"params\":{\"LightSwitch\":1}}", 1);

            assertThat(lamp.nextText()).contains("\"id\":\"7\"", "\"code\":200");
            assertThat(simulator.aliyun().device("a1Demo0Prod/lamp-1").property("LightSwitch"))
                    .contains(1);
        }
    }

    @Test
    void demo_cloudSets_lampObeysAndFutureCompletes() {
        try (Simulator simulator = Simulator.demo();
                Client lamp = Client.to(simulator.aliyun().mqttUri(), AliyunCredentials.lamp())
                        .connect()) {
            AliyunDevice device = simulator.aliyun().device("a1Demo0Prod/lamp-1");
            lamp.subscribe(SYS + "thing/service/property/set");
            device.awaitSubscribed(SYS + "thing/service/property/set", Duration.ofSeconds(5));

            CompletableFuture<DeviceReply> reply = device.set(Map.of("LightSwitch", 1));
            String id = lamp.nextText().replaceFirst(".*\"id\":\"([0-9]+)\".*", "$1");
            lamp.publish(
                    SYS + "thing/service/property/set_reply", "{\"id\":\"" + id + "\",\"code\":200,\"data\":{}}", 1);

            assertThat(Client.await(reply).isSuccess()).isTrue();
        }
    }
}
