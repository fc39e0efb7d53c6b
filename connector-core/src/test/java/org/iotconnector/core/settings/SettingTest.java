package org.iotconnector.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.iotconnector.core.InvalidConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {
    private enum SignMethod {
        HMAC_MD5,
        HMAC_SHA1,
        HMAC_SHA256
    }

    @Test
    void names_ofAKey_followTheThreeSpellings() {
        Setting<String> setting =
                Setting.text("deviceName").description("A name.").build();

        assertThat(setting.key()).isEqualTo("deviceName");
        assertThat(setting.optionName()).isEqualTo("--device-name");
        assertThat(setting.environmentName()).isEqualTo("IOTC_DEVICE_NAME");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DeviceName", "device-name", "device name", "1st", "gerät"})
    void text_keyOutsideTheForm_isRefused(String key) {
        assertThatThrownBy(() -> Setting.text(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void build_withoutDescription_isRefused() {
        assertThatThrownBy(() -> Setting.text("deviceName").build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Setting [deviceName] needs a description.");
    }

    @Test
    void build_defaultOutsideTheRange_isRefused() {
        SettingBuilder<Integer> builder =
                Setting.integer("qos").description("QoS.").range(0, 2).defaultValue(3);

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The default of setting [qos] must be 0 to 2.");
    }

    @Test
    void parse_eachType_givesItsValue() {
        assertThat(read(Setting.text("x"), " a ")).isEqualTo(" a ");
        assertThat(read(Setting.integer("x"), " 42 ")).isEqualTo(42);
        assertThat(read(Setting.longInteger("x"), "-5000000000")).isEqualTo(-5_000_000_000L);
        assertThat(read(Setting.flag("x"), "True")).isTrue();
        assertThat(read(Setting.flag("x"), "off")).isFalse();
        assertThat(read(Setting.duration("x"), "5m")).isEqualTo(Duration.ofMinutes(5));
        assertThat(read(Setting.size("x"), "64KB")).isEqualTo(65536);
        assertThat(read(Setting.secret("x"), "s3cr3t")).isEqualTo(Secret.of("s3cr3t"));
        assertThat(read(Setting.file("x"), "a/b.pem")).isEqualTo(Path.of("a/b.pem"));
        assertThat(read(Setting.list("x"), "a, b,c")).containsExactly("a", "b", "c");
        assertThat(read(Setting.list("x"), " ")).isEmpty();
        assertThat(read(Setting.map("x"), "b=1, a=2=3,c="))
                .containsExactly(Map.entry("b", "1"), Map.entry("a", "2=3"), Map.entry("c", ""));
        assertThat(read(Setting.of("x", URI::create, "address"), "mqtt://h")).isEqualTo(URI.create("mqtt://h"));
    }

    @ParameterizedTest
    @CsvSource({"hmac-sha256", "hmacSha256", "HMAC_SHA256", "hmacsha256"})
    void parse_choice_takesEachSpelling(String text) {
        assertThat(read(Setting.oneOf("x", SignMethod.class), text)).isEqualTo(SignMethod.HMAC_SHA256);
    }

    @Test
    void parse_wrongValue_saysWhatIsAllowed() {
        assertRefused(
                Setting.integer("x"), "4.5", "\"4.5\" (given) must be a whole number, -2147483648 to 2147483647.");
        assertRefused(Setting.integer("x").range(0, 2), "3", "\"3\" (given) must be 0 to 2.");
        assertRefused(Setting.integer("x").atLeast(1), "0", "\"0\" (given) must be at least 1.");
        assertRefused(Setting.flag("x"), "maybe", "\"maybe\" (given) must be true or false.");
        assertRefused(
                Setting.duration("x").range(Duration.ofSeconds(30), Duration.ofMinutes(20)),
                "1h",
                "\"1h\" (given) must be 30s to 20m.");
        assertRefused(Setting.size("x").range(1024L, 65536L), "1MB", "\"1MB\" (given) must be 1KB to 64KB.");
        assertRefused(
                Setting.oneOf("x", SignMethod.class),
                "md5",
                "\"md5\" (given) must be one of hmac-md5, hmac-sha1, hmac-sha256.");
        assertRefused(
                Setting.text("x").matching(Pattern.compile("[a-z]{1,4}"), "1 to 4 lower-case letters"),
                "Lamp",
                "\"Lamp\" (given) must be 1 to 4 lower-case letters.");
        assertRefused(
                Setting.integer("x").check(n -> n % 2 == 0 ? Optional.empty() : Optional.of("must be even")),
                "3",
                "\"3\" (given) must be even.");
        assertRefused(Setting.file("x"), " ", "\" \" (given) must be the path of a file, not empty.");
        assertRefused(Setting.file("x"), "a\0b", "\"a\\u0000b\" (given) must be a path that this system allows.");
        assertRefused(Setting.list("x"), "a,,b", "\"a,,b\" (given) must be a list such as a,b,c, without empty items.");
        assertRefused(Setting.map("x"), "a", "\"a\" (given) must be a mapping such as a=b,c=d.");
        assertRefused(Setting.map("x"), "a=1,a=2", "\"a=1,a=2\" (given) must name each key once.");
        assertRefused(Setting.text("x").required(), "", "\"\" (given) must not be empty.");
    }

    @Test
    void parse_ownTypeRefuses_quotesItsReason() {
        Setting<Integer> refusing = Setting.<Integer>of(
                        "x",
                        text -> {
                            throw new IllegalArgumentException("port 99999 is past 65535.");
                        },
                        "endpoint")
                .description("Where.")
                .build();

        assertThatThrownBy(() -> refusing.parse("mqtt://h:99999"))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("x: \"mqtt://h:99999\" (given) is not a valid endpoint: port 99999 is past 65535.");
    }

    @Test
    void parse_ownTypeBreaks_isStillARefusal() {
        Setting<Integer> breaking = Setting.<Integer>of(
                        "x",
                        text -> {
                            throw new UnsupportedOperationException("inner workings");
                        },
                        "endpoint")
                .description("Where.")
                .build();

        assertThatThrownBy(() -> breaking.parse("y"))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("x: \"y\" (given) is not a valid endpoint.");
    }

    @Test
    void parse_wrongSecret_doesNotQuoteIt() {
        assertRefused(
                Setting.secret("x").matching(Pattern.compile("[0-9a-f]{32}"), "32 hexadecimal digits"),
                "s3cr3t",
                "the secret (given) must be 32 hexadecimal digits.");
    }

    @Test
    void parse_longValueWithControlCharacters_quotesItShortAndOnOneLine() {
        assertRefused(
                Setting.integer("x"),
                "1\n" + "2".repeat(100),
                "\"1\\u000a" + "2".repeat(58) + "…\" (given) must be a whole number, -2147483648 to 2147483647.");
    }

    @Test
    void rangeText_ofRangeAndPattern_saysWhatIsAllowed() {
        assertThat(described(Setting.integer("x").range(1, 9)).rangeText()).contains("1 to 9");
        assertThat(described(Setting.oneOf("x", SignMethod.class)).rangeText())
                .contains("one of hmac-md5, hmac-sha1, hmac-sha256");
        assertThat(described(Setting.text("x")).rangeText()).isEmpty();
    }

    @Test
    void defaultText_withoutWords_isTheFormattedDefault() {
        assertThat(described(Setting.duration("x").defaultValue(Duration.ofSeconds(60)))
                        .defaultText())
                .contains("1m");
        assertThat(described(Setting.text("x").defaultText("productKey.deviceName"))
                        .defaultText())
                .contains("productKey.deviceName");
        assertThat(described(Setting.text("x")).defaultText()).isEmpty();
    }

    @Test
    void companions_ofASecret_areFileAndVariable() {
        List<Setting<?>> companions = described(Setting.secret("deviceSecret")).companions();

        assertThat(companions)
                .extracting(Setting::optionName)
                .containsExactly("--device-secret-file", "--device-secret-env");
        assertThat(described(Setting.text("deviceName")).companions()).isEmpty();
    }

    @Test
    void extend_withAnotherDefault_keepsTheRest() {
        Setting<Integer> common =
                described(Setting.integer("qos").range(0, 2).defaultValue(0).group("MQTT"));

        Setting<Integer> own = common.extend().defaultValue(1).build();

        assertThat(own.defaultValue()).contains(1);
        assertThat(own.rangeText()).contains("0 to 2");
        assertThat(own.group()).isEqualTo("MQTT");
        assertThat(common.defaultValue()).contains(0);
    }

    @Test
    void range_ofValuesWithoutOrder_isRefused() {
        assertThatThrownBy(() -> Setting.list("x").range(List.of("a"), List.of("b")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static <T> Setting<T> described(SettingBuilder<T> builder) {
        return builder.description("Something.").build();
    }

    private static <T> T read(SettingBuilder<T> builder, String text) {
        return described(builder).parse(text);
    }

    private static void assertRefused(SettingBuilder<?> builder, String text, String message) {
        Setting<?> setting = described(builder);

        assertThatThrownBy(() -> setting.parse(text))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage("x: " + message);
    }
}
