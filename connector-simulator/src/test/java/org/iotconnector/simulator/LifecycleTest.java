package org.iotconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.iotconnector.simulator.testing.Lamp;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    @Test
    void close_afterUse_leavesNoThreadAndNoPort() throws IOException, InterruptedException {
        List<Endpoint> endpoints;
        Simulator simulator = Simulator.builder().demoAliyun().console(0).start();
        try (simulator;
                Lamp lamp = new Lamp(simulator)) {
            lamp.send("thing/event/property/post", "{'id':'1','params':{'LightSwitch':1}}");
            lamp.device().set(Map.of("LightSwitch", 1)).join();
            endpoints = simulator.endpoints();
        }

        assertThat(endpoints).hasSize(5);
        for (Endpoint endpoint : endpoints) {
            assertPortIsFree(endpoint.uri());
        }
        assertThat(simulatorThreadsLeft()).isEmpty();
    }

    @Test
    void close_twice_hasNoEffect() {
        Simulator simulator = Simulator.demo();

        simulator.close();
        simulator.close();

        assertThat(simulator.aliyun().received()).isEmpty();
    }

    @Test
    void use_afterClose_saysSo() {
        Simulator simulator = Simulator.demo();
        simulator.close();

        assertThatThrownBy(() -> simulator.aliyun().connections())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void start_portTaken_namesPortAndRemedyAndLeavesNothingOpen() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SimulatorBuilder builder = Simulator.builder()
                    .demoAliyun(
                            settings -> settings.listen(Transport.TCP, 0).listen(Transport.TLS, taken.getLocalPort()));

            assertThatThrownBy(builder::start)
                    .isInstanceOf(SimulatorConfigurationException.class)
                    .hasMessageContaining("[" + taken.getLocalPort() + "]")
                    .hasMessageContaining("0 takes a free one");
        }
        assertThat(simulatorThreadsLeft()).isEmpty();
    }

    @Test
    void aliyun_notConfigured_saysSo() {
        try (Simulator simulator = Simulator.builder().start()) {
            assertThatThrownBy(simulator::aliyun).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void mqttsUri_notListening_saysWhatToConfigure() {
        try (Simulator simulator = Simulator.builder()
                .demoAliyun(settings -> settings.listen(Transport.TCP, 0))
                .start()) {
            assertThatThrownBy(() -> simulator.aliyun().mqttsUri()).hasMessageContaining("no mqtts listener");
        }
    }

    @Test
    void awaitReceived_nothingComes_errorTellsWhatWasSeen() {
        try (Simulator simulator = Simulator.demo()) {
            assertThatThrownBy(() -> simulator.aliyun().awaitReceived(message -> true, Duration.ofMillis(20)))
                    .isInstanceOf(SimulatorTimeoutException.class)
                    .hasMessageContaining("No message was received");
        }
    }

    @Test
    void awaitReceived_interrupted_keepsTheFlag() {
        try (Simulator simulator = Simulator.demo()) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> simulator.aliyun().awaitReceived(message -> true, Duration.ofSeconds(5)))
                    .isInstanceOf(SimulatorTimeoutException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void toString_settings_hideSecrets() {
        try (Simulator simulator = Simulator.demo()) {
            assertThat(simulator.aliyun().devices().toString())
                    .contains("lamp-1")
                    .doesNotContain(DemoSet.DEVICE_SECRET);
        }
    }

    private static void assertPortIsFree(URI uri) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), uri.getPort()));
            assertThat(socket.isBound()).isTrue();
        }
    }

    /** Threads end a moment after the call that ends them, so each gets up to five seconds. */
    private static List<String> simulatorThreadsLeft() throws InterruptedException {
        for (Thread thread : simulatorThreads()) {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        }
        return simulatorThreads().stream().map(Thread::getName).toList();
    }

    private static List<Thread> simulatorThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("simulator-")
                        || thread.getName().startsWith("HTTP-Dispatcher"))
                .toList();
    }
}
