package org.iotconnector.core.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.iotconnector.core.InvalidConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of one setting: its key, type, rules, default and meaning. Declared once, it feeds reading, checking,
 * the command line's help and the manual. The key in camel case, such as {@code deviceName}, is also the option
 * {@code --device-name} and the environment variable {@code IOTC_DEVICE_NAME}.
 *
 * <pre>{@code
 * static final Setting<Duration> KEEP_ALIVE = Setting.duration("keepAlive")
 *         .description("Longest silence before the client sends PINGREQ.")
 *         .range(Duration.ofSeconds(30), Duration.ofMinutes(20))
 *         .defaultValue(Duration.ofMinutes(1))
 *         .build();
 * }</pre>
 *
 * Two declarations with one key and one type stand for the same setting, so that a provider may {@link #extend()} a
 * common one with its own default. Immutable, thread-safe.
 *
 * @param <T> the type of its values
 */
public final class Setting<T> {
    private final String key;
    private final ValueType<T> type;
    private final SettingRules<T> rules;
    private final String description;
    private final String group;
    private final @Nullable String example;
    private final @Nullable T defaultValue;
    private final @Nullable String defaultText;
    private final boolean required;

    Setting(SettingBuilder<T> builder, String description) {
        this.key = builder.key;
        this.type = builder.type;
        this.rules = builder.rules;
        this.description = description;
        this.group = builder.group;
        this.example = builder.example;
        this.defaultValue = builder.defaultValue;
        this.defaultText = builder.defaultText;
        this.required = builder.required;
    }

    /** One line of text, taken as it is; may be empty unless required. */
    public static SettingBuilder<String> text(String key) {
        return new SettingBuilder<>(key, ValueTypes.text());
    }

    /** A whole number of 32 bits. */
    public static SettingBuilder<Integer> integer(String key) {
        return new SettingBuilder<>(key, ValueTypes.integer());
    }

    /** A whole number of 64 bits. */
    public static SettingBuilder<Long> longInteger(String key) {
        return new SettingBuilder<>(key, ValueTypes.longInteger());
    }

    /** {@code true} or {@code false}; {@code yes}, {@code on}, {@code no} and {@code off} work too. */
    public static SettingBuilder<Boolean> flag(String key) {
        return new SettingBuilder<>(key, ValueTypes.flag());
    }

    /** A time that is not negative: {@code 500ms 30s 5m 2h 1d PT30S}; a bare number counts seconds. */
    public static SettingBuilder<Duration> duration(String key) {
        return new SettingBuilder<>(key, ValueTypes.duration());
    }

    /** A number of bytes: {@code 16384}, {@code 64KB}, {@code 1MB}; 1 KB is 1024 bytes. */
    public static SettingBuilder<Long> size(String key) {
        return new SettingBuilder<>(key, ValueTypes.size());
    }

    /**
     * A secret that is not empty. It may also be given by a companion: {@code <key>File} names a file that holds it,
     * {@code <key>Env} an environment variable.
     */
    public static SettingBuilder<Secret> secret(String key) {
        return new SettingBuilder<>(key, ValueTypes.secret());
    }

    /** A path, which need not exist; in a settings file it counts from the file's folder. */
    public static SettingBuilder<Path> file(String key) {
        return new SettingBuilder<>(key, ValueTypes.file());
    }

    /** One constant of {@code type}; case, {@code -} and {@code _} do not count: {@code hmac-sha256, hmacSha256}. */
    public static <E extends Enum<E>> SettingBuilder<E> oneOf(String key, Class<E> type) {
        SettingBuilder<E> builder = new SettingBuilder<>(key, ChoiceType.of(type));
        builder.rules = builder.rules.withWords("one of " + ChoiceType.spellings(type));
        return builder;
    }

    /** Names and texts, in their order: a YAML mapping, or {@code a=b,c=d}. Unmodifiable; may be empty. */
    public static SettingBuilder<Map<String, String>> map(String key) {
        return new SettingBuilder<>(key, CollectionTypes.map());
    }

    /** Texts, in their order: a YAML list, or {@code a,b,c}. Unmodifiable; may be empty. */
    public static SettingBuilder<List<String>> list(String key) {
        return new SettingBuilder<>(key, CollectionTypes.list());
    }

    /**
     * A type of one's own, read from one text and shown by its {@code toString}.
     *
     * @param parser throws {@link IllegalArgumentException} or {@link InvalidConfigurationException} with a message for
     *     the user
     * @param typeName for people, such as "endpoint"
     */
    public static <T> SettingBuilder<T> of(String key, Function<String, T> parser, String typeName) {
        return new SettingBuilder<>(key, ValueTypes.own(parser, typeName));
    }

    /** As {@link #of}, for a type that is read from a YAML list or mapping. */
    public static <T> SettingBuilder<T> structured(String key, Function<RawSetting, T> parser, String typeName) {
        return new SettingBuilder<>(key, ValueTypes.structured(parser, typeName));
    }

    /** A builder that begins with everything this setting has. */
    public SettingBuilder<T> extend() {
        SettingBuilder<T> builder = new SettingBuilder<>(key, type);
        builder.rules = rules;
        builder.description = description;
        builder.group = group;
        builder.example = example;
        builder.defaultValue = defaultValue;
        builder.defaultText = defaultText;
        builder.required = required;
        return builder;
    }

    /** The name in a settings file, such as {@code deviceName}. */
    public String key() {
        return key;
    }

    /** The name on the command line, such as {@code --device-name}. */
    public String optionName() {
        return SettingKeys.optionName(key);
    }

    /** The name in the environment, such as {@code IOTC_DEVICE_NAME}. */
    public String environmentName() {
        return SettingKeys.environmentName(key);
    }

    /** What the setting means, in one or two sentences. */
    public String description() {
        return description;
    }

    /** The type for people, such as "duration". */
    public String typeName() {
        return type.name();
    }

    /** The title under which the manual lists the setting; empty by default. */
    public String group() {
        return group;
    }

    public boolean isSecret() {
        return type.secret();
    }

    /** Whether a configuration without it is refused. */
    public boolean isRequired() {
        return required;
    }

    public Optional<T> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    /** The default as the manual shows it: the value, or words for a default that is computed. */
    public Optional<String> defaultText() {
        return defaultText != null ? Optional.of(defaultText) : defaultValue().map(this::format);
    }

    /** A value as a user might write it. */
    public Optional<String> example() {
        return Optional.ofNullable(example);
    }

    /** Which values are allowed, such as "30s to 20m" or "one of …"; empty if the type says it all. */
    public Optional<String> rangeText() {
        return rules.text(this::format);
    }

    /** The value in a form that can be read back; a secret prints redacted. */
    public String format(T value) {
        return type.formatter().apply(value);
    }

    /**
     * Reads one text as this setting would, rules included.
     *
     * @throws InvalidConfigurationException if the setting does not take it
     */
    public T parse(String text) {
        RawSetting raw = new RawSetting.Text("given", text);
        try {
            return read(raw, null);
        } catch (BadValueException e) {
            throw InvalidConfigurationException.of(key, Problems.describe(raw, isSecret(), e));
        }
    }

    /** The settings that may give this one in another way: {@code <key>File} and {@code <key>Env} of a secret. */
    public List<Setting<?>> companions() {
        return isSecret() ? List.of(fileCompanion(), variableCompanion()) : List.of();
    }

    Setting<Path> fileCompanion() {
        return file(key + "File")
                .description("File that holds " + key + " and nothing else.")
                .group(group)
                .build();
    }

    Setting<String> variableCompanion() {
        return text(key + "Env")
                .description("Environment variable that holds " + key + ".")
                .group(group)
                .build();
    }

    T read(RawSetting raw, @Nullable Path folder) {
        T value = type.parse(raw, folder);
        Optional<String> problem = problemOf(value);
        if (problem.isPresent()) {
            throw new BadValueException(problem.get());
        }
        return value;
    }

    /** What is wrong with {@code value}, to be read after its name, such as "must be 1 to 9". */
    Optional<String> problemOf(T value) {
        boolean needsText = required || isSecret();
        if (needsText
                && (value instanceof String || value instanceof Secret)
                && textOf(value).isEmpty()) {
            return Optional.of("must not be empty");
        }
        return rules.problem(value, this::format, this::textOf);
    }

    private String textOf(T value) {
        return value instanceof Secret secret ? secret.reveal() : format(value);
    }

    boolean isSameAs(Setting<?> other) {
        return key.equals(other.key) && type.identity().equals(other.type.identity());
    }

    @Override
    public String toString() {
        return "Setting[" + key + "]";
    }
}
