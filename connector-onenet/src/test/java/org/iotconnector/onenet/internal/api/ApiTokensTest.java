package org.iotconnector.onenet.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.iotconnector.core.session.VirtualTime;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.onenet.Devices;
import org.iotconnector.onenet.OneNetToken;
import org.iotconnector.onenet.SignMethod;
import org.junit.jupiter.api.Test;

class ApiTokensTest {
    private final VirtualTime time = VirtualTime.create();
    private final ApiTokens tokens = new ApiTokens(ApiTokensTest::sign, Duration.ofMinutes(10), time::now);

    private static OneNetToken sign(Instant expiry) {
        return OneNetToken.sign(Secret.of(Devices.PRODUCT_KEY), "2022-05-01", "products/p", expiry, SignMethod.MD5);
    }

    private Instant expiry() {
        return OneNetToken.parse(tokens.current()).expiry();
    }

    @Test
    void current_whileItHolds_isTheSame() {
        Secret first = tokens.current();

        time.advance(Duration.ofMinutes(8));

        assertThat(tokens.current()).isEqualTo(first);
    }

    @Test
    void current_shortlyBeforeItsEnd_isNew() {
        Instant first = expiry();

        time.advance(Duration.ofMinutes(9));

        assertThat(expiry()).isEqualTo(first.plus(Duration.ofMinutes(9)));
    }

    @Test
    void correct_platformPastTheTokensEnd_goesByItsClock() {
        Instant first = expiry();

        boolean explained = tokens.correct(first);

        assertThat(explained).isTrue();
        assertThat(expiry()).isEqualTo(first.plus(Duration.ofMinutes(10)));
    }

    @Test
    void correct_platformBeforeTheTokensEnd_changesNothing() {
        Instant first = expiry();

        boolean explained = tokens.correct(first.minusSeconds(1));

        assertThat(explained).isFalse();
        assertThat(expiry()).isEqualTo(first);
    }

    @Test
    void correct_withoutToken_changesNothing() {
        assertThat(tokens.correct(time.now().plusSeconds(10_000))).isFalse();
    }
}
