package org.iotconnector.core.internal.trace;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.iotconnector.core.session.TimeSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session's trace on disk. A new file is begun at each start of the session and when one is full; of one session's
 * files only the newest are kept. A disk that fails ends the trace and nothing else. One thread at a time.
 */
final class TraceFile {
    static final long MOST_BYTES = 4L * 1024 * 1024;
    static final int MOST_FILES = 4;

    private static final Logger LOG = LoggerFactory.getLogger("org.iotconnector.core.trace");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path directory;
    private final String name;
    private final TimeSource time;
    private final List<String> header;

    // A stream, not a channel: an interrupt of the user's thread that happens to write must not close it.
    private @Nullable OutputStream out;
    private long written;
    private boolean ended;

    TraceFile(Path directory, String name, TimeSource time, List<String> header) {
        this.directory = directory;
        this.name = name.replaceAll("[^A-Za-z0-9._-]+", "-");
        this.time = time;
        this.header = header;
    }

    void write(String line) {
        if (ended) {
            return;
        }
        try {
            if (out == null || written > MOST_BYTES) {
                begin();
            }
            put(line);
        } catch (IOException | SecurityException e) {
            ended = true;
            LOG.warn("The trace of {} ends: {} cannot be written", name, directory, e);
        }
    }

    private void put(String line) throws IOException {
        OutputStream stream = out;
        if (stream != null) {
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            stream.write(bytes);
            written += bytes.length;
        }
    }

    private void begin() throws IOException {
        closeStream();
        Files.createDirectories(directory);
        String stamp = name + "-" + STAMP.format(time.now()) + "-";
        for (int number = 1; out == null; number++) {
            Path file = directory.resolve(stamp + String.format(Locale.ROOT, "%02d", number) + ".trace");
            try {
                Files.createFile(file);
                out = new FileOutputStream(file.toFile());
            } catch (FileAlreadyExistsException taken) {
                LOG.debug("{} is another session's, begun in the same second", taken.getFile());
            }
        }
        written = 0;
        prune();
        put("# session trace 1, begun " + time.now());
        for (String line : header) {
            put(line);
        }
    }

    private void prune() throws IOException {
        String pattern = Pattern.quote(name) + "-\\d{8}-\\d{6}-\\d{2,}\\.trace";
        List<Path> all;
        try (Stream<Path> files = Files.list(directory)) {
            all = files.filter(file -> file.getFileName().toString().matches(pattern))
                    .sorted()
                    .toList();
        }
        for (Path old : all.subList(0, Math.max(0, all.size() - MOST_FILES))) {
            Files.deleteIfExists(old);
        }
    }

    /** No line is written any more. */
    void close() {
        ended = true;
        try {
            closeStream();
        } catch (IOException e) {
            LOG.debug("The trace of {} could not be closed", name, e);
        }
    }

    private void closeStream() throws IOException {
        OutputStream stream = out;
        out = null;
        if (stream != null) {
            stream.close();
        }
    }
}
