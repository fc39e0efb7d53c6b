package org.iotconnector.simulator.junit;

import java.util.function.Consumer;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.SimulatorBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Runs a {@link Simulator} around tests. By {@code @ExtendWith}, or in a static field with {@code @RegisterExtension}, one simulator serves
 * the class and those nested in it; before each test its faults are cleared, bans lifted and its listeners open. In an instance field each test
 * gets its own. Test methods may take a {@code Simulator} as parameter. Not for tests that run concurrently.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SimulatorExtension SIMULATOR = SimulatorExtension.of(builder -> builder.demoAliyun());
 * }</pre>
 */
public final class SimulatorExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
    private final Consumer<SimulatorBuilder> customizer;
    private @Nullable Simulator simulator;
    private int classes;

    /** The demo set on free ports. */
    public SimulatorExtension() {
        this(SimulatorBuilder::demoAll);
    }

    private SimulatorExtension(Consumer<SimulatorBuilder> customizer) {
        this.customizer = customizer;
    }

    /** A simulator as {@code customizer} configures it, starting with nothing. */
    public static SimulatorExtension of(Consumer<SimulatorBuilder> customizer) {
        return new SimulatorExtension(customizer);
    }

    /**
     * The running simulator.
     *
     * @throws IllegalStateException outside of tests
     */
    public Simulator simulator() {
        if (simulator == null) {
            throw new IllegalStateException("The simulator runs only during tests; ask for it inside a test method.");
        }
        return simulator;
    }

    /** JUnit calls this for nested classes too, which share the simulator of the class around them. */
    @Override
    public void beforeAll(ExtensionContext context) {
        if (classes++ == 0) {
            start();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (simulator == null) {
            start();
        } else {
            simulator.platforms().forEach(platform -> {
                platform.clearFaults();
                platform.startListening();
            });
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (classes == 0) {
            stop();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (--classes == 0) {
            stop();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Simulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return simulator();
    }

    private void start() {
        SimulatorBuilder builder = Simulator.builder();
        customizer.accept(builder);
        simulator = builder.start();
    }

    private void stop() {
        if (simulator != null) {
            simulator.close();
            simulator = null;
        }
    }
}
