package org.iotconnector.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.iotconnector.core.settings.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRequestTest {
    private static final URI BASE = URI.create("https://api.example.com/v1/list");

    @Test
    void toString_withSecrets_showsNone() {
        HttpRequest request = HttpRequest.post(
                        BASE, HttpBody.form().field("password", "s3cret").build())
                .query("token", "s3cret")
                .header("authorization", Secret.of("s3cret"))
                .header("Accept", "text/plain")
                .build();

        assertThat(request.toString())
                .doesNotContain("s3cret")
                .contains("POST https://api.example.com/v1/list", "authorization", "Accept: text/plain");
    }

    @Test
    void query_addressWithQuery_isAppended() {
        HttpRequest request = HttpRequest.get(URI.create("http://h/p?a=1#top"))
                .query("b", "2")
                .build();

        assertThat(request.uri()).hasToString("http://h/p?a=1&b=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://h/", "/relative", "mailto:a@b", "http:///nohost"})
    void of_noHttpAddress_isRefused(String address) {
        assertThatThrownBy(() -> HttpRequest.get(URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(address);
    }

    @Test
    void of_addressWithPassword_isRefusedUnseen() {
        assertThatThrownBy(() -> HttpRequest.get(URI.create("https://me:s3cret@h/")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("put credentials into a header")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cret\r\nX: y", "s3crét"})
    void header_valueHttpCannotCarry_isRefusedUnseen(String value) {
        assertThatThrownBy(() -> HttpRequest.get(BASE).header("X-Key", Secret.of(value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("X-Key")
                .hasMessageNotContaining("s3cr");
    }

    @Test
    void body_ofGet_isRefused() {
        assertThatThrownBy(() -> HttpRequest.get(BASE).body(HttpBody.text("x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A GET request has no body.");
    }

    @Test
    void extend_thenBuild_keepsEverything() {
        HttpRequest request = HttpRequest.post(BASE, HttpBody.text("x"))
                .header("A", "b")
                .timeout(Duration.ofSeconds(3))
                .largestAnswer(9)
                .build();

        HttpRequest same = request.extend().build();

        assertThat(same).usingRecursiveComparison().isEqualTo(request);
    }
}
