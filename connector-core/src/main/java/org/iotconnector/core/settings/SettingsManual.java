package org.iotconnector.core.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the manual's pages from the declarations, so that a test can hold the pages to them. Thread-safe. */
public final class SettingsManual {
    private static final Pattern PLAIN_YAML = Pattern.compile("[A-Za-z0-9/.][A-Za-z0-9_/.=+:@-]*(?<!:)");

    private SettingsManual() {}

    /**
     * A Markdown table of the settings in the order declared, one table per group with the group's title as a heading
     * of the third level. Ends with a line end; empty if nothing is declared.
     */
    public static String markdown(Collection<Setting<?>> declared) {
        Map<String, List<Setting<?>>> groups = new LinkedHashMap<>();
        declared.forEach(setting -> groups.computeIfAbsent(setting.group(), title -> new ArrayList<>())
                .add(setting));
        return groups.entrySet().stream()
                .map(group -> heading(group.getKey()) + table(group.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /**
     * A settings file for {@code platform} that holds an example of each required setting, and the others as comments.
     * Secrets stand as the environment variables that hold them.
     */
    public static String exampleYaml(String platform, Collection<Setting<?>> declared) {
        return declared.stream()
                .map(SettingsManual::exampleLines)
                .collect(Collectors.joining("\n", "platform: " + platform + "\n\n", ""));
    }

    private static String heading(String group) {
        return group.isEmpty() ? "" : "### " + group + "\n\n";
    }

    private static String table(List<Setting<?>> settings) {
        return settings.stream()
                .map(SettingsManual::row)
                .collect(Collectors.joining(
                        "",
                        "| Key | Option | Environment | Value | Default | Meaning |\n|---|---|---|---|---|---|\n",
                        ""));
    }

    private static String row(Setting<?> setting) {
        List<String> cells = List.of(
                code(setting.key()),
                code(setting.optionName()),
                code(setting.environmentName()),
                value(setting),
                defaultCell(setting),
                meaning(setting));
        return cells.stream().map(SettingsManual::escaped).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String value(Setting<?> setting) {
        return setting.typeName()
                + setting.rangeText().map(range -> ": " + range).orElse("");
    }

    private static <T> String defaultCell(Setting<T> setting) {
        if (setting.isRequired()) {
            return "required";
        }
        String shown = setting.defaultText().orElse("–");
        boolean isValue = setting.defaultValue()
                .map(setting::format)
                .filter(shown::equals)
                .isPresent();
        return isValue && !shown.isEmpty() ? code(shown) : shown;
    }

    private static String meaning(Setting<?> setting) {
        String example =
                setting.example().map(text -> " Example: " + code(text) + ".").orElse("");
        String companions = setting.companions().stream()
                .map(companion -> code(companion.key()))
                .collect(Collectors.joining(" or "));
        return setting.description() + example + (companions.isEmpty() ? "" : " Or give " + companions + ".");
    }

    private static String code(String text) {
        return '`' + text + '`';
    }

    private static String escaped(String cell) {
        return cell.replace("|", "\\|").replace("\n", " ");
    }

    private static String exampleLines(Setting<?> setting) {
        String comment = "# " + setting.description().replace("\n", " ") + "\n";
        String line = setting.key() + ": " + exampleValue(setting) + "\n";
        return comment + (setting.isRequired() ? line : "# " + line);
    }

    private static String exampleValue(Setting<?> setting) {
        if (setting.isSecret()) {
            return "${" + setting.environmentName() + "}";
        }
        String text = setting.example().or(setting::defaultText).orElse("");
        return PLAIN_YAML.matcher(text).matches() ? text : "'" + text.replace("'", "''") + "'";
    }
}
