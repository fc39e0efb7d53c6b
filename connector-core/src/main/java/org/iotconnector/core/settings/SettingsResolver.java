package org.iotconnector.core.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.iotconnector.core.InvalidConfigurationException;

/** Chooses each setting's value among the sources, reads it, and gathers every problem. Used once. */
final class SettingsResolver {
    private final List<Setting<?>> all;
    private final Map<String, Setting<?>> declared;
    private final Map<String, Object> typed;
    private final List<SettingSource> strongestFirst;
    private final Set<String> ignored;
    private final Map<String, String> environment;

    private final ProblemCollector problems = new ProblemCollector();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, String> origins = new LinkedHashMap<>();
    private final Set<String> broken = new LinkedHashSet<>();

    SettingsResolver(
            List<Setting<?>> all,
            Map<String, Setting<?>> declared,
            Map<String, Object> typed,
            List<SettingSource> sources,
            Set<String> ignored,
            Map<String, String> environment) {
        this.all = all;
        this.declared = Collections.unmodifiableMap(new LinkedHashMap<>(declared));
        this.typed = typed;
        this.ignored = ignored;
        this.environment = environment;
        this.strongestFirst = new ArrayList<>(sources);
        Collections.reverse(strongestFirst);
        // Stable: of equal ranks the later source stays in front.
        strongestFirst.sort(Comparator.comparing(SettingSource::rank).reversed());
    }

    Settings resolve(List<SettingsCheck> checks) {
        reportUnknownKeys();
        declared.values().forEach(this::resolve);
        Settings partial = new Settings(all, values, origins, broken);
        for (SettingsCheck check : checks) {
            try {
                check.check(partial, problems);
            } catch (BrokenSettingException e) {
                // The setting's own problem is in the list; the rule has nothing to add.
            }
        }
        problems.throwIfAny();
        all.forEach(setting -> setting.defaultValue().ifPresent(value -> values.remove(setting.key(), value)));
        return new Settings(all, Map.copyOf(values), Map.copyOf(origins), Set.of());
    }

    private void reportUnknownKeys() {
        List<String> known = SettingKeys.withCompanions(declared.values()).stream()
                .map(Setting::key)
                .toList();
        for (SettingSource source : strongestFirst) {
            source.entries().forEach((key, raw) -> {
                if (!known.contains(key) && !ignored.contains(key)) {
                    String name = Problems.name(key);
                    problems.add(name, "unknown setting (" + raw.origin() + "); " + advice(name, known, source));
                }
            });
        }
    }

    private String advice(String key, List<String> known, SettingSource source) {
        boolean asOptions = source.rank() == SettingSource.Rank.OPTIONS;
        List<String> names = known.stream()
                .map(name -> asOptions ? SettingKeys.optionName(name) : name)
                .toList();
        return NearestName.of(asOptions ? SettingKeys.optionName(key) : key, names)
                .map(name -> "did you mean " + name + "?")
                .orElseGet(() -> "known are " + String.join(", ", names) + ".");
    }

    private <T> void resolve(Setting<T> setting) {
        Object fromCode = typed.get(setting.key());
        if (fromCode != null) {
            @SuppressWarnings("unchecked") // The builder took it together with a setting of this type.
            T value = (T) fromCode;
            origins.put(setting.key(), "code");
            accept(setting, value, setting.problemOf(value));
            return;
        }
        for (SettingSource source : strongestFirst) {
            List<Setting<?>> given = namesIn(source, setting);
            if (!given.isEmpty()) {
                read(setting, given, source);
                return;
            }
        }
        if (setting.isRequired()) {
            fail(setting, missing(setting));
        }
    }

    private static List<Setting<?>> namesIn(SettingSource source, Setting<?> setting) {
        return SettingKeys.withCompanions(List.of(setting)).stream()
                .filter(name -> source.entries().containsKey(name.key()))
                .collect(Collectors.toList());
    }

    private <T> void accept(Setting<T> setting, T value, Optional<String> problem) {
        if (problem.isPresent()) {
            String shown = setting.isSecret() ? "the secret" : Problems.quote(setting.format(value));
            fail(setting, shown + " " + problem.get() + ".");
        } else {
            values.put(setting.key(), value);
        }
    }

    private <T> void read(Setting<T> setting, List<Setting<?>> given, SettingSource source) {
        Setting<?> name = given.get(0);
        RawSetting raw = raw(source, name);
        origins.put(setting.key(), raw.origin());
        if (given.size() > 1) {
            fail(
                    setting,
                    given.stream()
                            .map(each -> each.key() + " (" + raw(source, each).origin() + ")")
                            .collect(Collectors.joining(" and ", "is given by ", "; keep one.")));
            return;
        }
        try {
            values.put(
                    setting.key(), name == setting ? setting.read(raw, source.folder()) : fetch(setting, raw, source));
        } catch (BadValueException e) {
            fail(setting, Problems.describe(raw, name.isSecret(), e));
        } catch (InvalidConfigurationException e) {
            fail(setting, e.problems().get(0).message());
        }
    }

    private static RawSetting raw(SettingSource source, Setting<?> name) {
        RawSetting raw = source.entries().get(name.key());
        if (raw == null) {
            throw new IllegalStateException("No value for " + name + ": this is a bug in connector-core.");
        }
        return raw;
    }

    /** Reads a secret from where its companion says. */
    private Secret fetch(Setting<?> secret, RawSetting raw, SettingSource source) {
        boolean byFile = source.entries().containsKey(secret.fileCompanion().key());
        Secret value;
        if (byFile) {
            Path file = secret.fileCompanion().read(raw, source.folder());
            value = Secret.fromFile(file);
        } else {
            value = Secret.fromEnv(secret.variableCompanion().read(raw, null), environment);
        }
        @SuppressWarnings("unchecked") // Only secret settings have companions.
        Optional<String> problem = ((Setting<Secret>) secret).problemOf(value);
        if (problem.isPresent()) {
            throw InvalidConfigurationException.of("", "the secret (" + raw.origin() + ") " + problem.get() + ".");
        }
        return value;
    }

    private void fail(Setting<?> setting, String message) {
        broken.add(setting.key());
        problems.add(setting, message);
    }

    private static String missing(Setting<?> setting) {
        String names = SettingKeys.withCompanions(List.of(setting)).stream()
                .map(Setting::key)
                .collect(Collectors.joining(" or "));
        String example = setting.example().map(text -> ", such as " + text).orElse("");
        return "is missing" + example + "; set " + names + " in the file, " + setting.optionName() + " or "
                + setting.environmentName() + ".";
    }
}
