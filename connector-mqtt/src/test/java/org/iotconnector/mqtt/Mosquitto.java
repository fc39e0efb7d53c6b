package org.iotconnector.mqtt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.iotconnector.tck.Await;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A Mosquitto of its own in a child process, on a free loopback port. */
public final class Mosquitto implements AutoCloseable {
    public static final String USER = "lamp";
    public static final String PASSWORD = "k9WmZq3TfLx7RvB2";

    private final Path folder;
    private final int port;
    private @Nullable Process process;

    private Mosquitto(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** One that takes everybody; aborts the test where Mosquitto is missing. */
    public static Mosquitto open() {
        return start("allow_anonymous true");
    }

    /** One that takes {@link #USER} with {@link #PASSWORD} only. */
    public static Mosquitto closed() {
        return start("allow_anonymous false", "password_file {folder}/users");
    }

    private static Mosquitto start(String... lines) {
        String binary = binary("mosquitto");
        try {
            Path folder = Files.createTempDirectory("mosquitto");
            int port;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            Mosquitto broker = new Mosquitto(folder, port);
            broker.configure(lines);
            broker.launch(binary);
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String binary(String name) {
        for (String place :
                List.of("/usr/sbin/", "/usr/bin/", "/usr/local/sbin/", "/usr/local/bin/", "/opt/homebrew/sbin/")) {
            if (Files.isExecutable(Path.of(place + name))) {
                return place + name;
            }
        }
        Assumptions.abort("There is no " + name + " here; on Debian: apt-get install mosquitto");
        throw new IllegalStateException("unreachable");
    }

    private void configure(String... lines) throws IOException {
        run(binary("mosquitto_passwd"), "-c", "-b", folder.resolve("users").toString(), USER, PASSWORD);
        List<String> all = new ArrayList<>(List.of(
                "persistence false",
                "sys_interval 1",
                "log_dest file " + folder.resolve("log"),
                "listener " + port + " 127.0.0.1"));
        for (String line : lines) {
            all.add(line.replace("{folder}", folder.toString()));
        }
        if (System.getProperty("user.name", "").equals("root")) {
            // Otherwise it gives up the right to its own folder.
            all.add(0, "user root");
        }
        Files.write(folder.resolve("conf"), all);
    }

    private static void run(String... command) throws IOException {
        try {
            int exit = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IOException(command[0] + " ended with " + exit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void launch(String binary) throws IOException {
        Process started = new ProcessBuilder(
                        binary, "-c", folder.resolve("conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        process = started;
        // It opens its port before it has read its users, so the port alone says nothing.
        Await.until("Mosquitto runs or ends", () -> !started.isAlive() || log().contains(" running"));
        if (!started.isAlive()) {
            String output = Files.readString(folder.resolve("output")) + log();
            close();
            throw new IOException("Mosquitto did not start: " + output);
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

    public int port() {
        return port;
    }

    public String uri() {
        return "mqtt://127.0.0.1:" + port;
    }

    /** Ends it as a crash does. */
    public void kill() {
        Objects.requireNonNull(process).destroyForcibly().onExit().join();
    }

    /** Runs it again after {@link #kill}, on the same port. */
    public void restart() {
        try {
            Files.deleteIfExists(folder.resolve("log"));
            launch(binary("mosquitto"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
