package org.iotconnector.benchmarks.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Mosquitto of the soak's own. It keeps what it knows in memory and writes it to its disk when it is told to, and only then,
 * so the soak decides what a killed one still knows.
 */
final class Broker implements AutoCloseable {
    private static final List<String> PLACES =
            List.of("/usr/sbin/", "/usr/bin/", "/usr/local/sbin/", "/usr/local/bin/", "/opt/homebrew/sbin/");

    private final Path folder;
    private final int port;
    private Process process;

    Broker() {
        try {
            folder = Files.createTempDirectory("soak");
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            Files.write(
                    folder.resolve("conf"),
                    List.of(
                            // As root it would give up the right to its own folder.
                            System.getProperty("user.name", "").equals("root") ? "user root" : "",
                            "persistence true",
                            "persistence_location " + folder + "/",
                            "autosave_interval 0",
                            "max_queued_messages 0",
                            "allow_anonymous true",
                            "log_dest file " + folder.resolve("log"),
                            "listener " + port + " 127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process = launch();
    }

    /** Where the program is, if it is there. */
    static Optional<String> binary() {
        return PLACES.stream()
                .map(place -> place + "mosquitto")
                .filter(file -> Files.isExecutable(Path.of(file)))
                .findFirst();
    }

    private Process launch() {
        String binary = binary().orElseThrow(() -> new IllegalStateException(
                "There is no mosquitto here, which the soak kills; on Debian: apt-get install mosquitto"));
        try {
            Files.deleteIfExists(folder.resolve("log"));
            Process started = new ProcessBuilder(
                            binary, "-c", folder.resolve("conf").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile())
                    .start();
            Patience.until("Mosquitto runs or ends", () -> !started.isAlive() || log().contains(" running"));
            if (!started.isAlive()) {
                throw new IOException("Mosquitto did not start: " + Files.readString(folder.resolve("output")) + log());
            }
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String log() {
        Path file = folder.resolve("log");
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** Has everything written down (SIGUSR1), and waits until it is. */
    void save() {
        Object before = state();
        try {
            new ProcessBuilder("kill", "-USR1", Long.toString(process.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Patience.until("the broker has saved", () -> !state().equals(before));
    }

    /** What tells one state on the disk from the next: it is written aside and then moved into place. */
    private Object state() {
        Path file = folder.resolve("mosquitto.db");
        try {
            return Files.exists(file) ? Files.readAttributes(file, "unix:ino,ctime") : "none";
        } catch (IOException e) {
            return "changing";
        }
    }

    /** Kills it without a last word (SIGKILL), and starts it again on what is on its disk. */
    void killAndRestart() {
        process.destroyForcibly().onExit().join();
        process = launch();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
