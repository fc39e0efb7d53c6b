package org.iotconnector.tck.mosquitto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.tls.TlsOptions;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.ContractBroker;
import org.iotconnector.tck.TestPki;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A Mosquitto of its own in a child process, on a free loopback port, with one user. */
final class Mosquitto implements ContractBroker {
    static final String USER = "lamp";
    static final String PASSWORD = "k9WmZq3TfLx7RvB2";

    private final MqttVersion version;
    private final Endpoint.Transport transport;
    private final Path folder;
    private final int port;
    private final List<String> more;
    private final @Nullable WebSocketGate gate;
    private @Nullable Process process;

    private Mosquitto(MqttVersion version, Endpoint.Transport transport, Path folder, int port, List<String> more)
            throws IOException {
        this.version = version;
        this.transport = transport;
        this.folder = folder;
        this.port = port;
        this.more = more;
        if (transport.tls()) {
            TestPki.writeTo(folder);
        }
        this.gate = transport.webSocket() ? WebSocketGate.open(port, transport.tls() ? folder : null) : null;
    }

    /** What a test adds to the configuration. */
    @FunctionalInterface
    interface Extras {
        List<String> lines(Path folder) throws IOException;
    }

    Path folder() {
        return folder;
    }

    /** A running broker; aborts the test where Mosquitto is missing. */
    static Mosquitto start(MqttVersion version, Endpoint.Transport transport) {
        return start(version, transport, folder -> List.of());
    }

    /** As above, with more lines of configuration, which may name files that they put into the broker's folder. */
    static Mosquitto start(MqttVersion version, Endpoint.Transport transport, Extras extras) {
        String binary = binary("mosquitto");
        try {
            Path folder = Files.createTempDirectory("mosquitto");
            int port;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            Mosquitto broker = new Mosquitto(version, transport, folder, port, extras.lines(folder));
            broker.configure();
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

    private void configure() throws IOException {
        Path users = folder.resolve("users");
        run(binary("mosquitto_passwd"), "-c", "-b", users.toString(), USER, PASSWORD);
        List<String> lines = new ArrayList<>(List.of(
                "persistence true",
                "persistence_location " + folder + "/",
                "password_file " + users,
                "allow_anonymous " + (more.isEmpty() ? "false" : "true"),
                "max_queued_messages 0",
                "log_dest file " + folder.resolve("log"),
                "listener " + port + " 127.0.0.1"));
        if (System.getProperty("user.name", "").equals("root")) {
            // Otherwise it gives up the right to its own folder.
            lines.add(0, "user root");
        }
        if (transport.tls() && !transport.webSocket()) {
            lines.add("certfile " + folder.resolve("server.pem"));
            lines.add("keyfile " + folder.resolve("server.key"));
        }
        lines.addAll(more);
        Files.write(folder.resolve("conf"), lines);
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
        Files.deleteIfExists(folder.resolve("log"));
        Process started = new ProcessBuilder(
                        binary, "-c", folder.resolve("conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        process = started;
        // It opens its port before it has read keys and users, so the port alone says nothing.
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

    @Override
    public int port() {
        return gate == null ? port : gate.port();
    }

    @Override
    public ConnectParameters.Builder login(String clientIdentifier, int through) {
        Endpoint endpoint = new Endpoint(transport, "127.0.0.1", through, transport.webSocket() ? "mqtt" : "");
        ConnectParameters.Builder login = ConnectParameters.builder(endpoint, ClientIdentifier.of(clientIdentifier))
                .version(version)
                .credentials(USER, Secret.of(PASSWORD));
        if (transport.tls()) {
            login.tls(TlsOptions.builder()
                    .trustFile(folder.resolve("ca.pem"), null)
                    .build());
        }
        return login;
    }

    @Override
    public void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }

    @Override
    public void start() {
        try {
            launch(binary("mosquitto"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
        if (gate != null) {
            gate.close();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
