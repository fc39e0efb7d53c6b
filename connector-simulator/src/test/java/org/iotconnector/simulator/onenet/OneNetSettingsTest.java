package org.iotconnector.simulator.onenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.testing.OneNetCredentials;
import org.junit.jupiter.api.Test;

class OneNetSettingsTest {
    private static final String KEY = OneNetCredentials.key("any");

    @Test
    void ports_nothingSaid_areAllFree() {
        OneNetSettings settings = OneNetSettings.builder().build();

        assertThat(settings.ports()).containsOnlyKeys(Transport.TCP, Transport.TLS);
        assertThat(settings.httpPort()).hasValue(0);
    }

    @Test
    void ports_oneSaid_isTheOnlyOne() {
        OneNetSettings settings =
                OneNetSettings.builder().listen(Transport.TCP, 1884).build();

        assertThat(settings.ports()).containsOnlyKeys(Transport.TCP);
        assertThat(settings.httpPort()).isEqualTo(OptionalInt.empty());
    }

    @Test
    void listen_webSocket_isRefused() {
        assertThatThrownBy(() -> OneNetSettings.builder().listen(Transport.WS, 0))
                .isInstanceOf(SimulatorConfigurationException.class)
                .hasMessage("OneNET has no MQTT over WebSocket, so it cannot listen for ws; use mqtt or mqtts.");
    }

    @Test
    void product_sameIdOrNameTwice_isRefused() {
        OneNetSettings.Builder builder = OneNetSettings.builder().product("p1", product -> product.device("d", KEY));

        assertThatThrownBy(() -> builder.product("p1", product -> {})).hasMessageContaining("[p1] is there twice");
        assertThatThrownBy(() -> builder.product(
                        "p2", product -> product.device("d", KEY).device("d", KEY)))
                .hasMessageContaining("[p2/d] is there twice");
    }

    @Test
    void device_nameBeyondTheRule_isRefused() {
        assertThatThrownBy(() -> OneNetSettings.builder().product("p1", product -> product.device("d.1", KEY)))
                .hasMessageContaining("Device name [d.1]");
    }

    @Test
    void start_unusableThingModel_namesProductAndPlace() {
        assertThatThrownBy(() -> Simulator.builder()
                        .onenet(settings -> settings.product("p1", product -> product.thingModel("{\"events\":1}")))
                        .start())
                .isInstanceOf(SimulatorConfigurationException.class)
                .hasMessageContaining("product [p1]")
                .hasMessageContaining("[/events]");
    }

    @Test
    void toString_productAndProject_hideTheirKeys() {
        OneNetSettings settings = OneNetSettings.builder()
                .product("p1", product -> product.accessKey(KEY).device("d", KEY))
                .project("j1", KEY, List.of("p1"))
                .build();

        assertThat(settings.products() + " " + settings.projects())
                .contains("p1", "[d]", "j1")
                .doesNotContain(KEY);
    }
}
