package org.iotconnector.simulator.adafruit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Endpoint;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.testing.AdafruitBench;
import org.iotconnector.simulator.testing.Client;
import org.iotconnector.simulator.testing.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdafruitSettingsTest {
    private static final Path MANUAL = Path.of("..", "docs", "simulator.md");

    @Test
    void ports_nothingSaid_areAllFree() {
        AdafruitSettings settings = AdafruitSettings.builder().build();

        assertThat(settings.ports()).containsOnlyKeys(Transport.TCP, Transport.TLS);
        assertThat(settings.httpPort()).hasValue(0);
    }

    @Test
    void ports_oneSaid_isTheOnlyOne() {
        AdafruitSettings settings =
                AdafruitSettings.builder().listen(Transport.WS, 1885).build();

        assertThat(settings.ports()).containsOnlyKeys(Transport.WS);
        assertThat(settings.httpPort()).isEqualTo(OptionalInt.empty());
    }

    @Test
    void listen_portBeyondTheRange_isRefused() {
        assertThatThrownBy(() -> AdafruitSettings.builder().http(70_000))
                .isInstanceOf(SimulatorConfigurationException.class)
                .hasMessageContaining("Port [70000] for http");
    }

    @Test
    void account_twice_isRefused() {
        AdafruitSettings.Builder builder = AdafruitSettings.builder().account("a", "k", AdafruitPlan.FREE);

        assertThatThrownBy(() -> builder.account("a", "k", AdafruitPlan.PLUS))
                .hasMessageContaining("Account [a] is there twice");
    }

    @Test
    void account_nameOrKeyOfNoUse_isRefused() {
        AdafruitSettings.Builder builder = AdafruitSettings.builder();

        assertThatThrownBy(() -> builder.account("a/b", "k", AdafruitPlan.FREE)).hasMessageContaining("Username [a/b]");
        assertThatThrownBy(() -> builder.account("a", "", AdafruitPlan.FREE)).hasMessageContaining("[a] is empty");
    }

    @Test
    void toString_account_hidesItsKey() {
        AdafruitSettings settings = AdafruitSettings.builder()
                .account("a", "aio_secret", AdafruitPlan.FREE)
                .build();

        assertThat(settings.accounts().toString()).contains("a, free").doesNotContain("aio_secret");
    }

    @Test
    void limits_figuresOfNoUse_areRefused() {
        AdafruitLimits.Builder builder = AdafruitLimits.builder();

        assertThatThrownBy(() -> builder.connects(0)).hasMessageContaining("[connects] is [0]");
        assertThatThrownBy(() -> builder.bans(Duration.ZERO, Duration.ofHours(1)))
                .hasMessageContaining("[PT0S]");
    }

    @Test
    void plan_unknownName_isRefused() {
        assertThatThrownBy(() -> AdafruitPlan.named("gold")).hasMessageContaining("[gold] is unknown");
        assertThatThrownBy(() -> AdafruitPlan.FREE.withDataRate(0)).hasMessageContaining("[0] data points");
    }

    @ParameterizedTest
    @EnumSource(AdafruitRule.class)
    void manual_eachRule_isThereWithItsDefault(AdafruitRule rule) throws IOException {
        List<String> lines = Files.readAllLines(MANUAL);

        assertThat(lines).anyMatch(line -> line.startsWith("| `" + rule.key() + "` | " + rule.byDefault() + " |"));
    }

    @Test
    void start_demo_listensOnAllPorts() {
        try (Simulator simulator = Simulator.builder().demoAdafruit().start()) {
            assertThat(Stream.of(simulator.endpoints()).flatMap(List::stream).map(Endpoint::name))
                    .containsExactly("adafruit mqtt", "adafruit mqtts", "adafruit http");
            assertThat(simulator.adafruit().httpUri()).hasScheme("http");
            assertThat(simulator.adafruit().accounts())
                    .singleElement()
                    .satisfies(account -> assertThat(account.username()).isEqualTo(DemoSet.ADAFRUIT_USERNAME));
        }
    }

    @Test
    void listen_webSocket_takesClientsOnItsPath() {
        try (AdafruitBench bench = new AdafruitBench(settings -> settings.listen(Transport.WS, 0));
                Client client = Client.to(
                        bench.platform().wsUri(),
                        new Credentials("w", AdafruitBench.USER, AdafruitBench.KEY),
                        mqtt -> mqtt.webSocketConfig().serverPath("mqtt").applyWebSocketConfig())) {
            client.connect();

            assertThat(bench.platform().connections())
                    .singleElement()
                    .satisfies(connection -> assertThat(connection.transport()).isEqualTo(Transport.WS));
        }
    }

    @Test
    void account_unknown_isNamedWithThoseThereAre() {
        try (Simulator simulator = Simulator.builder().demoAdafruit().start()) {
            assertThatThrownBy(() -> simulator.adafruit().account("nobody"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("There is no account [nobody]; accounts: demo.");
            assertThatThrownBy(() -> simulator.adafruit().account("demo").feed("none"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no feed [none]");
        }
    }

    @Test
    void adafruit_notConfigured_saysSo() {
        try (Simulator simulator = Simulator.builder().start()) {
            assertThatThrownBy(simulator::adafruit)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("without Adafruit IO");
        }
    }
}
