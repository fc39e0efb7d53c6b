package org.iotconnector.core.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.iotconnector.core.InvalidConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * The checked values of declared settings. Two are equal if the same settings are declared and have equal values, no
 * matter where these came from. Immutable, thread-safe.
 */
public final class Settings {
    /** Shared by all settings of a platform, and read without an index: thousands of devices have one of these each. */
    private final List<Setting<?>> declared;
    /** Without those that equal the default. */
    private final Map<String, Object> values;

    private final Map<String, String> origins;
    /** Keys that were given wrongly, or not at all although required; empty except while checks run. */
    private final Set<String> broken;

    Settings(List<Setting<?>> declared, Map<String, Object> values, Map<String, String> origins, Set<String> broken) {
        this.declared = declared;
        this.values = values;
        this.origins = origins;
        this.broken = broken;
    }

    /**
     * Begins a set of values for {@code declared} settings.
     *
     * @throws IllegalArgumentException if two of them, or the companions of secrets, share a key
     */
    public static Builder builder(Collection<Setting<?>> declared) {
        return new Builder(declared);
    }

    /**
     * The value given, or else the default.
     *
     * @throws IllegalStateException if there is neither; use {@link #find} for settings that may be absent
     * @throws IllegalArgumentException if the setting is not declared here
     */
    public <T> T get(Setting<T> setting) {
        return find(setting)
                .orElseThrow(() -> new IllegalStateException(
                        "Setting [" + setting.key() + "] has neither a value nor a default; read it with find()."));
    }

    /**
     * The value given, or else the default, or else empty.
     *
     * @throws IllegalArgumentException if the setting is not declared here
     */
    public <T> Optional<T> find(Setting<T> setting) {
        Setting<?> own = requireDeclared(setting);
        if (broken.contains(setting.key())) {
            throw new BrokenSettingException(setting.key());
        }
        @SuppressWarnings("unchecked") // Same key and type as the declaration that read the value.
        Optional<T> value = (Optional<T>) effective(own);
        return value;
    }

    /** Whether code or a source gave a value, be it equal to the default. */
    public boolean isSet(Setting<?> setting) {
        requireDeclared(setting);
        return origins.containsKey(setting.key());
    }

    /** Where the value came from: {@code lamp.yaml line 4}, {@code option --x}, {@code code}, {@code default}. */
    public String origin(Setting<?> setting) {
        requireDeclared(setting);
        return origins.getOrDefault(setting.key(), setting.defaultValue().isPresent() ? "default" : "not set");
    }

    /** The declarations, in their order. */
    public List<Setting<?>> declared() {
        return declared;
    }

    private Optional<?> effective(Setting<?> own) {
        Object value = values.get(own.key());
        return value == null ? own.defaultValue() : Optional.of(value);
    }

    private Setting<?> requireDeclared(Setting<?> setting) {
        for (Setting<?> own : declared) {
            if (own == setting || (own.key().equals(setting.key()) && own.isSameAs(setting))) {
                return own;
            }
        }
        throw new IllegalArgumentException(
                "Setting [" + setting.key() + "] is not declared here; declared are " + keys() + ".");
    }

    private Set<String> keys() {
        return declared.stream().map(Setting::key).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Settings that && keys().equals(that.keys()) && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(keys(), values);
    }

    /** Keys and values, secrets redacted. */
    @Override
    public String toString() {
        Map<String, Object> shown = new LinkedHashMap<>();
        declared.forEach(setting -> effective(setting).ifPresent(value -> shown.put(setting.key(), value)));
        return "Settings" + shown;
    }

    /** Collects values for declared settings. Confined to one thread. */
    public static final class Builder {
        private static final String PLATFORM = "platform";

        private final List<Setting<?>> all;
        private final Map<String, Setting<?>> declared = new LinkedHashMap<>();
        private final Map<String, Object> typed = new LinkedHashMap<>();
        private final List<SettingSource> sources = new ArrayList<>();
        private final Set<String> ignored = new LinkedHashSet<>();
        private final List<SettingsCheck> checks = new ArrayList<>();
        private final Map<String, String> unreadable = new LinkedHashMap<>();
        private Map<String, String> environment = System.getenv();

        private Builder(Collection<Setting<?>> settings) {
            Set<String> keys = new LinkedHashSet<>();
            for (Setting<?> setting : SettingKeys.withCompanions(settings)) {
                if (!keys.add(setting.key())) {
                    throw new IllegalArgumentException("Setting [" + setting.key() + "] is declared twice.");
                }
            }
            all = List.copyOf(settings);
            all.forEach(setting -> declared.put(setting.key(), setting));
            checks.add((checked, problems) -> unreadable.forEach(problems::add));
        }

        /** Sets a value from code, which wins over every source; null takes an earlier one back. */
        public <T> Builder put(Setting<T> setting, @Nullable T value) {
            Setting<?> own = declared.get(setting.key());
            if (own == null || !own.isSameAs(setting)) {
                throw new IllegalArgumentException("Setting [" + setting.key() + "] is not declared here.");
            }
            unreadable.remove(setting.key());
            if (value == null) {
                typed.remove(setting.key());
            } else {
                typed.put(setting.key(), value);
            }
            return this;
        }

        /** As {@link #put}, from text; what {@code parser} refuses is a problem that {@link #build()} reports. */
        public <T> Builder putText(Setting<T> setting, String text, Function<String, T> parser) {
            try {
                return put(setting, parser.apply(text));
            } catch (IllegalArgumentException wrong) {
                unreadable.put(setting.key(), String.valueOf(wrong.getMessage()));
                return this;
            }
        }

        /**
         * Adds sources. In rising precedence: defaults, files, environment, options, values from code; of two sources
         * of one kind the one added later wins. A secret and its companions count as one setting.
         */
        public Builder read(SettingSource... more) {
            sources.addAll(List.of(more));
            return this;
        }

        /** Accepts these keys in sources without reading them, such as {@code platform}. */
        public Builder ignoring(String... keys) {
            ignored.addAll(List.of(keys));
            return this;
        }

        /** Accepts the key {@code platform} in sources, where it must be {@code id}. */
        public Builder forPlatform(String id) {
            ignoring(PLATFORM);
            return check((checked, problems) -> {
                for (SettingSource source : sources) {
                    source.text(PLATFORM)
                            .filter(platform -> !platform.equals(id))
                            .ifPresent(other -> problems.add(
                                    PLATFORM,
                                    "is \"" + other + "\" in " + source.name() + ", but this is a configuration for "
                                            + id + "."));
                }
            });
        }

        /** Takes the variables that {@code <secret>Env} settings name from here instead of this process. */
        public Builder environment(Map<String, String> variables) {
            this.environment = Map.copyOf(variables);
            return this;
        }

        /** Adds a rule over several settings, which {@link #build()} applies. */
        public Builder check(SettingsCheck check) {
            checks.add(check);
            return this;
        }

        /**
         * Reads and checks everything.
         *
         * @throws InvalidConfigurationException with every problem: unknown keys, missing and wrong values, broken
         *     rules
         */
        public Settings build() {
            return new SettingsResolver(all, declared, typed, sources, ignored, environment).resolve(checks);
        }
    }
}
