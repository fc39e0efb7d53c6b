package org.iotconnector.mqtt.internal;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.SessionSettings;
import org.iotconnector.core.settings.ProblemCollector;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.mqtt.BrokerPreset;

/** The rules between the settings of {@link BrokerSettings}. Each is a {@code SettingsCheck} of its own. */
public final class BrokerRules {
    private BrokerRules() {}

    /** Each rule on its own, since one that meets a broken setting ends. */
    public static Settings.Builder addTo(Settings.Builder settings) {
        return settings.check(BrokerRules::broker)
                .check(BrokerRules::credentials)
                .check(SessionSettings::check);
    }

    /** All of them. */
    public static void check(Settings settings, ProblemCollector problems) {
        broker(settings, problems);
        credentials(settings, problems);
        SessionSettings.check(settings, problems);
    }

    static void broker(Settings settings, ProblemCollector problems) {
        Optional<BrokerPreset> preset = settings.find(BrokerSettings.PRESET);
        boolean endpoint = settings.find(BrokerSettings.ENDPOINT).isPresent();
        if (preset.isEmpty() && !endpoint) {
            problems.add(
                    BrokerSettings.ENDPOINT,
                    "is missing; give the broker's address, such as mqtts://broker.example.com:8883, or a preset.");
        } else if (preset.isPresent() && endpoint) {
            problems.add(BrokerSettings.PRESET, "cannot be used together with endpoint; drop one.");
        }
        ended(settings, preset, problems);
        preset.filter(chosen -> chosen.ended().isEmpty()).ifPresent(chosen -> transport(settings, chosen, problems));
    }

    private static void ended(Settings settings, Optional<BrokerPreset> preset, ProblemCollector problems) {
        preset.flatMap(BrokerPreset::ended)
                .ifPresent(reason -> problems.add(BrokerSettings.PRESET, "cannot be used: " + reason + "."));
        settings.find(BrokerSettings.ENDPOINT)
                .flatMap(endpoint -> BrokerPreset.ofHost(endpoint.host()))
                .flatMap(BrokerPreset::ended)
                .ifPresent(reason -> problems.add(BrokerSettings.ENDPOINT, "cannot be used: " + reason + "."));
    }

    private static void transport(Settings settings, BrokerPreset preset, ProblemCollector problems) {
        settings.find(BrokerSettings.TRANSPORT)
                .filter(transport -> preset.endpoint(transport).isEmpty())
                .ifPresent(transport -> problems.add(
                        BrokerSettings.TRANSPORT,
                        "is " + BrokerSettings.TRANSPORT.format(transport) + ", which " + preset.title()
                                + " does not have; it has "
                                + preset.endpoints().keySet().stream()
                                        .map(BrokerSettings.TRANSPORT::format)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    static void credentials(Settings settings, ProblemCollector problems) {
        boolean user = settings.find(BrokerSettings.USERNAME).isPresent();
        boolean password = settings.find(BrokerSettings.PASSWORD).isPresent();
        if (password && !user && settings.get(SessionSettings.MQTT_VERSION) == MqttVersion.V3_1_1) {
            problems.add(
                    BrokerSettings.PASSWORD,
                    "needs a username: MQTT 3.1.1 allows no password without one. Give one, or use mqttVersion: 5.");
        }
        textRule(settings, BrokerSettings.CLIENT_ID, ClientIdentifier::of, problems);
        boolean emptyId =
                settings.find(BrokerSettings.CLIENT_ID).filter(String::isEmpty).isPresent();
        if (emptyId && !settings.get(SessionSettings.CLEAN_START)) {
            problems.add(
                    BrokerSettings.CLIENT_ID,
                    "must not be empty with cleanStart: false: the broker keeps a session by its client identifier.");
        }
    }

    private static void textRule(
            Settings settings, Setting<String> setting, Consumer<String> parser, ProblemCollector problems) {
        try {
            settings.find(setting).ifPresent(parser);
        } catch (IllegalArgumentException wrong) {
            problems.add(setting, String.valueOf(wrong.getMessage()));
        }
    }
}
