package org.iotconnector.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.iotconnector.simulator.Simulator;
import org.jspecify.annotations.Nullable;

/** Whatever is sent, the server answers or closes, and goes on. */
class HttpInputTest {
    private static final int WAIT_MILLIS = 5000;
    private static @Nullable Simulator shared;

    @BeforeContainer
    static void start() {
        shared = Simulator.builder().demoOneNet().start();
    }

    @AfterContainer
    static void stop() {
        if (shared != null) {
            shared.close();
        }
    }

    @Property(tries = 60)
    void bytes_anyAtAll_serverStaysAlive(@ForAll @Size(max = 200) byte[] bytes) throws IOException {
        exchange(bytes);

        assertThat(exchange(get("/device/detail"))).startsWith("HTTP/1.1 200");
    }

    @Property(tries = 100)
    void target_anyAtAll_isAnswered(@ForAll @StringLength(max = 60) String target) throws IOException {
        String line = target.replaceAll("[\\s\\p{Cntrl}]", "_");

        assertThat(exchange(get("/" + line))).startsWith("HTTP/1.1 ");
    }

    @Property(tries = 100)
    void jsonBody_anyAtAll_isAnswered(@ForAll @Size(max = 100) byte[] body) throws IOException {
        byte[] head =
                ("POST /thingmodel/set-device-property HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: "
                                + body.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);

        assertThat(exchange(request)).startsWith("HTTP/1.1 200").contains("\"code\":10");
    }

    private static byte[] get(String target) {
        return ("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String exchange(byte[] request) throws IOException {
        int port = Objects.requireNonNull(shared).onenet().httpUri().getPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(WAIT_MILLIS);
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
