package org.iotconnector.samples.aliyunlamp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.iotconnector.aliyun.AliyunConfig;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.samples.common.CapturedOutput;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.aliyun.AliyunDevice;
import org.iotconnector.simulator.aliyun.DeviceReply;
import org.iotconnector.simulator.junit.SimulatorExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AliyunLampTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @RegisterExtension
    final SimulatorExtension extension = new SimulatorExtension();

    @RegisterExtension
    final CapturedOutput output = new CapturedOutput();

    private final LampHardware hardware = Pi4jLamp.mock(17);
    private final Connector connector = Connector.create();

    private Simulator simulator;
    private AliyunDevice cloudSide;
    private AliyunLamp lamp;

    @BeforeEach
    void connect() {
        simulator = extension.simulator();
        cloudSide = simulator.aliyun().device("a1Demo0Prod/lamp-1");
        Device device = connector.open(AliyunConfig.builder()
                .productKey(DemoSet.PRODUCT_KEY)
                .deviceName(DemoSet.DEVICE_NAME)
                .deviceSecret(Secret.of(DemoSet.DEVICE_SECRET))
                .endpoint(simulator.aliyun().mqttUri().toString())
                .build());
        lamp = new AliyunLamp(device, hardware);
        device.awaitOnline(LIMIT);
    }

    @AfterEach
    void close() {
        connector.close();
        hardware.close();
    }

    @Test
    void report_whenOnline_isStoredByThePlatform() {
        lamp.report();

        await("the report", () -> cloudSide.properties().size() == 2);
        assertThat(cloudSide.properties()).containsOnlyKeys("LightSwitch", "CurrentLedADC");
        assertThat(cloudSide.rejected()).isEmpty();
    }

    @Test
    void report_whenReplied_isPrintedWithTheCode() throws Exception {
        lamp.report();

        assertThat(output.textWith("platform replies 200", LIMIT))
                .contains("lamp   reports {LightSwitch=false, CurrentLedADC=")
                .contains("platform replies 200");
    }

    @Test
    void set_lightSwitch_switchesTheLedAndReportsIt() throws Exception {
        DeviceReply reply = cloudSide.set(Map.of("LightSwitch", 1)).get(10, TimeUnit.SECONDS);

        assertThat(reply.isSuccess()).isTrue();
        assertThat(hardware.isOn()).isTrue();
        await("the lamp's report", () -> cloudSide.property("LightSwitch").isPresent());
        assertThat(cloudSide.property("LightSwitch").orElseThrow()).hasToString("1");
    }

    @Test
    void set_lightSwitchOff_switchesTheLedOff() throws Exception {
        hardware.switchTo(true);

        DeviceReply reply = cloudSide.set(Map.of("LightSwitch", 0)).get(10, TimeUnit.SECONDS);

        assertThat(reply.isSuccess()).isTrue();
        assertThat(hardware.isOn()).isFalse();
    }

    @Test
    void set_ofSomethingElse_isAnsweredAsInvalid() throws Exception {
        DeviceReply reply = cloudSide.set(Map.of("LightBrightness", 50)).get(10, TimeUnit.SECONDS);

        assertThat(reply.code()).hasValue(460);
        assertThat(reply.text()).contains("LightSwitch only, not [LightBrightness]");
    }

    private void await(String what, BooleanSupplier condition) {
        simulator.aliyun().await(what, condition, LIMIT);
    }
}
