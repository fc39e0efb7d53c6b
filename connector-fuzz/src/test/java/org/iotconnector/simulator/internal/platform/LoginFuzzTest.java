package org.iotconnector.simulator.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import org.iotconnector.fuzz.Check;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.internal.spi.ConnectRequest;
import org.iotconnector.simulator.internal.spi.Login;
import org.iotconnector.simulator.internal.spi.PlatformRules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Client identifiers, user names, passwords and tokens, judged by every simulated platform. */
class LoginFuzzTest {
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

    /** The platform's letter, then client identifier, user name and password behind a tab each; the last two may lack. */
    @FuzzTest
    void logins(byte[] input) {
        if (platforms != null) {
            platforms.of(input).ifPresent(platform -> {
                String[] fields =
                        Check.text(Arrays.copyOfRange(input, 1, input.length)).split("\t", -1);
                for (int level = 3; level <= 5; level++) {
                    ConnectRequest request = request(level, fields);
                    platform.loop().run(() -> judge(platform.rules(), request));
                }
                platform.clearFaults();
            });
        }
    }

    private static ConnectRequest request(int level, String[] fields) {
        return new ConnectRequest(
                level,
                fields.length > 1 ? fields[1] : "",
                fields.length > 2 ? fields[2] : null,
                fields.length > 3 ? fields[3] : null,
                60,
                true,
                0xC2,
                Transport.TCP,
                "127.0.0.1:5");
    }

    private static void judge(PlatformRules rules, ConnectRequest request) {
        rules.claimedIdentity(request);
        Login login = rules.login(request);

        if (login instanceof Login.Accepted accepted) {
            assertThat(accepted.identity()).isNotEmpty();
            assertThat(accepted.keepAliveSeconds()).isBetween(0, 65_535);
        } else if (login instanceof Login.Refused refused) {
            assertThat(refused.refusal().reason()).isNotBlank();
            requireSecrecy(refused.refusal().reason(), request.password());
        } else if (login instanceof Login.Closed closed) {
            assertThat(closed.reason()).isNotBlank();
        }
    }

    private static void requireSecrecy(String reason, @Nullable String password) {
        if (password != null && password.length() > 20) {
            assertThat(reason).doesNotContain(password);
        }
    }
}
