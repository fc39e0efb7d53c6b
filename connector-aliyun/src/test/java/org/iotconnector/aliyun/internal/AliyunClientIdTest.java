package org.iotconnector.aliyun.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.iotconnector.aliyun.internal.Vectors.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AliyunClientIdTest {
    static Stream<Vector> vectors() {
        return Vectors.ofKind("mqtt-clientid-parse");
    }

    @Test
    void vectors_ofTheKind_areThere() {
        assertThat(vectors()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void parse_vector_givesClientIdAndParameters(Vector vector) {
        Map<String, String> expected = new LinkedHashMap<>();
        vector.expected().struct("params").forEach((name, value) -> expected.put(name, value.asText()));

        AliyunClientId parsed = AliyunClientId.parse(vector.inputs().text("mqttClientId"));

        assertThat(parsed.clientId()).isEqualTo(vector.expected().text("clientId"));
        assertThat(parsed.parameters()).containsExactlyEntriesOf(expected);
    }

    @Test
    void parse_lineEndsBetweenParameters_areNoPartOfThem() {
        AliyunClientId parsed = AliyunClientId.parse("c|securemode=3,\r\nsignmethod=hmacsha1|");

        assertThat(parsed.parameters()).containsEntry("signmethod", "hmacsha1").containsEntry("securemode", "3");
    }

    @Test
    void parse_withoutBars_isAllClientId() {
        assertThat(AliyunClientId.parse("c=1,d=2")).isEqualTo(new AliyunClientId("c=1,d=2", Map.of()));
    }

    @Test
    void parse_valueWithEqualsSign_splitsAtTheFirst() {
        assertThat(AliyunClientId.parse("c|k=a=b,flag|").parameters())
                .containsExactly(Map.entry("k", "a=b"), Map.entry("flag", ""));
    }
}
