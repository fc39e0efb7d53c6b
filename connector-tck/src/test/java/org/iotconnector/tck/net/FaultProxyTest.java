package org.iotconnector.tck.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FaultProxyTest {
    private final EchoServer server = new EchoServer();
    private final FaultProxy proxy = new FaultProxy(server.port(), 5);

    @AfterEach
    void close() {
        proxy.close();
        server.close();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout((int) Await.LIMIT.toMillis());
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String read(Socket socket, int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.ISO_8859_1);
    }

    @Test
    void bytes_withoutAFault_passBothWays() throws IOException {
        try (Socket client = connect()) {
            write(client, "hello");

            assertThat(read(client, 5)).isEqualTo("hello");
            assertThat(proxy.passed(Direction.UP)).isEqualTo(5);
        }
    }

    @Test
    void clientsEnd_withoutAFault_reachesTheServer() throws IOException {
        try (Socket client = connect()) {
            write(client, "hello");
            client.shutdownOutput();

            assertThat(read(client, 100)).isEqualTo("hello");
        }
        Await.until("the server has noticed", () -> server.goodbyes() == 1 && proxy.connections() == 0);
    }

    @Test
    void cut_resetsTheClient() throws IOException {
        try (Socket client = connect()) {
            write(client, "hello");
            read(client, 5);

            proxy.cut();

            assertThatThrownBy(() -> read(client, 1)).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void finish_endsInGoodForm() throws IOException {
        try (Socket client = connect()) {
            write(client, "hello");
            read(client, 5);

            proxy.finish();

            assertThat(client.getInputStream().read()).isEqualTo(-1);
            Await.until("the server has noticed", () -> server.goodbyes() == 1);
        }
    }

    @Test
    void halfClose_down_endsWhatTheClientReadsOnly() throws IOException {
        try (Socket client = connect()) {
            write(client, "hello");
            read(client, 5);

            proxy.halfClose(Direction.DOWN);

            assertThat(client.getInputStream().read()).isEqualTo(-1);
            write(client, "more");
            Await.until("the rest still goes up", () -> proxy.passed(Direction.UP) == 9);
            assertThat(server.goodbyes()).isZero();
        }
    }

    @Test
    void halfClose_up_tellsTheServerOnly() throws IOException {
        try (Socket client = connect()) {
            write(client, "hello");
            read(client, 5);

            proxy.halfClose(Direction.UP);

            Await.until("the server has noticed", () -> server.goodbyes() == 1);
        }
    }

    @Test
    void cutAfter_letsSoManyBytesPass() throws IOException {
        try (Socket client = connect()) {
            proxy.cutAfter(Direction.UP, 3);
            write(client, "hello");

            assertThatThrownBy(() -> read(client, 5)).isInstanceOf(SocketException.class);
            assertThat(proxy.passed(Direction.UP)).isEqualTo(3);
        }
    }

    @Test
    void hold_keepsBytesUntilTheyPass() throws IOException {
        try (Socket client = connect()) {
            proxy.hold(Direction.DOWN);
            write(client, "hello");
            client.setSoTimeout(200);
            assertThatThrownBy(() -> read(client, 1)).isInstanceOf(SocketTimeoutException.class);

            proxy.pass(Direction.DOWN);

            client.setSoTimeout((int) Await.LIMIT.toMillis());
            assertThat(read(client, 5)).isEqualTo("hello");
        }
    }

    @Test
    void swallow_takesBytesAndEndsWithoutAWord_andHealResets() throws IOException {
        try (Socket client = connect()) {
            proxy.swallow(Direction.UP);
            write(client, "hello");
            client.setSoTimeout(200);
            assertThatThrownBy(() -> read(client, 1)).isInstanceOf(SocketTimeoutException.class);
            assertThat(proxy.passed(Direction.UP)).isZero();

            proxy.heal();

            client.setSoTimeout((int) Await.LIMIT.toMillis());
            assertThatThrownBy(() -> read(client, 1)).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void trickle_passesEverythingInPieces() throws IOException {
        try (Socket client = connect()) {
            proxy.trickle(Direction.UP, 1, Duration.ofMillis(1));
            proxy.delay(Direction.DOWN, Duration.ofMillis(5));

            write(client, "hello world");

            assertThat(read(client, 11)).isEqualTo("hello world");
        }
    }

    @Test
    void corrupt_withTheSameSeed_turnsOverTheSameBits() throws IOException {
        String once = corrupted(proxy);
        try (FaultProxy twin = new FaultProxy(server.port(), 5)) {
            String again = corrupted(twin);

            assertThat(once).isNotEqualTo("a".repeat(100)).isEqualTo(again);
        }
    }

    private static String corrupted(FaultProxy through) throws IOException {
        through.corrupt(Direction.UP, 10);
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), through.port())) {
            client.setSoTimeout((int) Await.LIMIT.toMillis());
            write(client, "a".repeat(100));
            return read(client, 100);
        }
    }

    @Test
    void turnAway_resetsNewConnectionsOnly() throws IOException {
        try (Socket old = connect()) {
            write(old, "hello");
            read(old, 5);

            proxy.turnAway(true);

            assertThatThrownBy(() -> {
                        try (Socket fresh = connect()) {
                            write(fresh, "hello");
                            read(fresh, 1);
                        }
                    })
                    .isInstanceOf(SocketException.class);
            write(old, "again");
            assertThat(read(old, 5)).isEqualTo("again");
        }
    }

    @Test
    void refuse_closesThePortUntilItAdmits() throws IOException {
        proxy.refuse();

        assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
        proxy.admit();
        try (Socket client = connect()) {
            write(client, "hello");
            assertThat(read(client, 5)).isEqualTo("hello");
        }
    }
}
