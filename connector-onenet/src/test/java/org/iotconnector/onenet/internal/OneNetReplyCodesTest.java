package org.iotconnector.onenet.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.iotconnector.onenet.internal.OneNetReplyCodes.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneNetReplyCodesTest {
    /** Every code of the device log, data points, commands and the device image, read 2026-11. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                98, 99, 100, 112, 113, 128, 150, 160, 161, 162, 163, 164, 165, 166, 167, 301, 302, 303, 304, 305, 306,
                307, 308, 309, 310, 311, 312, 313, 1001, 1002, 1021, 1022, 1023, 1024, 1025, 1026, 1027, 1028, 1101,
                1102, 1103, 1104, 1105, 1106, 1107, 1108, 1109, 1110, 1111, 1112, 1114, 1201, 1202, 1204, 1210, 1401,
                2306
            })
    void explain_documentedCode_saysWhatToDo(int code) {
        assertThat(OneNetReplyCodes.explain(code))
                .hasValueSatisfying(
                        text -> assertThat(text).startsWith("It means: ").endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 0, -1, 314, 1113, 2305, Integer.MAX_VALUE})
    void explain_successAndUnknown_isNothing(int code) {
        assertThat(OneNetReplyCodes.explain(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "99, too large",
        "309, no such identifier",
        "312, 1 to 13 digits",
        "1022, has not subscribed",
        "1104, has expired",
        "1106, does not fit the key",
        "1114, res is not the product and device",
        "2306, an identifier it lacks"
    })
    void explain_code_saysItsOwnMeaning(int code, String meaning) {
        assertThat(OneNetReplyCodes.explain(code))
                .hasValueSatisfying(text -> assertThat(text).contains(meaning));
    }

    @Test
    void entries_always_areWholeSentencesInRisingOrder() {
        int before = 0;
        for (Entry entry : OneNetReplyCodes.entries()) {
            assertThat(entry.first()).isGreaterThan(before).isLessThanOrEqualTo(entry.last());
            assertThat(entry.meaning()).isNotBlank().doesNotEndWith(".");
            assertThat(entry.advice()).matches("[A-Z].*[.]");
            before = entry.last();
        }
    }
}
