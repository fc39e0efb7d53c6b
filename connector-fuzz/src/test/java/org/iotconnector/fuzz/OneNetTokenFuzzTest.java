package org.iotconnector.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.onenet.OneNetToken;

/** Tokens as users paste them. */
class OneNetTokenFuzzTest {
    private static final Secret KEY = Secret.of("MDEyMzQ1Njc4OWFiY2RlZg==");

    @FuzzTest
    void tokens(byte[] input) {
        Check.read(() -> OneNetToken.parse(Secret.of(Check.text(input))), IllegalArgumentException.class)
                .ifPresent(token -> {
                    assertThat(OneNetToken.parse(token.text())).isEqualTo(token);
                    assertThat(token.expiry()).isNotNull();
                    assertThat(token.toString()).isNotBlank();
                    assertThat(token.isSignedWith(KEY)).isFalse();
                });
    }
}
