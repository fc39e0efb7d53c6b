package org.iotconnector.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.iotconnector.core.http.FirmwareServer.CONTENT;
import static org.iotconnector.core.http.FirmwareServer.MD5;
import static org.iotconnector.core.http.FirmwareServer.cut;
import static org.iotconnector.core.http.FirmwareServer.rest;
import static org.iotconnector.core.http.FirmwareServer.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.iotconnector.core.HttpException;
import org.iotconnector.core.HttpException.Reason;
import org.iotconnector.core.settings.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadResumeTest {
    @TempDir
    private Path folder;

    private FirmwareServer it;

    @BeforeEach
    void start() throws IOException {
        it = new FirmwareServer(folder);
    }

    @AfterEach
    void stop() {
        it.close();
    }

    @Test
    void download_cutTwice_asksForTheRest() throws Exception {
        it.server.enqueue(cut(100_000).build());
        it.server.enqueue(new MockResponse.Builder()
                .code(206)
                .addHeader("Content-Range", "bytes 100000-299999/300000")
                .body(new Buffer().write(CONTENT, 100_000, 50_000))
                .setHeader("Content-Length", 200_000)
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build());
        it.server.enqueue(rest(150_000).build());

        Downloaded done = it.run(its -> its.checksum(Checksum.sha256(FirmwareServer.hex("SHA-256"))));

        assertThat(it.file).hasBinaryContent(CONTENT);
        assertThat(done.attempts()).isEqualTo(3);
        it.received();
        assertThat(it.received().getHeaders().get("Range")).isEqualTo("bytes=100000-");
        assertThat(it.received().getHeaders().get("Range")).isEqualTo("bytes=150000-");
    }

    @Test
    void download_sizeKnown_namesBothEndsOfTheRange() throws Exception {
        it.server.enqueue(cut(100_000).build());
        it.server.enqueue(rest(100_000).build());

        it.run(its -> its.size(CONTENT.length));

        it.received();
        assertThat(it.received().getHeaders().get("Range")).isEqualTo("bytes=100000-299999");
    }

    @Test
    void download_stalledConnection_goesOnWithAnother() {
        it.server.enqueue(new MockResponse.Builder()
                .body(new Buffer().write(CONTENT, 0, 1000))
                .setHeader("Content-Length", CONTENT.length)
                .onResponseEnd(SocketEffect.Stall.INSTANCE)
                .build());
        it.server.enqueue(rest(1000).build());

        it.run(its -> its.stallTimeout(Duration.ofMillis(300)));

        assertThat(it.file).hasBinaryContent(CONTENT);
    }

    @Test
    void download_serverIgnoresRange_startsOver() {
        it.server.enqueue(cut(100_000).build());
        it.server.enqueue(whole().build());

        it.run(its -> its.checksum(Checksum.md5(MD5)));

        assertThat(it.file).hasBinaryContent(CONTENT);
    }

    @Test
    void download_rangeFromElsewhere_startsOverWithoutRange() throws Exception {
        it.server.enqueue(cut(100_000).build());
        it.server.enqueue(rest(5_000).build());
        it.server.enqueue(whole().build());

        it.run(its -> its);

        assertThat(it.file).hasBinaryContent(CONTENT);
        it.received();
        it.received();
        assertThat(it.received().getHeaders().get("Range")).isNull();
    }

    @Test
    void download_partialWithoutContentRange_isTakenIfTheLengthFits() {
        it.server.enqueue(cut(100_000).build());
        it.server.enqueue(rest(100_000).removeHeader("Content-Range").build());

        it.run(its -> its.size(CONTENT.length));

        assertThat(it.file).hasBinaryContent(CONTENT);
    }

    @Test
    void download_partOfEarlierRunWithChecksum_isContinued() throws Exception {
        Files.write(it.part, Arrays.copyOf(CONTENT, 200_000));
        it.server.enqueue(rest(200_000).build());

        it.run(its -> its.checksum(Checksum.md5(MD5)));

        assertThat(it.file).hasBinaryContent(CONTENT);
        assertThat(it.received().getHeaders().get("Range")).isEqualTo("bytes=200000-");
    }

    @Test
    void download_partOfAnotherFile_isFoundOutAndDropped() throws Exception {
        Files.write(it.part, new byte[200_000]);
        it.server.enqueue(rest(200_000).build());
        it.server.enqueue(whole().build());

        it.run(its -> its.checksum(Checksum.md5(MD5)));

        assertThat(it.file).hasBinaryContent(CONTENT);
    }

    @Test
    void download_partThatNothingCanProve_isNotUsed() throws Exception {
        Files.write(it.part, new byte[200_000]);
        it.server.enqueue(whole().build());

        it.run(its -> its);

        assertThat(it.file).hasBinaryContent(CONTENT);
        assertThat(it.received().getHeaders().get("Range")).isNull();
    }

    @Test
    void download_partComplete_needsNoRequest() throws Exception {
        Files.write(it.part, CONTENT);

        Downloaded done = it.run(its -> its.size(CONTENT.length).checksum(Checksum.md5(MD5)));

        assertThat(done.attempts()).isZero();
        assertThat(it.file).hasBinaryContent(CONTENT);
        assertThat(it.server.getRequestCount()).isZero();
    }

    @Test
    void download_partCompleteAndServerSaysSo_isTaken() throws Exception {
        Files.write(it.part, CONTENT);
        it.server.enqueue(new MockResponse.Builder()
                .code(416)
                .addHeader("Content-Range", "bytes */300000")
                .build());

        it.run(its -> its.checksum(Checksum.md5(MD5)));

        assertThat(it.file).hasBinaryContent(CONTENT);
    }

    @Test
    void download_markedFile_isContinuedAfterARestartOnlyIfUnchanged() throws Exception {
        it.server.enqueue(new MockResponse.Builder()
                .body(new Buffer().write(CONTENT, 0, 100_000))
                .addHeader("ETag", "\"v1\"")
                .setHeader("Content-Length", CONTENT.length)
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build());
        assertThatThrownBy(it.running(its -> its.retries(0))).isInstanceOf(HttpException.class);
        it.server.enqueue(rest(100_000).addHeader("ETag", "\"v1\"").build());

        it.run(its -> its);

        assertThat(it.file).hasBinaryContent(CONTENT);
        it.received();
        RecordedRequest second = it.received();
        assertThat(second.getHeaders().get("If-Range")).isEqualTo("\"v1\"");
        assertThat(second.getHeaders().get("Range")).isEqualTo("bytes=100000-");
    }

    @Test
    void download_bodyShorterThanTheFile_isContinued() {
        it.server.enqueue(new MockResponse.Builder()
                .body(new Buffer().write(CONTENT, 0, 1000))
                .build());
        it.server.enqueue(rest(1000).build());

        it.run(its -> its.size(CONTENT.length));

        assertThat(it.file).hasBinaryContent(CONTENT);
    }

    @Test
    void download_neverAByteMore_givesUpAndKeepsThePart() {
        for (int i = 0; i < 4; i++) {
            it.server.enqueue(cut(1000).build());
        }

        assertThatThrownBy(it.running(its -> its.retries(2)))
                .isInstanceOfSatisfying(
                        HttpException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BROKEN))
                .hasMessageContaining("gave up at attempt 3 with 1000 of 300000 bytes")
                .hasMessageNotContaining("s3cret");

        assertThat(it.part).hasSize(1000);
    }

    @Test
    void download_everyAttempt_hasARequestOfItsOwn() throws Exception {
        it.server.enqueue(cut(1000).build());
        it.server.enqueue(rest(1000).build());
        AtomicInteger token = new AtomicInteger();
        Download download = Download.of(
                        () -> HttpRequest.get(it.server.url("/fw").uri())
                                .header("Authorization", Secret.of("t" + token.incrementAndGet()))
                                .build(),
                        it.file)
                .backoff(Duration.ofMillis(1), Duration.ofMillis(5))
                .build();

        it.http.download(download).result().join();

        assertThat(it.received().getHeaders().get("Authorization")).isEqualTo("t1");
        assertThat(it.received().getHeaders().get("Authorization")).isEqualTo("t2");
    }
}
