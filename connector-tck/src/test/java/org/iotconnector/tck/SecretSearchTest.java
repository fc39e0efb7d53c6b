package org.iotconnector.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretSearchTest {
    private static final String PASSWORD = "ge/hei m+\"ü%&=12";
    private static final String KEY = "c2VjcmV0LWtleS1vZi1vbmUtZGV2aWNlLTMyLWJ5dGU=";

    private final SecretSearch search = SecretSearch.of(Map.of("password", PASSWORD, "key", KEY));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the password is ge/hei m+\"ü%&=12.",
                "cut: ge/hei m+\"ü%&=…",
                "\"ge/hei m+\\\"ü%&=12\"",
                "\"ge/hei m+\\\"\\u00FC%&=12\"",
                "?p=ge%2Fhei%20m%2B%22%C3%BC%25%26%3D12",
                "?p=ge%2fhei%20m%2b%22%c3%bc%25%26%3d12",
                "p=ge%2Fhei+m%2B%22%C3%BC%25%26%3D12",
                "67652f686569206d2b22c3bc25263d3132",
                "|67 65 2f 68 65 69 20 6d 2b 22 c3 bc 25 26 3d 31|",
                "[103, 101, 47, 104, 101, 105, 32, 109, 43, 34, -61, -68, 37]",
                "secret-key-of-one-device-32-byte",
                "7365637265742d6b65792d6f662d6f6e652d6465766963652d33322d62797465"
            })
    void text_withASecretInAnyShape_isFound(String text) {
        assertThat(search.findIn("line\n" + text + "\nline")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "u:", "us:", "use:", "user:"})
    void text_withBase64OfSecretBehindAnything_isFound(String before) {
        String header = Base64.getEncoder().encodeToString((before + PASSWORD).getBytes(StandardCharsets.UTF_8));

        assertThat(search.findIn("Authorization: Basic " + header)).anyMatch(found -> found.contains("base64"));
    }

    @Test
    void text_withoutASecret_givesNothing() {
        assertThat(search.findIn("Secret[redacted] ge/hei geheim 67652f c2VjcmV0 device-32"))
                .isEmpty();
    }

    @Test
    void secret_thatIsShort_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SecretSearch.of(Map.of("password", "siot")));
    }
}
