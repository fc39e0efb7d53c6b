package org.iotconnector.onenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.settings.SettingSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration of a device behind a gateway. */
class OneNetSubDeviceConfigTest {
    private static final OneNetConfig HUB = Devices.sensor().build();

    @TempDir
    private Path folder;

    private static OneNetConfigBuilder child() {
        return OneNetConfig.builder().gateway(HUB).productId("SubPid0001").deviceName("child-1");
    }

    @Test
    void subDevice_withoutAKey_isComplete() {
        OneNetConfig child = child().build();

        assertThat(child.gateway()).contains(HUB);
        assertThat(child.deviceId()).isEqualTo("SubPid0001/child-1");
        assertThat(child.endpoint()).isEqualTo(HUB.endpoint());
    }

    @Test
    void sessionKey_ofASubDevice_isItsGateways() {
        assertThat(child().build().sessionKey()).isEqualTo(HUB.sessionKey());
    }

    @Test
    void connect_ofASubDevice_isTheGatewaysLogin() {
        OneNetProvider provider = new OneNetProvider();
        Instant now = Instant.ofEpochSecond(1_700_000_000L);

        assertThat(provider.connect(child().build(), now)).isEqualTo(provider.connect(HUB, now));
    }

    @Test
    void gateway_asFile_isRead() throws IOException {
        Files.writeString(
                folder.resolve("hub.yaml"), """
                platform: onenet
                productId: %s
                deviceName: %s
                deviceKey: %s
                """.formatted(Devices.PRODUCT_ID, Devices.DEVICE_NAME, Devices.DEVICE_KEY));
        Path plug = Files.writeString(folder.resolve("plug.yaml"), """
                platform: onenet
                gateway: hub.yaml
                productId: SubPid0001
                deviceName: child-1
                """);

        OneNetConfig child =
                OneNetConfig.builder().read(SettingSource.file(plug)).build();

        assertThat(child.gateway()).contains(HUB);
        assertThat(child).isEqualTo(child().build());
    }

    @Test
    void gateway_asFileWithProblems_reportsThemUnderItsName() throws IOException {
        Files.writeString(folder.resolve("hub.yaml"), "platform: onenet\nproductId: a b\ndeviceName: hub-1\n");
        Path plug = Files.writeString(
                folder.resolve("plug.yaml"),
                "platform: onenet\ngateway: hub.yaml\nproductId: SubPid0001\ndeviceName: child-1\n");

        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() ->
                        OneNetConfig.builder().read(SettingSource.file(plug)).build())
                .withMessageContaining("gateway")
                .withMessageContaining("productId")
                .withMessageContaining("deviceKey");
    }

    @Test
    void bindToGateway_withoutAKey_isRefused() {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> child().bindToGateway(true).build())
                .withMessageContaining("deviceKey");
    }

    @Test
    void bindToGateway_withoutAGateway_isRefused() {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> Devices.sensor().bindToGateway(true).build())
                .withMessageContaining("bindToGateway")
                .withMessageContaining("needs gateway");
    }

    @Test
    void gateway_thatIsASubDevice_isRefused() {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> child().gateway(child().build()).build())
                .withMessageContaining("sub-device itself");
    }

    @Test
    void gateway_ofAnotherDataProtocol_isRefused() {
        OneNetConfig streams =
                Devices.sensor().dataProtocol(DataProtocol.DATASTREAM).build();

        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> child().gateway(streams).build())
                .withMessageContaining("onejson");
    }

    @Test
    void endpoint_ofASubDevice_isRefused() {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> child().endpoint("mqtt://127.0.0.1:1883").build())
                .withMessageContaining("gateway's settings");
    }

    @Test
    void newBuilder_ofASubDevice_keepsItsGateway() {
        OneNetConfig child = child().deviceKey(Secret.of(Devices.PRODUCT_KEY))
                .bindToGateway(true)
                .build();

        assertThat(child.newBuilder().build()).isEqualTo(child);
    }
}
