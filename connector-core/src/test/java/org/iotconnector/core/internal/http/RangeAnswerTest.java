package org.iotconnector.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.iotconnector.core.http.HttpAnswer;
import org.iotconnector.core.http.HttpHeaders;
import org.iotconnector.core.internal.http.RangeAnswer.Kind;
import org.iotconnector.core.thing.Bytes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeAnswerTest {
    private static HttpAnswer answer(int status, String contentRange) {
        return new HttpAnswer(status, HttpHeaders.of(List.of(Map.entry("Content-Range", contentRange))), Bytes.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "200, '', 100, WHOLE",
        "206, bytes 100-199/200, 100, CONTINUES",
        "206, bytes 100-199/*, 100, CONTINUES",
        "206, bytes 0-199/200, 100, USELESS",
        "206, bytes 0-199/200, 0, CONTINUES",
        "206, '', 100, USELESS",
        "206, items 100-199/200, 100, USELESS",
        "206, bytes 99999999999999999999-1/2, 100, USELESS",
        "416, bytes */100, 100, COMPLETE",
        "416, bytes */90, 100, USELESS",
        "416, '', 100, USELESS",
        "416, bytes */0, 0, REFUSED",
        "503, '', 100, LATER",
        "429, '', 100, LATER",
        "404, '', 100, REFUSED",
        "204, '', 0, REFUSED"
    })
    void read_answer_saysWhatToDo(int status, String contentRange, long offset, Kind kind) {
        assertThat(RangeAnswer.read(answer(status, contentRange), offset, OptionalLong.empty())
                        .kind())
                .isEqualTo(kind);
    }

    @Property
    void read_anyContentRange_neverThrows(@ForAll String contentRange, @ForAll int offset) {
        assertThat(RangeAnswer.read(answer(206, contentRange), offset, OptionalLong.empty()))
                .isNotNull();
    }
}
