package org.iotconnector.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;
import static org.iotconnector.core.http.FirmwareServer.CONTENT;
import static org.iotconnector.core.http.FirmwareServer.MD5;
import static org.iotconnector.core.http.FirmwareServer.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.iotconnector.core.HttpException;
import org.iotconnector.core.HttpException.Reason;
import org.iotconnector.core.PlatformRejectedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
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
    void download_inOnePiece_becomesTheFile() throws Exception {
        it.server.enqueue(whole().build());

        Downloaded done = it.run(its -> its.size(CONTENT.length).checksum(Checksum.md5(MD5)));

        assertThat(it.file).hasBinaryContent(CONTENT);
        assertThat(done).isEqualTo(new Downloaded(it.file, CONTENT.length, 1));
        assertThat(folder).isDirectoryNotContaining("glob:**.part*");
        RecordedRequest request = it.received();
        assertThat(request.getHeaders().get("Range")).isNull();
        assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("identity");
    }

    @Test
    void download_wrongChecksum_isRefusedAndDropped() {
        it.server.enqueue(whole().build());

        assertThatThrownBy(it.running(its -> its.checksum(Checksum.md5("0".repeat(32)))))
                .isInstanceOfSatisfying(
                        HttpException.class, e -> assertThat(e.reason()).isEqualTo(Reason.WRONG_CONTENT))
                .hasMessageContaining("another MD5 than 00000000000000000000000000000000");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void download_fileLongerThanItMustBe_isRefused() {
        it.server.enqueue(whole().build());

        assertThatThrownBy(it.running(its -> its.size(1000)))
                .isInstanceOf(HttpException.class)
                .hasMessageContaining("has 300000 bytes or more, but must have 1000.");

        assertThat(it.file).doesNotExist();
    }

    @Test
    void download_endlessBody_endsAtTheLargestSize() {
        it.server.enqueue(new MockResponse.Builder()
                .chunkedBody(new Buffer().write(CONTENT), 8192)
                .build());

        assertThatThrownBy(it.running(its -> its.largestSize(10_000)))
                .isInstanceOf(HttpException.class)
                .hasMessageContaining("raise largestSize");
    }

    @Test
    void download_serverBusy_triesAgain() {
        it.server.enqueue(new MockResponse.Builder().code(503).build());
        it.server.enqueue(whole().build());

        assertThat(it.run(its -> its).attempts()).isEqualTo(2);
    }

    @Test
    void download_refused_failsAtOnceWithTheText() {
        it.server.enqueue(
                new MockResponse.Builder().code(403).body("token expired").build());

        assertThatThrownBy(it.running(its -> its))
                .isInstanceOfSatisfying(
                        PlatformRejectedException.class,
                        e -> assertThat(e.code()).isEqualTo(403))
                .hasMessageContaining("token expired");

        assertThat(it.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void download_headersOfTheAnswerRefused_takesNoByte() {
        it.server.enqueue(whole().addHeader("Ota-Errno", "12").build());

        assertThatThrownBy(it.running(its -> its.check(answer -> {
                    throw new PlatformRejectedException(
                            Integer.parseInt(answer.headers().first("Ota-Errno").orElse("0")), "expired", "");
                })))
                .hasMessage("The platform answered 12 \"expired\".");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void download_progress_endsWithAllBytes() {
        it.server.enqueue(
                whole().throttleBody(50_000, 100, TimeUnit.MILLISECONDS).build());
        List<DownloadProgress> told = new CopyOnWriteArrayList<>();

        it.run(its -> its.onProgress(told::add));

        assertThat(told).hasSizeBetween(3, 12);
        assertThat(told).extracting(DownloadProgress::bytes).isSorted();
        assertThat(told.get(0).percent()).isEqualTo(OptionalLong.of(0));
        assertThat(told.get(told.size() - 1).percent()).isEqualTo(OptionalLong.of(100));
        assertThat(told.get(told.size() - 1).bytesPerSecond()).isBetween(50_000L, 5_000_000L);
    }

    @Test
    void cancel_whileRunning_keepsThePart() throws Exception {
        it.server.enqueue(
                whole().throttleBody(10_000, 50, TimeUnit.MILLISECONDS).build());
        DownloadJob job = it.http.download(it.download().build());
        while (job.progress().bytes() == 0) {
            Thread.onSpinWait();
        }

        job.cancel();

        assertThatThrownBy(() -> job.result().join()).isInstanceOf(CancellationException.class);
        assertThat(it.part).exists();
        assertThat(it.file).doesNotExist();
    }

    @Test
    void cancel_whileWaitingForTheNextAttempt_endsAtOnce() throws Exception {
        it.server.enqueue(new MockResponse.Builder().code(503).build());
        DownloadJob job = it.http.download(
                it.download().backoff(Duration.ofHours(1), Duration.ofHours(1)).build());
        it.received();

        job.cancel();

        assertThatThrownBy(() -> job.result().orTimeout(5, TimeUnit.SECONDS).join())
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void close_whileDownloading_fails() {
        it.server.enqueue(
                whole().throttleBody(10_000, 50, TimeUnit.MILLISECONDS).build());
        DownloadJob job = it.http.download(it.download().build());
        while (job.progress().bytes() == 0) {
            Thread.onSpinWait();
        }

        it.http.close();

        assertThatThrownBy(() -> job.result().join())
                .cause()
                .asInstanceOf(throwable(HttpException.class))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.CLOSED));
    }

    @Test
    void download_toAFileBeingDownloaded_isRefused() {
        it.server.enqueue(
                whole().throttleBody(10_000, 50, TimeUnit.MILLISECONDS).build());
        DownloadJob job = it.http.download(it.download().build());

        assertThatThrownBy(() -> it.http.download(it.download().build()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is running already");

        job.cancel();
    }

    @Test
    void download_toMissingDirectory_saysSo() {
        it.server.enqueue(whole().build());
        Download nowhere = Download.of(
                        HttpRequest.get(it.server.url("/").uri()).build(),
                        folder.resolve("none").resolve("f"))
                .build();

        assertThatThrownBy(() -> it.http.download(nowhere).result().join())
                .cause()
                .asInstanceOf(throwable(HttpException.class))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.FILE))
                .hasMessageContaining("Create the directory");
    }

    @Test
    void download_overAnExistingFile_replacesIt() throws Exception {
        Files.writeString(it.file, "old");
        it.server.enqueue(whole().build());

        it.run(its -> its);

        assertThat(it.file).hasBinaryContent(CONTENT);
    }

    @Test
    void download_emptyFile_isAFile() {
        it.server.enqueue(new MockResponse.Builder().build());

        it.run(its -> its.size(0));

        assertThat(it.file).isEmptyFile();
    }
}
