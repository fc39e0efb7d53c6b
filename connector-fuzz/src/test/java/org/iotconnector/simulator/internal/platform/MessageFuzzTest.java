package org.iotconnector.simulator.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import org.iotconnector.fuzz.Check;
import org.iotconnector.simulator.Disposition;
import org.iotconnector.simulator.internal.spi.Login;
import org.iotconnector.simulator.internal.spi.Message;
import org.iotconnector.simulator.internal.spi.Peer;
import org.iotconnector.simulator.internal.spi.PlatformRules;
import org.iotconnector.simulator.internal.spi.PublishVerdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What devices publish and subscribe, as every simulated platform reads it. */
class MessageFuzzTest {
    private static @Nullable Platforms platforms;

    @BeforeAll
    static void start() {
        platforms = Platforms.start();
    }

    @AfterAll
    static void close() {
        if (platforms != null) {
            platforms.close();
        }
    }

    /** The platform's letter, a topic name, a line feed and a payload. */
    @FuzzTest
    void messages(byte[] input) {
        int end = 0;
        while (end < input.length && input[end] != '\n') {
            end++;
        }
        if (platforms == null || end < 2 || end == input.length) {
            return;
        }
        String topic = Check.text(Arrays.copyOfRange(input, 1, end));
        byte[] payload = Arrays.copyOfRange(input, end + 1, input.length);
        platforms.of(input).ifPresent(platform -> {
            platform.loop().run(() -> receive(platform, topic, payload));
            platform.clearFaults();
        });
    }

    private static void receive(AbstractPlatform<?> platform, String topic, byte[] payload) {
        PlatformRules rules = platform.rules();
        Login login = rules.login(Logins.of(platform));
        assertThat(login).isInstanceOf(Login.Accepted.class);
        Peer peer = new LonelyPeer((Login.Accepted) login);
        Message message = Message.of(topic, payload, 1);
        boolean plain = topic.indexOf('+') < 0 && topic.indexOf('#') < 0 && topic.indexOf(0) < 0;

        PublishVerdict verdict = plain ? rules.judge(peer, message) : rules.judgeMalformed(peer, message);

        assertThat(plain || verdict.disposition() != Disposition.ACCEPTED).isTrue();
        if (verdict.disposition() == Disposition.ACCEPTED) {
            rules.handle(peer, message);
        }
        assertThat(rules.grant(peer, topic, 1)).isBetween(-1, 1);
    }
}
