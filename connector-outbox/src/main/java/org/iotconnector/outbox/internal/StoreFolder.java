package org.iotconnector.outbox.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** A store's folder, which one process at a time may use. Where the system has permissions only its user may read it. */
public final class StoreFolder implements AutoCloseable {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path path;
    private final FileChannel lockFile;

    private StoreFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Makes the folder if there is none, and locks it. The lock ends with the process, however that ends.
     *
     * @throws IOException when it is in use, or cannot be made
     */
    public static StoreFolder lock(Path path) throws IOException {
        try {
            Files.createDirectories(path, permissions("rwx------"));
        } catch (FileAlreadyExistsException e) {
            throw new IOException(path + " is not a folder; name another one.", e);
        }
        Path file = createFile(path.resolve("lock"));
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (tryLock(channel) == null) {
                throw new IOException("the store is in use by " + owner(channel)
                        + "; end that program, or give this one another outboxDirectory.");
            }
            channel.truncate(0);
            channel.write(StandardCharsets.US_ASCII.encode(
                    Long.toString(ProcessHandle.current().pid())));
            return new StoreFolder(path, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String owner(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(20);
        channel.read(text, 0);
        String pid = StandardCharsets.US_ASCII.decode(text.flip()).toString();
        return pid.isEmpty() ? "another process" : "process " + pid;
    }

    /** The file called {@code name}; made empty, and for this user alone, if there is none. */
    Path file(String name) throws IOException {
        return createFile(path.resolve(name));
    }

    /** Gives the files {@code names} other names that begin with {@code prefix}, where they exist. */
    void setAside(String prefix, String... names) throws IOException {
        for (String name : names) {
            Path file = path.resolve(name);
            if (Files.exists(file)) {
                Files.move(file, path.resolve(prefix + name), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private static Path createFile(Path file) throws IOException {
        try {
            return Files.createFile(file, permissions("rw-------"));
        } catch (FileAlreadyExistsException e) {
            return file;
        }
    }

    private static FileAttribute<?>[] permissions(String text) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))}
                : new FileAttribute<?>[0];
    }

    /** Lets others use it. */
    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
