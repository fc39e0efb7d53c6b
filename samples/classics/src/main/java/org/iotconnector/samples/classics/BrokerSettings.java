package org.iotconnector.samples.classics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.SettingSource;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.tls.TlsSettings;

/** What a broker wants to know, from the command line, the environment and a file; the password never from the first. */
final class BrokerSettings {
    private static final Setting<Endpoint> BROKER = Setting.of("broker", Endpoint::parse, "address")
            .description("Where the broker listens.")
            .example("mqtts://broker.example.com:8883")
            .required()
            .build();
    private static final Setting<String> USERNAME = Setting.text("username")
            .description("User name, where the broker wants one.")
            .build();
    private static final Setting<Secret> PASSWORD = Setting.secret("password")
            .description("Password, where the broker wants one.")
            .build();

    private BrokerSettings() {}

    /** The broker; the address on the command line wins over the environment, and that over the file. */
    static Broker read(Optional<String> address, Optional<Path> file, String id, Map<String, String> environment) {
        List<Setting<?>> declared = new ArrayList<>(List.of(BROKER, USERNAME, PASSWORD));
        declared.addAll(TlsSettings.all());
        Settings.Builder settings = Settings.builder(declared)
                .environment(environment)
                .read(SettingSource.environment(environment, declared));
        file.ifPresent(path -> settings.read(SettingSource.file(path, environment)));
        address.ifPresent(text -> settings.read(SettingSource.options(Map.of("broker", text))));
        Settings given = settings.build();
        return new Broker(given.get(BROKER), id, given.find(USERNAME), given.find(PASSWORD), TlsSettings.read(given));
    }
}
