package org.iotconnector.cli.internal.settings;

import java.nio.file.Path;
import org.iotconnector.cli.internal.CommandFailure;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.settings.RawSetting;
import org.iotconnector.core.settings.SettingSource;
import org.iotconnector.core.spi.Provider;
import org.iotconnector.core.spi.Providers;

/**
 * A device's settings file.
 *
 * @param path where it is
 * @param source what it holds
 * @param provider the platform it names
 */
public record DeviceFile(Path path, SettingSource source, Provider<?> provider) {
    static final String PLATFORM = "platform";

    /**
     * Reads a file.
     *
     * @throws InvalidConfigurationException if it cannot be used, or names a platform that is not here
     */
    public static DeviceFile read(Path path, DeviceInput input) {
        SettingSource source = SettingSource.file(path, input.shell().variables());
        String platform = source.text(PLATFORM)
                .orElseThrow(() -> InvalidConfigurationException.of(
                        PLATFORM,
                        source.name() + " names no platform; add a line such as \"platform: "
                                + input.providers().ids().get(0) + "\" (known: "
                                + String.join(", ", input.providers().ids()) + ")."));
        return new DeviceFile(path, source, provider(input.providers(), platform, source));
    }

    private static Provider<?> provider(Providers providers, String platform, SettingSource source) {
        return providers.all().stream()
                .filter(provider -> provider.id().equals(platform))
                .findFirst()
                .orElseThrow(() -> InvalidConfigurationException.of(
                        PLATFORM,
                        "There is no platform \"" + platform + "\" ("
                                + origin(source) + "); use one of "
                                + String.join(", ", providers.ids()) + "."));
    }

    private static String origin(SettingSource source) {
        RawSetting raw = source.entries().get(PLATFORM);
        return raw == null ? source.name() : raw.origin();
    }

    /** The same file, if it is for {@code wanted}. */
    public DeviceFile requirePlatform(Provider<?> wanted) {
        if (!provider.id().equals(wanted.id())) {
            throw CommandFailure.usage(path + " is for the platform " + provider.id() + ", not " + wanted.id()
                    + "; name one of them only.");
        }
        return this;
    }
}
