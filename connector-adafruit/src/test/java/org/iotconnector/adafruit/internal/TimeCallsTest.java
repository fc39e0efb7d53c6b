package org.iotconnector.adafruit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.iotconnector.adafruit.TimeTopic;
import org.iotconnector.adafruit.Vectors;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TimeCallsTest {
    static Stream<Values> times() {
        return Vectors.list("time_topics");
    }

    @ParameterizedTest
    @MethodSource("times")
    void read_vector_isTheMoment(Values vector) {
        Instant at = Instant.parse(vector.text("at"));

        assertThat(TimeCalls.read(TimeTopic.SECONDS, vector.text("time/seconds")))
                .isEqualTo(at.truncatedTo(ChronoUnit.SECONDS));
        assertThat(TimeCalls.read(TimeTopic.MILLIS, vector.text("time/millis"))).isEqualTo(at);
        assertThat(TimeCalls.read(TimeTopic.ISO_8601, vector.text("time/ISO-8601")))
                .isEqualTo(at);
        assertThat(TimeCalls.hour(vector.text("time/hours"))).isEqualTo(12);
    }

    @ParameterizedTest
    @EnumSource(TimeTopic.class)
    void read_noTime_isRefused(TimeTopic topic) {
        assertThatExceptionOfType(MappingException.class).isThrownBy(() -> TimeCalls.read(topic, "noon"));
    }

    @Test
    void hour_thatNoDayHas_isRefused() {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> TimeCalls.hour("24"))
                .withMessageContaining("24");
    }

    @Test
    void random_ofEitherForm_isTheValue() {
        assertThat(IntegrationCalls.random(Bytes.ofUtf8("plum"))).isEqualTo("plum");
        assertThat(IntegrationCalls.random(Bytes.ofUtf8("{\"value\":7,\"seed\":\"x\"}")))
                .isEqualTo("7");
        assertThat(IntegrationCalls.random(Bytes.ofUtf8("{odd"))).isEqualTo("{odd");
    }
}
