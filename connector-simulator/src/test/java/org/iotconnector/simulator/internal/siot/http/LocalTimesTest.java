package org.iotconnector.simulator.internal.siot.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalTimesTest {
    private final LocalTimes times = new LocalTimes(ZoneId.of("Asia/Shanghai"));

    @Test
    void write_moment_isTheServersLocalTime() {
        assertThat(times.write(Instant.parse("2019-06-06T03:55:39.9Z"))).isEqualTo("2019-06-06 11:55:39");
    }

    @Test
    void read_dateAlone_isTheMomentItBegins() {
        assertThat(times.read("begin", "2019-06-06")).isEqualTo(LocalDateTime.of(2019, 6, 6, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2019-6-6", "2019-02-30", "2019-06-06 24:00:00", "2019-06-06T11:55:39", "06/06/2019"})
    void read_malformed_namesTheParameter(String text) {
        assertThatThrownBy(() -> times.read("begin", text))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("begin");
    }

    @Property
    void read_whatWasWritten_isTheSameMoment(@ForAll @LongRange(min = 0, max = 4_000_000_000L) long second) {
        Instant moment = Instant.ofEpochSecond(second);
        LocalTimes utc = new LocalTimes(ZoneOffset.UTC);

        assertThat(utc.read("begin", utc.write(moment))).isEqualTo(utc.local(moment));
    }

    @Property
    void read_anyText_isReadOrRefused(@ForAll @StringLength(max = 20) String text) {
        try {
            assertThat(times.read("end", text)).isNotNull();
        } catch (RefusedException refused) {
            assertThat(refused).hasMessageContaining("end");
        }
    }
}
