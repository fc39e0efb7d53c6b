package org.iotconnector.core.internal.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Optional;
import org.iotconnector.core.http.Checksum;
import org.iotconnector.core.http.Download;
import org.iotconnector.core.internal.http.LocalFiles.FileFailure;

/** The bytes that have arrived, and the mark by which the server knows the file they are of. Used by one thread at a time. */
final class PartFile {
    private static final int LONGEST_MARK = 1024;

    private final Path part;
    private final Path mark;
    private final Path target;

    PartFile(Download download) {
        this.part = download.partFile();
        this.mark = part.resolveSibling(part.getFileName() + ".etag");
        this.target = download.file();
    }

    /** How many bytes are there; 0 if there is no part. */
    long length() throws FileFailure {
        return LocalFiles.call("read", part, () -> Files.exists(part) ? Files.size(part) : 0L);
    }

    /** The strong ETag of what the part belongs to, where one was given. */
    Optional<String> etag() throws FileFailure {
        return LocalFiles.call("read", mark, () -> {
            if (!Files.exists(mark) || Files.size(mark) > LONGEST_MARK) {
                return Optional.empty();
            }
            String text = Files.readString(mark, StandardCharsets.ISO_8859_1);
            return isStrong(text) ? Optional.of(text) : Optional.empty();
        });
    }

    /** Only a strong one says that the bytes are the same. RFC 9110 section 8.8.3. */
    static boolean isStrong(String etag) {
        return etag.length() >= 2
                && etag.startsWith("\"")
                && etag.endsWith("\"")
                && etag.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    /** Opens it to go on behind the last byte. */
    FileChannel append() throws FileFailure {
        return open(StandardOpenOption.APPEND);
    }

    /** Opens it empty, for the file that {@code etag} marks. */
    FileChannel begin(Optional<String> etag) throws FileFailure {
        Optional<String> strong = etag.filter(PartFile::isStrong);
        LocalFiles.call("write", mark, () -> {
            if (strong.isPresent()) {
                return Files.writeString(mark, strong.get(), StandardCharsets.ISO_8859_1);
            }
            Files.deleteIfExists(mark);
            return mark;
        });
        return open(StandardOpenOption.TRUNCATE_EXISTING);
    }

    private FileChannel open(StandardOpenOption how) throws FileFailure {
        return LocalFiles.call(
                "write", part, () -> FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how));
    }

    void write(FileChannel channel, ByteBuffer bytes) throws FileFailure {
        LocalFiles.call("write", part, () -> {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            return part;
        });
    }

    /** Whether the digest of what is there is the one expected; reads the whole part. */
    boolean matches(Checksum checksum) throws FileFailure {
        return LocalFiles.call("read", part, () -> {
            MessageDigest digest = checksum.newDigest();
            try (FileChannel channel = FileChannel.open(part)) {
                ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
                while (channel.read(buffer) >= 0) {
                    digest.update(buffer.flip());
                    buffer.clear();
                }
            }
            return checksum.matches(digest.digest());
        });
    }

    /** Makes it the file, in one step where the file system can. */
    void become() throws FileFailure {
        LocalFiles.call("replace", target, () -> {
            if (!Files.exists(part)) {
                Files.createFile(part);
            }
            Files.deleteIfExists(mark);
            return move();
        });
    }

    private Path move() throws IOException {
        try {
            return Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            return Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    void drop() throws FileFailure {
        LocalFiles.call("remove", part, () -> {
            Files.deleteIfExists(mark);
            return Files.deleteIfExists(part);
        });
    }
}
