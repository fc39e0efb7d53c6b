package org.iotconnector.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.spi.Outgoing;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A report of ten properties, from values to topic and payload; the peer writes the same payload. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EncodeBenchmark {
    @Param({"aliyun", "onenet"})
    public String platform = "aliyun";

    private Platform device = Platform.of("aliyun");
    private JsonScript script = new JsonScript(device.report());

    @Setup
    public void open() {
        device = Platform.of(platform);
        script = new JsonScript(device.report());
    }

    @Benchmark
    public List<Outgoing> codec() {
        return device.codec().encode(Workload.REPORT, Workload.SEQUENCE);
    }

    /** The values alone, without envelope, topic and the rest of a message. */
    @Benchmark
    public byte[] values() {
        return Json.write(Workload.VALUES);
    }

    @Benchmark
    public byte[] bareJackson() {
        return script.write();
    }
}
