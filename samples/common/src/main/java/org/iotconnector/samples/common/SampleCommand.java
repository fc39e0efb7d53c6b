package org.iotconnector.samples.common;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.iotconnector.core.settings.Setting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line of a sample: an optional settings file, and how long to run. Options of its own are its fields. */
public abstract class SampleCommand implements Callable<Integer> {
    private static final Setting<Duration> RUN_TIME = Setting.duration("for")
            .description("How long to run.")
            .atLeast(Duration.ZERO)
            .build();

    @Parameters(
            arity = "0..1",
            paramLabel = "device.yaml",
            description = "Settings of the device on the real platform; without them it runs on a simulator.")
    private @Nullable Path settings;

    @Option(
            names = "--for",
            paramLabel = "20s",
            description = "How long to run once it is online; by default until Ctrl-C.")
    private @Nullable Duration runTime;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this and exit.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it.
    private boolean help;

    /** Runs the sample until {@code stop} says that it is time to end. */
    protected abstract void run(StopSignal stop) throws Exception;

    /** The settings file given; empty for the simulator. */
    protected final Optional<Path> settings() {
        return Optional.ofNullable(settings);
    }

    /** Parses {@code args} and runs; returns the exit code: 0 done, 1 failed, 2 wrong usage. */
    public final int execute(String... args) {
        return new CommandLine(this)
                .registerConverter(Duration.class, RUN_TIME::parse)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println(failure.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(args);
    }

    @Override
    public final Integer call() throws Exception {
        try (StopSignal stop = new StopSignal(runTime)) {
            run(stop);
        }
        return CommandLine.ExitCode.OK;
    }
}
