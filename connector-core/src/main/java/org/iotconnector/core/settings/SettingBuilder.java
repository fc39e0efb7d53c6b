package org.iotconnector.core.settings;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what a {@link Setting} declares. Confined to one thread. */
public final class SettingBuilder<T> {
    final String key;
    final ValueType<T> type;
    SettingRules<T> rules = SettingRules.none();

    @Nullable
    String description;

    String group = "";

    @Nullable
    String example;

    @Nullable
    T defaultValue;

    @Nullable
    String defaultText;

    boolean required;

    SettingBuilder(String key, ValueType<T> type) {
        this.key = SettingKeys.checked(key);
        this.type = type;
    }

    /** What the setting means, in one or two sentences; mandatory. */
    public SettingBuilder<T> description(String value) {
        this.description = value;
        return this;
    }

    /** A value as a user might write it. */
    public SettingBuilder<T> example(String value) {
        this.example = value;
        return this;
    }

    /** The value when no source gives one. A required setting has none. */
    public SettingBuilder<T> defaultValue(T value) {
        this.defaultValue = value;
        this.required = false;
        return this;
    }

    /** How the manual shows a default that is computed, such as "productKey.deviceName". */
    public SettingBuilder<T> defaultText(String words) {
        this.defaultText = words;
        return this;
    }

    /** Refuses configurations without it, and empty texts. */
    public SettingBuilder<T> required() {
        this.required = true;
        this.defaultValue = null;
        this.defaultText = null;
        return this;
    }

    /** Allows {@code min} to {@code max}, both included; for numbers, durations and sizes. */
    public SettingBuilder<T> range(T min, T max) {
        this.rules = rules.withRange(min, max);
        return this;
    }

    /** Allows {@code min} and more; for numbers, durations and sizes. */
    public SettingBuilder<T> atLeast(T min) {
        this.rules = rules.withRange(min, null);
        return this;
    }

    /** Allows texts and secrets that {@code pattern} matches as a whole; {@code words} follow "must be". */
    public SettingBuilder<T> matching(Pattern pattern, String words) {
        this.rules = rules.withPattern(pattern, words);
        return this;
    }

    /**
     * Adds a rule: empty if the value is allowed, else what is wrong, to be read after the value, such as "must be
     * an even number". It must not quote a secret.
     */
    public SettingBuilder<T> check(Function<? super T, Optional<String>> rule) {
        this.rules = rules.withCheck(rule);
        return this;
    }

    /** The title under which the manual lists the setting. */
    public SettingBuilder<T> group(String title) {
        this.group = title;
        return this;
    }

    /**
     * Builds the declaration.
     *
     * @throws IllegalStateException if it has no description, or a default that its own rules refuse
     */
    public Setting<T> build() {
        if (description == null || description.isEmpty()) {
            throw new IllegalStateException("Setting [" + key + "] needs a description.");
        }
        Setting<T> setting = new Setting<>(this, description);
        setting.defaultValue().flatMap(setting::problemOf).ifPresent(problem -> {
            throw new IllegalStateException("The default of setting [" + key + "] " + problem + ".");
        });
        return setting;
    }
}
