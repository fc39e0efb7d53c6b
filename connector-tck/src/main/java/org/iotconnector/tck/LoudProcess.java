package org.iotconnector.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Java program in a process of its own that hides nothing: every logger of SLF4J's simple backend and of java.util.logging is at its
 * finest level, what it prints is kept, and so are the command lines of the process and of all that it starts. Thread-safe.
 */
public final class LoudProcess implements AutoCloseable {
    private static final long LIMIT_SECONDS = 300;
    private static final long LOOK_MILLIS = 10;

    private final Process process;
    private final Path out;
    private final Path err;
    private final Set<String> commandLines = ConcurrentHashMap.newKeySet();
    private final Thread watch;

    private LoudProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
        this.watch = new Thread(this::watch, "process-list");
    }

    /**
     * Starts {@code mainClass} with this test's class path.
     *
     * @param folder where its output is kept
     * @param name begins the names of these files
     * @param variables what its environment has more than this process's
     */
    public static LoudProcess start(
            Path folder, String name, String mainClass, Map<String, String> variables, List<String> arguments) {
        try {
            Path logging = Files.writeString(
                    folder.resolve(name + ".logging"),
                    "handlers=java.util.logging.ConsoleHandler\n.level=ALL\njava.util.logging.ConsoleHandler.level=ALL\n");
            List<String> command = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xshare:auto",
                    "-Djava.net.preferIPv4Stack=true",
                    "-Djava.util.logging.config.file=" + logging));
            for (String logger : List.of("defaultLogLevel", "log.io.netty", "log.org.iotconnector.core.session")) {
                command.add("-Dorg.slf4j.simpleLogger." + logger + "=trace");
            }
            command.add("-Dorg.slf4j.simpleLogger.showLogName=true");
            command.addAll(List.of("-cp", System.getProperty("java.class.path", ""), mainClass));
            command.addAll(arguments);
            Path out = folder.resolve(name + ".out");
            Path err = folder.resolve(name + ".err");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().putAll(variables);
            LoudProcess started = new LoudProcess(builder.start(), out, err);
            started.watch.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void watch() {
        try {
            do {
                Stream.concat(Stream.of(process.toHandle()), process.descendants())
                        .forEach(each -> commandLine(each).ifPresent(commandLines::add));
            } while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<String> commandLine(ProcessHandle process) {
        Path file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        try {
            if (Files.isReadable(file)) {
                return Optional.of(Files.readString(file).replace('\0', ' '));
            }
        } catch (IOException endedMeanwhile) {
            // The same as one that was never seen.
        }
        return process.info().commandLine();
    }

    /** Waits for its end and returns its exit code; one that does not end is killed and fails the test. */
    public int exitCode() {
        try {
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                close();
                throw new AssertionError("It did not end within " + LIMIT_SECONDS + " s: " + err());
            }
            watch.join();
            return process.exitValue();
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting.", e);
        }
    }

    /** Waits until it has printed {@code part} to standard output, and fails the test if it ends or five minutes pass before. */
    public void awaitOut(String part) {
        try {
            for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS); !out().contains(part); ) {
                boolean ended = process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (System.nanoTime() > end || (ended && !out().contains(part))) {
                    throw new AssertionError("[" + part + "] was not printed: " + out() + err());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting.", e);
        }
    }

    /** What it printed to standard output so far. */
    public String out() {
        return read(out);
    }

    /** What it printed to standard error so far; the logs are here. */
    public String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command lines of the process and its descendants, as the process list has shown them so far. */
    public Set<String> commandLines() {
        return Set.copyOf(commandLines);
    }

    /** Ends it as Ctrl-C would. */
    public void interrupt() {
        process.destroy();
    }

    /** Kills it and what it started, if it still runs. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
