package org.iotconnector.simulator.internal.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.iotconnector.simulator.testing.RawConnection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedInputTest {
    private static final String CONNECT_AS_A = "100d00044d5154540402003c000161";
    private static @Nullable PlainPlatform shared;

    @BeforeContainer
    static void start() {
        shared = new PlainPlatform();
    }

    @AfterContainer
    static void stop() {
        if (shared != null) {
            shared.close();
        }
    }

    @Property(tries = 60)
    void bytes_anyAtAll_serverStaysAlive(@ForAll @Size(max = 60) byte[] bytes) throws IOException {
        PlainPlatform platform = Objects.requireNonNull(shared);
        try (RawConnection connection = new RawConnection(platform.uri())) {
            connection.sendHex(HexFormat.of().formatHex(bytes));
        }

        try (RawConnection healthy = new RawConnection(platform.uri())) {
            assertThat(healthy.sendHex(CONNECT_AS_A).readHex(4)).isEqualTo("20020000");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f000", // reserved packet type before CONNECT
                "c000", // PINGREQ before CONNECT
                "10ffffffffff", // length field too long
                CONNECT_AS_A + CONNECT_AS_A // CONNECT twice, see below for its answer
            })
    void packet_againstTheProtocol_closesTheConnection(String hex) throws IOException {
        try (PlainPlatform platform = new PlainPlatform();
                RawConnection connection = new RawConnection(platform.uri())) {
            connection.sendHex(hex);

            String answer = connection.readHex(100);

            assertThat(answer).isIn("", "20020000");
        }
    }

    @Test
    void connect_unknownProtocolVersion_isRefusedWithCode1() throws IOException {
        try (PlainPlatform platform = new PlainPlatform();
                RawConnection connection = new RawConnection(platform.uri())) {
            connection.sendHex("100d00044d5154540902003c000161");

            assertThat(connection.readHex(100)).isEqualTo("20020001");
        }
    }

    @Test
    void publish_topicWithWildcard_closesTheConnection() throws IOException {
        try (PlainPlatform platform = new PlainPlatform();
                RawConnection connection = new RawConnection(platform.uri())) {
            connection.sendHex(CONNECT_AS_A + "3005000361" + "2f23" + "");

            assertThat(connection.readHex(100)).isEqualTo("20020000");
        }
    }

    @Test
    void subscribe_malformedFilter_isRefusedAndConnectionStays() throws IOException {
        try (PlainPlatform platform = new PlainPlatform();
                RawConnection connection = new RawConnection(platform.uri())) {
            connection.sendHex(CONNECT_AS_A + "82070001" + "0002" + "6123" + "00");
            String answers = connection.readHex(4 + 5);
            connection.sendHex("c000");

            assertThat(answers).isEqualTo("20020000" + "9003000180");
            assertThat(connection.readHex(2)).isEqualTo("d000");
        }
    }

    @Test
    void qos2_packetRepeated_isProcessedOnce() throws IOException {
        try (PlainPlatform platform = new PlainPlatform();
                RawConnection connection = new RawConnection(platform.uri())) {
            connection.sendHex(CONNECT_AS_A).readHex(4);

            connection.sendHex("34" + "06" + "0001" + "71" + "0007" + "31");
            String first = connection.readHex(4);
            connection.sendHex("3c" + "06" + "0001" + "71" + "0007" + "31");
            String second = connection.readHex(4);
            connection.sendHex("62020007");
            String end = connection.readHex(4);

            assertThat(first).isEqualTo("50020007");
            assertThat(second).isEqualTo("50020007");
            assertThat(end).isEqualTo("70020007");
            platform.awaitReceived("q");
            assertThat(platform.received()).isEqualTo(1);
        }
    }
}
