package org.iotconnector.simulator.internal.adafruit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.iotconnector.simulator.internal.adafruit.store.NewDatum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadsTest {
    private final Payloads payloads = new Payloads(true, true);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"value\":true} | true",
                "{\"value\":null} | {\"value\":null}",
                "{\"value\":123456789012345678901234567890} | 123456789012345678901234567890",
                "[1, 2] | [1, 2]",
                "true | true",
                "{\"value\":1} trailing | {\"value\":1} trailing"
            })
    void feed_plain_keepsWhatHasNoValue(String payload, String value) {
        assertThat(feed(Format.PLAIN, payload).value()).isEqualTo(value);
    }

    @Test
    void feed_locationAsTextOrNull_isRead() {
        NewDatum datum = feed(Format.JSON, "{\"value\":1,\"lat\":\"1.5\",\"lon\":2,\"ele\":null}");

        assertThat(datum.location().csv()).isEqualTo("1.5,2,");
    }

    @Test
    void group_nullValue_isLeftOut() {
        Payloads.GroupValues values =
                payloads.group(Format.PLAIN, "{\"feeds\":{\"a\":null,\"b\":1}}".getBytes(StandardCharsets.UTF_8));

        assertThat(values.byKey()).containsOnlyKeys("b");
    }

    @Test
    void feed_plainTextOfAnyLength_isNeverParsed() {
        String deep = "[".repeat(100_000);

        assertThat(feed(Format.PLAIN, deep).value()).isEqualTo(deep);
    }

    @Test
    void feed_deepJson_isMalformedOrText() {
        String deep = "{\"value\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThat(feed(Format.PLAIN, deep).value()).isEqualTo(deep);
    }

    @Property
    void feed_anyBytes_areReadOrMalformed(@ForAll byte[] payload, @ForAll Format format) {
        assertThatCode(() -> tolerate(() -> payloads.feed(format, payload))).doesNotThrowAnyException();
    }

    @Property
    void group_anyBytes_areReadOrMalformed(@ForAll byte[] payload, @ForAll Format format) {
        assertThatCode(() -> tolerate(() -> payloads.group(format, payload))).doesNotThrowAnyException();
    }

    private static void tolerate(Runnable reading) {
        try {
            reading.run();
        } catch (MalformedPayloadException expected) {
            // That is the one way to say no.
        }
    }

    private NewDatum feed(Format format, String payload) {
        return payloads.feed(format, payload.getBytes(StandardCharsets.UTF_8));
    }
}
