package org.iotconnector.easyiot.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.Assumptions;

/** A Mosquitto of its own in a child process, on a free loopback port, that lets everybody in. */
public final class Mosquitto implements AutoCloseable {
    private final Process process;
    private final int port;

    private Mosquitto(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** A running broker that writes into {@code folder}; aborts the test where Mosquitto is missing. */
    public static Mosquitto start(Path folder) {
        Path binary = Path.of("/usr/sbin/mosquitto");
        Assumptions.assumeTrue(Files.isExecutable(binary), "There is no Mosquitto here; on Debian: apt-get install");
        try {
            int port;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            Path log = folder.resolve("mosquitto.log");
            List<String> lines = new ArrayList<>(
                    List.of("allow_anonymous true", "log_dest file " + log, "listener " + port + " 127.0.0.1"));
            if (System.getProperty("user.name", "").equals("root")) {
                // Otherwise it gives up the right to its own folder.
                lines.add(0, "user root");
            }
            Path configuration = Files.write(folder.resolve("mosquitto.conf"), lines);
            Process process = new ProcessBuilder(binary.toString(), "-c", configuration.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Await.until("Mosquitto runs", () -> !process.isAlive() || read(log).contains(" running"));
            return new Mosquitto(process, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String endpoint() {
        return "mqtt://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
