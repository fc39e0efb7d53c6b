package org.iotconnector.simulator.internal.adafruit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Instant;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that clients send within queries and bodies. */
class RestTextsTest {
    private static final long LAST_SECOND_OF_9999 = 253_402_300_799L;

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:00:00Z, 2026-03-01T12:00:00Z",
        "2026-03-01T13:00:00+01:00, 2026-03-01T12:00:00Z",
        "2026-03-01 12:00:00 UTC, 2026-03-01T12:00:00Z",
        "2026-03-01, 2026-03-01T00:00:00Z",
        "1772366400, 2026-03-01T12:00:00Z",
        "1772366400.5, 2026-03-01T12:00:00.500Z"
    })
    void time_eachForm_isRead(String text, Instant expected) {
        assertThat(Times.parse(text)).contains(expected);
    }

    @Property
    void time_writtenForPages_isReadAgain(@ForAll @LongRange(max = LAST_SECOND_OF_9999) long second) {
        Instant time = Instant.ofEpochSecond(second);

        assertThat(Times.parse(Times.pageLink(time))).contains(time);
        assertThat(Times.parse(Times.record(time))).contains(time);
    }

    @Property
    void time_anyText_isReadOrNot(@ForAll String text) {
        assertThatCode(() -> Times.parse(text)).doesNotThrowAnyException();
    }

    @Property
    void cursor_written_isReadAgain(@ForAll long feedId) {
        assertThat(Cursor.read(Cursor.write("0G3TEB4S00HD9P77RN5J7WDVSG", feedId)))
                .isEqualTo("0G3TEB4S00HD9P77RN5J7WDVSG");
    }

    @Property
    void cursor_anyText_isReadOrRefused(@ForAll String text) {
        assertThatCode(() -> {
                    try {
                        Cursor.read(text);
                    } catch (ApiFailure refused) {
                        assertThat(refused.status()).isEqualTo(400);
                    }
                })
                .doesNotThrowAnyException();
    }

    @Property
    void strftime_anyFormat_isText(@ForAll String format) {
        assertThat(new Strftime(format).text(Instant.EPOCH.atZone(ZoneOffset.UTC)))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "%F %T, 1970-01-01 00:00:00",
        "%D %R %r, 01/01/70 00:00 12:00:00 AM",
        "%A %a %B %b, Thursday Thu January Jan",
        "%e|%k|%l|%-e, ' 1| 0|12|1'",
        "%C%y %G-%V %u%w %s, 1970 1970-01 44 0",
        "%L %N %z %P, 000 000000000 +0000 am"
    })
    void strftime_directives_areThoseOfRuby(String format, String expected) {
        assertThat(new Strftime(format).text(Instant.EPOCH.atZone(ZoneOffset.UTC)))
                .isEqualTo(expected);
    }
}
