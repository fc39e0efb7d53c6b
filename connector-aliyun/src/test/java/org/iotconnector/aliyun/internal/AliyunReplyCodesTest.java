package org.iotconnector.aliyun.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.iotconnector.aliyun.internal.AliyunReplyCodes.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AliyunReplyCodesTest {
    /** Every code of the platform's pages, read 2026-11. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                400, 401, 403, 427, 428, 429, 460, 500, 520, 521, 522, 5005, 5159, 5160, 5161, 5244, 6100, 6104, 6106,
                6200, 6201, 6203, 6204, 6207, 6250, 6280, 6287, 6288, 6289, 6292, 6300, 6301, 6302, 6304, 6306, 6307,
                6308, 6309, 6310, 6311, 6312, 6313, 6314, 6316, 6317, 6318, 6320, 6321, 6322, 6323, 6324, 6325, 6326,
                6327, 6328, 6329, 6356, 6357, 6400, 6401, 6402, 6450, 6600, 6619, 6661, 6710, 6713, 6717, 6718, 6760,
                9112, 9200, 9201, 26001, 26002, 26006, 26007, 26010, 100000, 105000, 110000
            })
    void explain_documentedCode_saysWhatToDo(int code) {
        assertThat(AliyunReplyCodes.explain(code))
                .hasValueSatisfying(
                        text -> assertThat(text).startsWith("It means: ").matches(".*[.:]"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 0, -1, 6305, 99_999, 110_001, Integer.MAX_VALUE})
    void explain_successAndUnknown_isNothing(int code) {
        assertThat(AliyunReplyCodes.explain(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "6106, more than 200 properties",
        "6207, not JSON",
        "429, too many requests",
        "6311, a text of milliseconds",
        "26002, script failed",
        "26003, script has a problem"
    })
    void explain_code_saysItsOwnMeaning(int code, String meaning) {
        assertThat(AliyunReplyCodes.explain(code))
                .hasValueSatisfying(text -> assertThat(text).contains(meaning));
    }

    @Test
    void entries_always_areWholeSentencesAndRangesUpwards() {
        assertThat(AliyunReplyCodes.entries()).allSatisfy(entry -> {
            assertThat(entry.first()).isLessThanOrEqualTo(entry.last());
            assertThat(entry.meaning()).isNotBlank().doesNotEndWith(".");
            assertThat(entry.advice()).isNotBlank().matches("[A-Z].*[.:]");
        });
    }

    @Test
    void entries_ofSingleCodes_areThereOnce() {
        assertThat(AliyunReplyCodes.entries().stream().filter(entry -> entry.first() == entry.last()))
                .extracting(Entry::first)
                .doesNotHaveDuplicates();
    }
}
