package org.iotconnector.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.OutboxStoreException;
import org.iotconnector.core.outbox.OutboxOptions;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.PublishRequest;
import org.iotconnector.tck.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is really full, where this user may mount a small one in memory; elsewhere a store that says so. Which of the
 * two ran is in the report.
 */
@Timeout(120)
class FullDiskTest {
    private static final int MEBIBYTE = 1024 * 1024;

    @TempDir
    private Path folder;

    private Path disk;
    private boolean mounted;
    private final FailingStores failing = new FailingStores();

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        mounted = run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", disk.toString());
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            assertThat(run("umount", disk.toString())).isTrue();
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void fill() throws IOException {
        failing.full = true;
        if (mounted) {
            try (FileChannel filler =
                    FileChannel.open(disk.resolve("filler"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                while (filler.size() < 32 * MEBIBYTE) {
                    filler.write(ByteBuffer.allocate(4096));
                }
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("No space left");
            }
        }
    }

    private void makeRoom() throws IOException {
        failing.full = false;
        Files.deleteIfExists(disk.resolve("filler"));
    }

    private static boolean isStored(Delivery delivery) {
        try {
            delivery.stored().orTimeout(15, TimeUnit.SECONDS).join();
            return true;
        } catch (CompletionException e) {
            assertThat(e.getCause())
                    .isInstanceOf(OutboxStoreException.class)
                    .hasMessageContaining("could not be stored in")
                    .hasMessageContaining("make room on the disk");
            return false;
        }
    }

    @Test
    void messages_onAFullDisk_failClearlyNothingStoredIsLostAndItGoesOn(TestReporter reporter) throws Exception {
        Set<String> stored = new LinkedHashSet<>();
        int failed = 0;
        try (Fixture run = Fixture.open(
                mounted ? new SqliteOutboxStores() : failing,
                disk,
                Script.MANUAL,
                options -> options.outbox(OutboxOptions.standard().withMaxBytes(64 * MEBIBYTE)))) {
            for (int n = 1; n <= 150; n++) {
                if (n == 51) {
                    fill();
                } else if (n == 101) {
                    makeRoom();
                }
                String text = n + " " + "x".repeat(1_000);
                if (isStored(run.session.publish(Fixture.message(text)))) {
                    stored.add(text);
                } else {
                    failed++;
                    assertThat(n).isBetween(51, 100);
                }
            }
            assertThat(failed).isPositive();
            assertThat(run.session.storeCounts().orElseThrow().failed()).isEqualTo(failed);
            assertThat(run.session.ledger().waiting()).isEqualTo(150);
        }

        List<String> sent = new ArrayList<>();
        try (Fixture run = Fixture.open(disk, Scripts.online(PublishRequest::acknowledge))) {
            Await.until("all is sent", () -> run.session.ledger().acknowledged() == stored.size());
            sent.addAll(run.sent());
        }
        assertThat(sent).containsExactlyElementsOf(stored);
        reporter.publishEntry(
                "disk", (mounted ? "a full tmpfs" : "an injected failure") + ": " + failed + " of 150 failed");
    }
}
