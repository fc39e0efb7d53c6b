package org.iotconnector.simulator.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;
import org.iotconnector.fuzz.Check;
import org.iotconnector.simulator.SimulatorConfigurationException;

/** The simulator's settings file. */
class SimulatorFileFuzzTest {
    private static final Path NOWHERE = Path.of("no", "such", "folder");

    @FuzzTest
    void simulatorFile(byte[] input) {
        Check.read(() -> SimulatorFile.parse(Check.text(input), NOWHERE), SimulatorConfigurationException.class)
                .ifPresent(builder -> assertThat(builder).isNotNull());
    }
}
