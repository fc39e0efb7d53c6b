package org.iotconnector.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.onenet.OneNetToken;
import org.iotconnector.onenet.SignMethod;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one login costs before it leaves: the signature and everything else of a CONNECT. All with HMAC-SHA256. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class SigningBenchmark {
    private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");
    private static final Secret KEY = Secret.of("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
    private static final String RESOURCE = "products/Demo0Prod1/devices/lamp-1";

    private final Platform aliyun = Platform.of("aliyun");
    private final Platform oneNet = Platform.of("onenet");
    private final byte[] key = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private final byte[] content =
            ("1795651200\nsha256\n" + RESOURCE + "\n2018-10-31").getBytes(StandardCharsets.US_ASCII);

    /** The peer: one MAC over what OneNET signs, with a new key as the others have to make one. */
    @Benchmark
    public byte[] bareHmac() throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(content);
    }

    @Benchmark
    public ConnectParameters aliyunLogin() {
        return aliyun.login().apply(NOW);
    }

    @Benchmark
    public ConnectParameters oneNetLogin() {
        return oneNet.login().apply(NOW);
    }

    /** The part of a login that is also made for each call of an HTTP interface. */
    @Benchmark
    public Secret oneNetToken() {
        return OneNetToken.sign(KEY, OneNetToken.DEVICE_VERSION, RESOURCE, NOW, SignMethod.SHA256)
                .text();
    }
}
