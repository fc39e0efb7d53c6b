package org.iotconnector.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.iotconnector.simulator.Fault;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.testing.Lamp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SimulatorExtensionTest {
    @RegisterExtension
    static final SimulatorExtension SHARED =
            SimulatorExtension.of(builder -> builder.demoAliyun(settings -> settings.listen(Transport.TCP, 0)));

    @RegisterExtension
    final SimulatorExtension own = new SimulatorExtension();

    private final int portAtConstruction = SHARED.simulator().aliyun().mqttUri().getPort();

    @AfterEach
    void disturb() {
        SHARED.simulator().aliyun().inject(new Fault.RefuseConnect(5, Fault.ALWAYS));
        SHARED.simulator().aliyun().stopListening();
    }

    @RepeatedTest(2)
    void staticField_everyTest_findsItListeningAndWithoutFaults() {
        try (Lamp lamp = new Lamp(SHARED.simulator())) {
            assertThat(lamp.device().isOnline()).isTrue();
            assertThat(SHARED.simulator().aliyun().mqttUri().getPort()).isEqualTo(portAtConstruction);
        }
    }

    @Test
    void customizer_ports_areApplied() {
        assertThatThrownBy(() -> SHARED.simulator().aliyun().mqttsUri()).isInstanceOf(IllegalStateException.class);
    }

    @RepeatedTest(2)
    void instanceField_everyTest_startsFresh() {
        assertThat(own.simulator().aliyun().received()).isEmpty();
        try (Lamp lamp = new Lamp(own.simulator())) {
            lamp.send("thing/event/property/post", "{'params':{'LightSwitch':1}}");
        }
    }

    @Nested
    class Inside {
        @Test
        void nestedClass_sharesTheStaticSimulator() {
            assertThat(SHARED.simulator().aliyun().mqttUri().getPort()).isEqualTo(portAtConstruction);
        }
    }

    @Test
    void simulator_notRunning_saysSo() {
        assertThatThrownBy(() -> new SimulatorExtension().simulator()).hasMessageContaining("only during tests");
    }
}
