package org.iotconnector.core.settings;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.core.InvalidConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * Values by key from one place: a settings file, the environment, or command-line options. Where sources disagree,
 * options win over the environment, and the environment over files. Immutable, thread-safe.
 */
public final class SettingSource {
    /** In rising precedence. */
    enum Rank {
        FILE,
        ENVIRONMENT,
        OPTIONS
    }

    private static final int FILE_LIMIT = 1024 * 1024;

    private final String name;
    private final Rank rank;
    private final @Nullable Path folder;
    private final Map<String, RawSetting> entries;

    private SettingSource(String name, Rank rank, @Nullable Path folder, Map<String, RawSetting> entries) {
        this.name = name;
        this.rank = rank;
        this.folder = folder;
        this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /**
     * Reads a YAML file of at most 1 MiB in UTF-8: one mapping of keys to values. In values, {@code ${NAME}} stands for
     * an environment variable of this process, {@code ${NAME:-default}} for one that may be missing or empty, and
     * <code>$${</code> for a plain <code>${</code>. Relative paths in it count from the file's folder.
     *
     * @throws InvalidConfigurationException if the file is missing, unreadable, too large, not UTF-8 or not one YAML
     *     mapping; a variable that is not set is reported when the value is used
     */
    public static SettingSource file(Path file) {
        return file(file, System.getenv());
    }

    /** As {@link #file(Path)}, with the environment variables given. */
    public static SettingSource file(Path file, Map<String, String> environment) {
        Path shortName = file.getFileName();
        String name = shortName == null ? file.toString() : shortName.toString();
        String yaml = TextFile.read("Settings file", file, FILE_LIMIT);
        Path folder = file.toAbsolutePath().getParent();
        return new SettingSource(name, Rank.FILE, folder, YamlSettings.read(yaml, name, environment));
    }

    /**
     * Reads YAML text that ranks like a file and substitutes this process's environment variables like one.
     *
     * @param name how messages call the text, such as {@code lamp.yaml}
     * @throws InvalidConfigurationException if the text is not one YAML mapping
     */
    public static SettingSource yaml(String text, String name) {
        return yaml(text, name, System.getenv());
    }

    /** As {@link #yaml(String, String)}, with the environment variables given. */
    public static SettingSource yaml(String text, String name, Map<String, String> environment) {
        return new SettingSource(name, Rank.FILE, null, YamlSettings.read(text, name, environment));
    }

    /**
     * Takes the environment variables of {@code declared} settings, such as {@code IOTC_DEVICE_NAME}. Empty variables
     * count as not set, and others are ignored. Nothing is substituted inside the values.
     */
    public static SettingSource environment(Map<String, String> environment, Collection<Setting<?>> declared) {
        Map<String, RawSetting> entries = new LinkedHashMap<>();
        for (Setting<?> setting : SettingKeys.withCompanions(declared)) {
            String value = environment.getOrDefault(setting.environmentName(), "");
            if (!value.isEmpty()) {
                String origin = "environment " + setting.environmentName();
                entries.put(setting.key(), new RawSetting.Text(origin, value));
            }
        }
        return new SettingSource("environment", Rank.ENVIRONMENT, null, entries);
    }

    /**
     * Takes command-line options, named {@code --device-name}, {@code device-name} or {@code deviceName}. Nothing is
     * substituted inside the values, since shells do that.
     */
    public static SettingSource options(Map<String, String> options) {
        Map<String, RawSetting> entries = new LinkedHashMap<>();
        options.forEach((option, value) -> {
            String key = SettingKeys.keyOfOption(option);
            String origin = "option " + SettingKeys.optionName(key);
            RawSetting earlier = entries.putIfAbsent(key, new RawSetting.Text(origin, value));
            if (earlier != null) {
                entries.put(key, new RawSetting.Invalid(origin, "is given twice as " + origin + "; keep one."));
            }
        });
        return new SettingSource("options", Rank.OPTIONS, null, entries);
    }

    /** A line of a table, ranking like a file. */
    static SettingSource row(String name, @Nullable Path folder, Map<String, RawSetting> entries) {
        return new SettingSource(name, Rank.FILE, folder, entries);
    }

    /** The same source without one key. */
    public SettingSource without(String key) {
        Map<String, RawSetting> rest = new LinkedHashMap<>(entries);
        rest.remove(key);
        return new SettingSource(name, rank, folder, rest);
    }

    /** How messages call this source: a file's name, {@code environment} or {@code options}. */
    public String name() {
        return name;
    }

    /** The values by key, in the source's order; unmodifiable. They may hold secrets. */
    public Map<String, RawSetting> entries() {
        return entries;
    }

    /**
     * The text at {@code key}, for a caller who needs it before the settings are declared, such as {@code platform};
     * empty if the key is not there.
     *
     * @throws InvalidConfigurationException if the value is no single text
     */
    public Optional<String> text(String key) {
        RawSetting raw = entries.get(key);
        if (raw == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ValueParser.text(raw));
        } catch (BadValueException e) {
            throw InvalidConfigurationException.of(key, Problems.describe(raw, false, e));
        }
    }

    Rank rank() {
        return rank;
    }

    /** The folder that relative paths count from; null for the working directory. */
    @Nullable
    Path folder() {
        return folder;
    }

    /** Its name and keys, without values. */
    @Override
    public String toString() {
        return "SettingSource[" + name + " " + entries.keySet() + "]";
    }
}
