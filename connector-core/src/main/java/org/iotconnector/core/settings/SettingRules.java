package org.iotconnector.core.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a value must be beyond its type: a range, a pattern, own rules. Immutable. */
final class SettingRules<T> {
    private final @Nullable T min;
    private final @Nullable T max;
    private final @Nullable Pattern pattern;
    private final @Nullable String words;
    private final List<Function<? super T, Optional<String>>> checks;

    private SettingRules(
            @Nullable T min,
            @Nullable T max,
            @Nullable Pattern pattern,
            @Nullable String words,
            List<Function<? super T, Optional<String>>> checks) {
        this.min = min;
        this.max = max;
        this.pattern = pattern;
        this.words = words;
        this.checks = checks;
    }

    static <T> SettingRules<T> none() {
        return new SettingRules<>(null, null, null, null, List.of());
    }

    SettingRules<T> withRange(T from, @Nullable T to) {
        if (!(from instanceof Comparable)) {
            throw new IllegalArgumentException("Only comparable values have a range; use check() instead.");
        }
        return new SettingRules<>(from, to, pattern, words, checks);
    }

    SettingRules<T> withPattern(Pattern allowed, String allowedInWords) {
        return new SettingRules<>(min, max, allowed, allowedInWords, checks);
    }

    SettingRules<T> withWords(String allowedInWords) {
        return new SettingRules<>(min, max, pattern, allowedInWords, checks);
    }

    SettingRules<T> withCheck(Function<? super T, Optional<String>> check) {
        List<Function<? super T, Optional<String>>> more = new ArrayList<>(checks);
        more.add(check);
        return new SettingRules<>(min, max, pattern, words, List.copyOf(more));
    }

    Optional<String> text(Function<T, String> format) {
        if (min == null) {
            return Optional.ofNullable(words);
        }
        String range = max == null ? "at least " + format.apply(min) : format.apply(min) + " to " + format.apply(max);
        return Optional.of(words == null ? range : range + ", " + words);
    }

    Optional<String> problem(T value, Function<T, String> format, Function<T, String> textOf) {
        boolean outside = (min != null && compare(value, min) < 0) || (max != null && compare(value, max) > 0);
        boolean mismatch =
                pattern != null && !pattern.matcher(textOf.apply(value)).matches();
        if (outside || mismatch) {
            return Optional.of("must be " + text(format).orElse("another value"));
        }
        return checks.stream().flatMap(check -> check.apply(value).stream()).findFirst();
    }

    @SuppressWarnings("unchecked") // withRange has seen that the values are comparable with their own type.
    private int compare(T value, T bound) {
        return ((Comparable<T>) value).compareTo(bound);
    }
}
