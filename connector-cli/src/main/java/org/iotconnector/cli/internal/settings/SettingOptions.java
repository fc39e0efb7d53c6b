package org.iotconnector.cli.internal.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iotconnector.cli.internal.Commands;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.spi.Provider;
import org.iotconnector.core.spi.Providers;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Turns setting declarations into options and options back into values by key. */
public final class SettingOptions {
    private SettingOptions() {}

    /** Adds an option for each setting and each companion, under the settings' own headings. */
    public static void add(CommandSpec spec, Collection<? extends Setting<?>> settings) {
        Set<String> taken = Set.copyOf(spec.optionsMap().keySet());
        Map<String, ArgGroupSpec.Builder> groups = new LinkedHashMap<>();
        for (Setting<?> setting : settings) {
            if (taken.contains(setting.optionName())) {
                throw new IllegalStateException("This is a bug in iotc: the setting " + setting.key()
                        + " and the command " + spec.name() + " both want the option " + setting.optionName() + ".");
            }
            groups.computeIfAbsent(setting.group(), title -> group(title, groups.size()))
                    .addArg(option(setting));
        }
        spec.usageMessage().abbreviateSynopsis(true);
        groups.values().forEach(group -> spec.addArgGroup(group.build()));
    }

    /** Adds the options without showing them in the help, for a command whose subcommands show them. */
    public static void addHidden(CommandSpec spec, Collection<? extends Setting<?>> settings) {
        settings.forEach(setting ->
                spec.addOption(option(setting).toBuilder().hidden(true).build()));
    }

    /** The settings of all platforms, companions included, each option once. */
    public static Collection<Setting<?>> ofAll(Providers providers) {
        Map<String, Setting<?>> byOption = new LinkedHashMap<>();
        for (Provider<?> provider : providers.all()) {
            of(provider).forEach(setting -> byOption.putIfAbsent(setting.optionName(), setting));
        }
        return byOption.values();
    }

    /** The settings of one platform, each secret one followed by its companions. */
    public static List<Setting<?>> of(Provider<?> provider) {
        List<Setting<?>> all = new ArrayList<>();
        for (Setting<?> setting : provider.settings()) {
            all.add(setting);
            all.addAll(setting.companions());
        }
        return all;
    }

    /** The options given, by name. */
    static Map<String, String> given(ParseResult arguments, Collection<? extends Setting<?>> settings) {
        Map<String, String> given = new LinkedHashMap<>();
        for (Setting<?> setting : settings) {
            Commands.text(arguments, setting.optionName()).ifPresent(text -> given.put(setting.optionName(), text));
        }
        return given;
    }

    private static ArgGroupSpec.Builder group(String title, int order) {
        return ArgGroupSpec.builder()
                .validate(false)
                .multiplicity("0..1")
                .order(order)
                .heading("%n" + (title.isEmpty() ? "Settings" : Commands.escaped(title)) + ":%n");
    }

    private static OptionSpec option(Setting<?> setting) {
        String range =
                setting.rangeText().map(text -> " Allowed: " + text + ".").orElse("");
        String standard = setting.defaultText()
                .filter(text -> !text.isEmpty())
                .map(text -> " Default: " + text + ".")
                .orElse("");
        return OptionSpec.builder(setting.optionName())
                .type(String.class)
                .paramLabel("<" + label(setting) + ">")
                .description(Commands.escaped(setting.description() + range + standard))
                .build();
    }

    private static String label(Setting<?> setting) {
        String type = setting.typeName();
        if (type.equals("true or false")) {
            return "true|false";
        }
        return type.matches("[A-Za-z-]{1,12}") ? type : "value";
    }
}
