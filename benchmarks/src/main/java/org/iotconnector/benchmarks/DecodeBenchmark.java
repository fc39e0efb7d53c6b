package org.iotconnector.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.Values;
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
import org.openjdk.jmh.infra.Blackhole;

/** A set of ten properties, from topic and payload to values; the peer reads the same payload and keeps nothing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecodeBenchmark {
    @Param({"aliyun", "onenet"})
    public String platform = "aliyun";

    private Platform device = Platform.of("aliyun");
    private byte[] payload = device.set().payload().toArray();
    private JsonScript script = new JsonScript(payload);

    @Setup
    public void open() {
        device = Platform.of(platform);
        payload = device.set().payload().toArray();
        script = new JsonScript(payload);
    }

    @Benchmark
    public List<Downlink> codec() {
        return device.codec().decode(device.set());
    }

    /** The payload as values, without topic and meaning. */
    @Benchmark
    public Values values() {
        return Json.readObject(payload);
    }

    @Benchmark
    public void bareJackson(Blackhole sink) {
        script.read(payload, sink);
    }
}
