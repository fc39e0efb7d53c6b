package org.iotconnector.cli.internal.settings;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iotconnector.cli.Shell;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.SettingSource;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.spi.Provider;
import org.iotconnector.core.spi.Providers;
import picocli.CommandLine.ParseResult;

/**
 * Brings a device's settings together: file, environment, options and, for a secret that is nowhere, a prompt.
 *
 * @param providers the platforms known
 * @param shell environment and terminal
 */
public record DeviceInput(Providers providers, Shell shell) {
    /** The device that {@code path} describes, with options over it. */
    public DeviceSetup<?> read(Path path, ParseResult arguments) {
        DeviceFile file = DeviceFile.read(path, this);
        return read(
                file.provider(), Optional.of(file), SettingOptions.given(arguments, SettingOptions.ofAll(providers)));
    }

    /** A device of {@code provider} from options, with or without a file beneath them. */
    public DeviceSetup<?> read(Provider<?> provider, Optional<Path> path, ParseResult arguments) {
        Optional<DeviceFile> file = path.map(it -> DeviceFile.read(it, this).requirePlatform(provider));
        return read(provider, file, SettingOptions.given(arguments, SettingOptions.of(provider)));
    }

    /** A device of {@code provider} from texts by key, and nothing else. */
    public static DeviceSetup<?> of(Provider<?> provider, Map<String, String> entries) {
        return configure(provider, Settings.builder(provider.settings()).read(SettingSource.options(entries)));
    }

    private DeviceSetup<?> read(Provider<?> provider, Optional<DeviceFile> file, Map<String, String> options) {
        warnOfSecrets(provider, options);
        SettingSource environment = SettingSource.environment(shell.variables(), provider.settings());
        SettingSource given = SettingSource.options(options);
        Settings.Builder settings = Settings.builder(provider.settings())
                .environment(shell.variables())
                .ignoring(DeviceFile.PLATFORM)
                .read(environment, given);
        Set<String> keys = new LinkedHashSet<>(environment.entries().keySet());
        keys.addAll(given.entries().keySet());
        file.ifPresent(it -> {
            settings.read(it.source());
            keys.addAll(it.source().entries().keySet());
        });
        Map<String, String> asked = askForSecrets(provider.settings(), keys);
        if (!asked.isEmpty()) {
            settings.read(SettingSource.options(asked));
        }
        return configure(provider, settings);
    }

    private Map<String, String> askForSecrets(List<Setting<?>> settings, Set<String> keys) {
        Map<String, String> asked = new LinkedHashMap<>();
        for (Setting<?> setting : settings) {
            boolean missing = !keys.contains(setting.key())
                    && setting.companions().stream().map(Setting::key).noneMatch(keys::contains);
            if (setting.isSecret() && setting.isRequired() && missing) {
                shell.terminal()
                        .askSecret(setting.key() + ": ")
                        .map(Secret::reveal)
                        .ifPresent(text -> asked.put(setting.key(), text));
            }
        }
        return asked;
    }

    private void warnOfSecrets(Provider<?> provider, Map<String, String> options) {
        provider.settings().stream()
                .filter(Setting::isSecret)
                .filter(setting -> options.containsKey(setting.optionName()))
                .forEach(setting -> shell.err()
                        .println("iotc: warning: " + setting.optionName() + " on the command line can be read in the"
                                + " process list and the shell's history; better use " + setting.optionName()
                                + "-file FILE, the variable " + setting.environmentName()
                                + ", or leave it out and type it when asked."));
    }

    private static DeviceSetup<?> configure(Provider<?> provider, Settings.Builder settings) {
        return configureTyped(provider, settings);
    }

    private static <C extends DeviceConfig<C>> DeviceSetup<C> configureTyped(
            Provider<C> provider, Settings.Builder settings) {
        return DeviceSetup.of(provider, settings.check(provider::check).build());
    }
}
