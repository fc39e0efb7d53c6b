package org.iotconnector.samples.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.iotconnector.tck.LoudProcess;
import org.iotconnector.tck.SecretSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs a sample as processes of its own with secrets that are known, every logger at its finest level, and searches what it prints, what
 * it logs and what the process list shows of it. Every sample has a subclass.
 */
public abstract class SecrecyContract {
    @TempDir
    private Path folder;

    /** The sample's main class. */
    protected abstract String mainClass();

    /** The secrets of all runs, by a name for each. */
    protected abstract Map<String, String> secrets();

    /**
     * The runs: on the sample's own simulator, and with settings files whose secrets are right, wrong and mistyped.
     *
     * @param files a folder for their files
     */
    protected abstract List<Run> runs(Path files) throws Exception;

    /**
     * One run.
     *
     * @param variables the environment variables, which hold secrets
     * @param exitCode how it ends
     */
    public record Run(String name, List<String> arguments, Map<String, String> variables, int exitCode) {}

    @Test
    void sample_inAnyRun_showsNoSecret() throws Exception {
        SecretSearch search = SecretSearch.of(secrets());
        StringBuilder logs = new StringBuilder();
        for (Run run : runs(folder)) {
            try (LoudProcess process =
                    LoudProcess.start(folder, run.name(), mainClass(), run.variables(), run.arguments())) {
                assertThat(process.exitCode())
                        .as(() -> run.name() + ": " + process.out() + process.err())
                        .isEqualTo(run.exitCode());
                assertThat(process.commandLines()).anyMatch(line -> line.contains(mainClass()));
                assertThat(search.findIn(String.join("\n", process.commandLines())))
                        .as("the process list during " + run.name())
                        .isEmpty();
                assertThat(search.findIn(process.out()))
                        .as("output of " + run.name())
                        .isEmpty();
                assertThat(search.findIn(process.err()))
                        .as("log of " + run.name())
                        .isEmpty();
                logs.append(process.err());
            }
        }
        assertThat(logs).as("logs of every level").contains("DEBUG", "io.netty");
    }
}
