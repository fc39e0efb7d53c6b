package org.iotconnector.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.iotconnector.core.thing.Downlink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

class BenchmarksTest {
    @Test
    void benchmarks_onceAndBriefly_allRun() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(5))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();

        assertThat(results)
                .extracting(it -> it.getParams().getBenchmark().replaceFirst("org.iotconnector.benchmarks.", ""))
                .contains(
                        "SigningBenchmark.bareHmac",
                        "SigningBenchmark.aliyunLogin",
                        "SigningBenchmark.oneNetLogin",
                        "SigningBenchmark.oneNetToken",
                        "EncodeBenchmark.bareJackson",
                        "EncodeBenchmark.values",
                        "EncodeBenchmark.codec",
                        "DecodeBenchmark.bareJackson",
                        "DecodeBenchmark.values",
                        "DecodeBenchmark.codec");
        assertThat(results).allMatch(it -> it.getPrimaryResult().getScore() > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aliyun", "onenet"})
    void peer_writing_givesTheCodecsPayload(String platform) {
        byte[] payload = Platform.of(platform).report();

        assertThat(new JsonScript(payload).write()).isEqualTo(payload);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aliyun", "onenet"})
    void set_decoded_holdsTheTenProperties(String platform) {
        Platform device = Platform.of(platform);

        assertThat(device.codec().decode(device.set()))
                .singleElement()
                .isInstanceOfSatisfying(
                        Downlink.PropertySet.class,
                        it -> assertThat(it.values()).isEqualTo(Workload.VALUES));
    }
}
