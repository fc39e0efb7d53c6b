package org.iotconnector.simulator.internal.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientIdTextTest {

    @Test
    void parse_lineFeedsBetweenParameters_areIgnored() {
        ClientIdText parsed = ClientIdText.parse("a|securemode=3,\nsignmethod=hmacsha1,\r\n timestamp=1|\n")
                .orElseThrow();

        assertThat(parsed.parameters())
                .isEqualTo(Map.of("securemode", "3", "signmethod", "hmacsha1", "timestamp", "1"));
    }

    @Test
    void parse_valueWithEqualsSign_keepsIt() {
        assertThat(ClientIdText.parse("a|k=b=c|").orElseThrow().parameter("k")).contains("b=c");
    }

    @Test
    void parse_missingLastBar_isTolerated() {
        assertThat(ClientIdText.parse("a|k=v").orElseThrow().parameter("k")).contains("v");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "|k=v|", "a|k|", "a|=v|", "a|k=v|x|", "a|k=v||"})
    void parse_malformed_isEmpty(String text) {
        assertThat(ClientIdText.parse(text)).isEmpty();
    }

    @Test
    void parse_clientIdOf65Characters_isEmpty() {
        assertThat(ClientIdText.parse("x".repeat(64) + "|k=v|")).isPresent();
        assertThat(ClientIdText.parse("x".repeat(65) + "|k=v|")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext=1", "ext=3"})
    void extendedRrpc_bit0Set_isTrue(String parameter) {
        assertThat(ClientIdText.parse("a|" + parameter + "|").orElseThrow().extendedRrpc())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext=2", "ext=0", "ext=x", "ext=99999999999", "k=v"})
    void extendedRrpc_bit0NotSet_isFalse(String parameter) {
        assertThat(ClientIdText.parse("a|" + parameter + "|").orElseThrow().extendedRrpc())
                .isFalse();
    }

    @Property
    void parse_anyParameters_roundTrips(
            @ForAll @AlphaChars @StringLength(min = 1, max = 64) String clientId,
            @ForAll @Size(min = 1, max = 6)
                    Map<@AlphaChars @StringLength(min = 1, max = 8) String, @AlphaChars @StringLength(max = 8) String>
                            parameters) {
        StringBuilder text = new StringBuilder(clientId).append('|');
        parameters.forEach(
                (key, value) -> text.append(key).append('=').append(value).append(','));

        ClientIdText parsed = ClientIdText.parse(text.append('|').toString()).orElseThrow();

        assertThat(parsed).isEqualTo(new ClientIdText(clientId, parameters));
    }

    @Property
    void parse_anyText_neverFails(@ForAll String text) {
        assertThat(ClientIdText.parse(text)).isNotNull();
    }
}
