package org.iotconnector.samples.aliyunlamp;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.iotconnector.core.settings.Setting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The lamp's command line. */
@Command(
        name = "java -jar aliyun-lamp.jar",
        description = "A lamp on Aliyun IoT: reports LightSwitch and CurrentLedADC every second, obeys LightSwitch.")
final class LampCommand implements Callable<Integer> {
    private static final Setting<Duration> RUN_TIME = Setting.duration("for")
            .description("How long to run.")
            .atLeast(Duration.ZERO)
            .build();

    @Parameters(
            arity = "0..1",
            paramLabel = "lamp.yaml",
            description = "Settings of the device on the real platform; without them it runs on a simulator.")
    private @Nullable Path settings;

    @Option(
            names = "--for",
            paramLabel = "20s",
            description = "How long to run once it is online; by default until Ctrl-C.")
    private @Nullable Duration runTime;

    @Option(names = "--led-pin", paramLabel = "17", description = "BCM number of the LED's pin (${DEFAULT-VALUE}).")
    private int ledPin = 17;

    @Option(names = "--adc-channel", paramLabel = "0", description = "MCP3008 channel, 0 to 7 (${DEFAULT-VALUE}).")
    private int adcChannel;

    @Option(names = "--mock", description = "Use no hardware, on a Raspberry Pi too.")
    private boolean mock;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this and exit.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it.
    private boolean help;

    private final Body body;

    private LampCommand(Body body) {
        this.body = body;
    }

    /** What runs with the options given. */
    @FunctionalInterface
    interface Body {
        void run(LampCommand command, StopSignal stop) throws Exception;
    }

    /** Runs {@code body}; returns the exit code: 0 done, 1 failed, 2 wrong usage. */
    static int execute(Body body, String... args) {
        return new CommandLine(new LampCommand(body))
                .registerConverter(Duration.class, RUN_TIME::parse)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println(failure.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(args);
    }

    @Override
    public Integer call() throws Exception {
        try (StopSignal stop = new StopSignal(runTime)) {
            body.run(this, stop);
        }
        return CommandLine.ExitCode.OK;
    }

    LampPlatform platform() {
        return settings == null ? new SimulatedCloud() : LampPlatform.ofFile(settings);
    }

    LampHardware hardware() {
        return mock ? Pi4jLamp.mock(ledPin) : Pi4jLamp.detect(ledPin, adcChannel);
    }
}
