package org.iotconnector.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.iotconnector.core.outbox.DurableOutbox;
import org.iotconnector.core.outbox.OutboxStore;
import org.iotconnector.core.outbox.StoredRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SqliteStoreTest {
    private static final long[] NONE = {};

    @TempDir
    private Path folder;

    private OutboxStore open(String name) throws IOException {
        return new SqliteOutboxStores().open(folder.resolve(name), DurableOutbox.Sync.DISK);
    }

    private static List<StoredRecord> records(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(id -> new StoredRecord(id, content(id)))
                .toList();
    }

    private static byte[] content(long id) {
        return ByteBuffer.allocate(300).putLong(0, id).array();
    }

    private static List<Long> ids(OutboxStore.Recovery recovery) {
        assertThat(recovery.records()).allMatch(it -> ByteBuffer.wrap(it.data()).getLong(0) == it.id());
        return recovery.records().stream().map(StoredRecord::id).toList();
    }

    private void execute(Path file, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What another machine would find if this one's power failed now. */
    private void copy(String from, String to) throws IOException {
        Files.createDirectories(folder.resolve(to));
        try (Stream<Path> files = Files.list(folder.resolve(from))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(to).resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Test
    void records_addedAndRemoved_areThereAfterReopening() throws IOException {
        try (OutboxStore store = open("s")) {
            assertThat(store.recover().lastId()).isZero();
            store.commit(records(1, 150), NONE);
            store.commit(records(151, 152), new long[] {1, 3, 2, 100});
        }

        try (OutboxStore store = open("s")) {
            OutboxStore.Recovery found = store.recover();
            assertThat(ids(found))
                    .hasSize(148)
                    .startsWith(4L)
                    .doesNotContain(100L)
                    .endsWith(152L);
            assertThat(found.lastId()).isEqualTo(152);
            assertThat(found.lost()).isZero();
            assertThat(found.report()).isEmpty();
        }
    }

    @Test
    void lastId_ofAnEmptiedStore_isKept() throws IOException {
        try (OutboxStore store = open("s")) {
            store.recover();
            store.commit(records(1, 5), NONE);
            store.commit(List.of(), new long[] {1, 2, 3, 4, 5});
        }

        try (OutboxStore store = open("s")) {
            assertThat(store.recover()).isEqualTo(new OutboxStore.Recovery(List.of(), 5, 0, ""));
        }
    }

    @Test
    void files_always_areForTheirUserAlone() throws IOException {
        try (OutboxStore store = open("s")) {
            store.recover();
            store.commit(records(1, 100), NONE);

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("s"))))
                    .isEqualTo("rwx------");
            try (Stream<Path> files = Files.list(folder.resolve("s"))) {
                assertThat(files.toList())
                        .hasSizeGreaterThanOrEqualTo(4)
                        .allSatisfy(
                                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                        .as(file.toString())
                                        .isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void end_damaged_isCutOffReportedAndCounted() throws IOException {
        try (OutboxStore store = open("s")) {
            store.recover();
            store.commit(records(1, 10), NONE);
            store.commit(records(11, 13), NONE);
            copy("s", "copy");
        }
        Path log = folder.resolve("copy").resolve("outbox.db-wal");
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), channel.size() - 100);
        }

        try (OutboxStore store = open("copy")) {
            OutboxStore.Recovery found = store.recover();
            assertThat(ids(found)).hasSize(10).endsWith(10L);
            assertThat(found.lost()).isEqualTo(3);
            assertThat(found.lastId()).isEqualTo(13);
            assertThat(found.report()).contains("cut off after message 10");
            store.commit(records(14, 14), NONE);
        }
        try (OutboxStore store = open("copy")) {
            OutboxStore.Recovery found = store.recover();
            assertThat(ids(found)).hasSize(11).endsWith(14L);
            assertThat(found.lost()).isZero();
        }
    }

    @Test
    void file_damaged_isSetAsideAndWhatCanBeReadIsSaved() throws IOException {
        try (OutboxStore store = open("s")) {
            store.recover();
            store.commit(records(1, 2_000), NONE);
        }
        Path file = folder.resolve("s").resolve("outbox.db");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            // A page or two in the middle.
            channel.write(ByteBuffer.allocate(8192), channel.size() / 2 / 4096 * 4096);
        }

        try (OutboxStore store = open("s")) {
            OutboxStore.Recovery found = store.recover();
            assertThat(ids(found)).hasSizeBetween(500, 1_999);
            assertThat(found.lost()).isEqualTo(2_000 - found.records().size());
            assertThat(found.report()).contains("was damaged", "is kept as damaged-");
            store.commit(records(2_001, 2_001), NONE);
        }
        try (OutboxStore store = open("s")) {
            assertThat(ids(store.recover())).endsWith(2_001L);
        }
        try (Stream<Path> files = Files.list(folder.resolve("s"))) {
            assertThat(files).anyMatch(it -> it.getFileName().toString().startsWith("damaged-"));
        }
    }

    @Test
    void file_thatIsNoDatabase_isSetAside() throws IOException {
        Files.createDirectories(folder.resolve("s"));
        Files.writeString(folder.resolve("s").resolve("outbox.db"), "my diary, ".repeat(1_000));

        try (OutboxStore store = open("s")) {
            assertThat(store.recover().report()).contains("is kept as damaged-");
            store.commit(records(1, 1), NONE);
        }
    }

    @Test
    void database_ofAnotherProgram_isRefusedAndLeftAlone() throws Exception {
        Files.createDirectories(folder.resolve("s"));
        Path file = folder.resolve("s").resolve("outbox.db");
        execute(file, "CREATE TABLE pupil(name TEXT)");
        byte[] before = Files.readAllBytes(file);

        try (OutboxStore store = open("s")) {
            assertThatThrownBy(store::recover)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("a database of another program");
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void database_ofALaterVersion_isRefused() throws Exception {
        try (OutboxStore store = open("s")) {
            store.recover();
        }
        execute(folder.resolve("s").resolve("outbox.db"), "PRAGMA user_version = 2");

        try (OutboxStore store = open("s")) {
            assertThatThrownBy(store::recover)
                    .hasMessageContaining("later version")
                    .hasMessageContaining("form 2");
        }
    }

    @Test
    void commit_thatFails_leavesNothingBehind() throws IOException {
        try (OutboxStore store = open("s")) {
            store.recover();
            store.commit(records(1, 3), NONE);

            // The second half has an id that is there already.
            List<StoredRecord> clash = List.of(new StoredRecord(4, content(4)), new StoredRecord(3, content(3)));
            assertThatThrownBy(() -> store.commit(clash, new long[] {1})).isInstanceOf(IOException.class);

            store.commit(records(5, 5), NONE);
        }
        try (OutboxStore store = open("s")) {
            assertThat(ids(store.recover())).containsExactly(1L, 2L, 3L, 5L);
        }
    }

    @Test
    void store_inUse_isRefused() throws IOException {
        try (OutboxStore store = open("s")) {
            store.recover();

            assertThatThrownBy(() -> open("s"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use by process");
        }
        open("s").close();
    }

    @Test
    void room_ofAnEmptiedStore_isGivenBackAtTheNextOpening() throws IOException {
        try (OutboxStore store = open("s")) {
            store.recover();
            store.commit(records(1, 20_000), NONE);
            store.commit(List.of(), LongStream.rangeClosed(1, 20_000).toArray());
        }
        long full = Files.size(folder.resolve("s").resolve("outbox.db"));

        try (OutboxStore store = open("s")) {
            store.recover();
        }

        assertThat(Files.size(folder.resolve("s").resolve("outbox.db"))).isLessThan(full / 10);
    }
}
