package org.iotconnector.core;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.core.settings.SettingSource;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.spi.Provider;
import org.iotconnector.core.spi.Providers;

/** Reads configurations whose platform is itself a setting: {@code platform: aliyun}. */
public final class DeviceConfigs {
    private static final String PLATFORM = "platform";

    private DeviceConfigs() {}

    /**
     * Reads a device from a settings file, with variables of this process's environment substituted.
     *
     * @throws InvalidConfigurationException carrying every problem of the file
     */
    public static DeviceConfig<?> load(Path file) {
        return load(Providers.load(), System.getenv(), SettingSource.file(file));
    }

    /**
     * Reads a device from several sources. Options win over the environment's {@code IOTC_…} variables, those over
     * files, a later file over an earlier one.
     *
     * @throws InvalidConfigurationException carrying every problem of all sources
     */
    public static DeviceConfig<?> load(Providers providers, Map<String, String> environment, SettingSource... sources) {
        Optional<String> platform = Arrays.stream(sources)
                .map(source -> source.text(PLATFORM))
                .flatMap(Optional::stream)
                .findFirst();
        if (platform.isEmpty()) {
            throw InvalidConfigurationException.of(
                    PLATFORM, "is missing; say which platform the device is on, one of " + providers.ids() + ".");
        }
        return configure(providers.get(platform.get()), environment, List.of(sources));
    }

    private static <C extends DeviceConfig<C>> C configure(
            Provider<C> provider, Map<String, String> environment, List<SettingSource> sources) {
        Settings settings = Settings.builder(provider.settings())
                .environment(environment)
                .read(sources.toArray(new SettingSource[0]))
                .ignoring(PLATFORM)
                .check(provider::check)
                .build();
        return provider.configure(settings);
    }
}
