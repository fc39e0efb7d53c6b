package org.iotconnector.core.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.iotconnector.core.InvalidConfigurationException;
import org.jspecify.annotations.Nullable;

/** The types that settings of one text have. */
final class ValueTypes {
    private ValueTypes() {}

    static ValueType<String> text() {
        return ValueType.ofText(String.class, "text", Function.identity(), Function.identity());
    }

    static ValueType<Integer> integer() {
        return ValueType.ofText(
                Integer.class,
                "whole number",
                text -> number(text, Integer::valueOf, "-2147483648 to 2147483647"),
                String::valueOf);
    }

    static ValueType<Long> longInteger() {
        return ValueType.ofText(
                Long.class,
                "whole number",
                text -> number(text, Long::valueOf, "-9223372036854775808 to 9223372036854775807"),
                String::valueOf);
    }

    private static <T> T number(String text, Function<String, T> parser, String range) {
        try {
            return parser.apply(text.trim());
        } catch (NumberFormatException e) {
            throw new BadValueException("must be a whole number, " + range);
        }
    }

    static ValueType<Boolean> flag() {
        return ValueType.ofText(Boolean.class, "true or false", ValueTypes::flag, String::valueOf);
    }

    private static Boolean flag(String text) {
        return switch (text.trim().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw new BadValueException("must be true or false");
        };
    }

    static ValueType<Duration> duration() {
        return ValueType.ofText(Duration.class, "duration", DurationText::parse, DurationText::format);
    }

    static ValueType<Long> size() {
        return ValueType.ofText("size", "size", SizeText::parse, SizeText::format);
    }

    static ValueType<Secret> secret() {
        return new ValueType<>(
                Secret.class, "secret", (raw, folder) -> Secret.of(ValueParser.text(raw)), Secret::toString, true);
    }

    static ValueType<Path> file() {
        return new ValueType<>(Path.class, "file", ValueTypes::path, Path::toString, false);
    }

    private static Path path(RawSetting raw, @Nullable Path folder) {
        String text = ValueParser.text(raw);
        if (text.isBlank()) {
            throw new BadValueException("must be the path of a file, not empty");
        }
        try {
            return folder == null ? Path.of(text) : folder.resolve(text);
        } catch (InvalidPathException e) {
            throw new BadValueException("must be a path that this system allows");
        }
    }

    static <T> ValueType<T> own(Function<String, T> parser, String name) {
        return new ValueType<>(
                name, name, (raw, folder) -> guarded(raw, name, parser, ValueParser.text(raw)), String::valueOf, false);
    }

    static <T> ValueType<T> structured(Function<RawSetting, T> parser, String name) {
        return new ValueType<>(name, name, (raw, folder) -> guarded(raw, name, parser, raw), String::valueOf, false);
    }

    /** Calls a parser of somebody else, whose every exception means that the value is wrong. */
    private static <I, T> T guarded(RawSetting raw, String name, Function<I, T> parser, I input) {
        String refusal = "is not a valid " + name;
        try {
            return parser.apply(input);
        } catch (BadValueException e) {
            throw e;
        } catch (InvalidConfigurationException e) {
            throw new BadValueException(
                    withDetail(raw, refusal, e.problems().get(0).message()));
        } catch (IllegalArgumentException e) {
            throw new BadValueException(withDetail(raw, refusal, e.getMessage()));
        } catch (RuntimeException e) {
            throw new BadValueException(refusal);
        }
    }

    private static String withDetail(RawSetting raw, String refusal, @Nullable String detail) {
        if (detail == null || detail.isEmpty()) {
            return refusal;
        }
        // The parser may quote the value, and a variable may hold a secret that was meant for another setting.
        Optional<RawSetting.Text> substituted = raw.match(
                text -> Optional.of(text).filter(RawSetting.Text::isSubstituted),
                mapping -> Optional.empty(),
                sequence -> Optional.empty(),
                invalid -> Optional.empty());
        return substituted.isPresent() ? refusal : refusal + ": " + withoutFullStop(detail);
    }

    private static String withoutFullStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
