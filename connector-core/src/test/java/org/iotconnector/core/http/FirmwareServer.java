package org.iotconnector.core.http;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A server with one file of 300 000 bytes, and a client that downloads it. */
final class FirmwareServer implements AutoCloseable {
    static final byte[] CONTENT = content();
    static final String MD5 = hex("MD5");

    final MockWebServer server = new MockWebServer();
    final Http http = Http.create();
    final Path file;
    final Path part;

    FirmwareServer(Path folder) throws IOException {
        file = folder.resolve("firmware.bin");
        part = folder.resolve("firmware.bin.part");
        server.start();
    }

    private static byte[] content() {
        byte[] bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    static String hex(String algorithm) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(CONTENT));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static MockResponse.Builder whole() {
        return new MockResponse.Builder().body(new Buffer().write(CONTENT));
    }

    static MockResponse.Builder rest(int start) {
        return new MockResponse.Builder()
                .code(206)
                .addHeader("Content-Range", "bytes " + start + "-" + (CONTENT.length - 1) + "/" + CONTENT.length)
                .body(new Buffer().write(Arrays.copyOfRange(CONTENT, start, CONTENT.length)));
    }

    /** The beginning only, then the connection breaks although more was announced. */
    static MockResponse.Builder cut(int length) {
        return new MockResponse.Builder()
                .body(new Buffer().write(CONTENT, 0, length))
                .setHeader("Content-Length", CONTENT.length)
                .onResponseEnd(new SocketEffect.CloseSocket());
    }

    void answers(MockResponse.Builder... responses) {
        for (MockResponse.Builder response : responses) {
            server.enqueue(response.build());
        }
    }

    Download.Builder download() {
        return Download.of(HttpRequest.get(server.url("/fw?sig=s3cret").uri()).build(), file)
                .backoff(Duration.ofMillis(1), Duration.ofMillis(5));
    }

    Downloaded run(UnaryOperator<Download.Builder> settings) {
        return http.download(settings.apply(download()).build()).result().join();
    }

    /** As {@link #run}, throwing what failed itself. */
    ThrowingCallable running(UnaryOperator<Download.Builder> settings) {
        return () -> {
            try {
                run(settings);
            } catch (CompletionException e) {
                throw Objects.requireNonNull(e.getCause());
            }
        };
    }

    RecordedRequest received() throws InterruptedException {
        return Objects.requireNonNull(server.takeRequest(5, TimeUnit.SECONDS), "no request came");
    }

    @Override
    public void close() {
        http.close();
        server.close();
    }
}
