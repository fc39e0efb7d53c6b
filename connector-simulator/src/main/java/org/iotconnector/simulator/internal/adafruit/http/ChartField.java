package org.iotconnector.simulator.internal.adafruit.http;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a chart makes of the numbers within one stretch of time. */
enum ChartField {
    AVG,
    SUM,
    /** The newest. */
    VAL,
    MIN,
    MAX,
    VAL_COUNT;

    /** The word in requests and answers. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field of this word. */
    static ChartField named(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word().equals(word))
                .findFirst()
                .orElseThrow(() -> ApiFailure.invalid("field is [" + word + "], expected one of "
                        + Arrays.stream(values()).map(ChartField::word).collect(Collectors.joining(", "))));
    }

    /** The result as text; there must be a number. */
    String of(List<BigDecimal> numbers) {
        return switch (this) {
            case AVG -> average(numbers);
            case SUM -> text(sum(numbers));
            case VAL -> text(numbers.get(numbers.size() - 1));
            case MIN -> text(Collections.min(numbers));
            case MAX -> text(Collections.max(numbers));
            case VAL_COUNT -> String.valueOf(numbers.size());
        };
    }

    /** As many digits as a double has, which is what the platform tells. */
    private static String average(List<BigDecimal> numbers) {
        BigDecimal average = sum(numbers).divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL128);
        return text(BigDecimal.valueOf(average.doubleValue()));
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String text(BigDecimal number) {
        return number.toPlainString();
    }
}
