package org.iotconnector.mqtt;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.iotconnector.core.session.MessageProperties;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.SessionSettings;
import org.iotconnector.core.settings.ProblemCollector;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.Settings;

/** The settings that only MQTT 5 has words for. */
final class Mqtt5Settings {
    private static final String MQTT_5 = "MQTT 5";

    static final Setting<Duration> SESSION_EXPIRY = Setting.duration("sessionExpiry")
            .description("With mqttVersion: 5: how long the broker keeps the session after the connection has ended.")
            .defaultText("not at all with cleanStart: true, for ever with false")
            .example("1h")
            .range(Duration.ZERO, Duration.ofSeconds(4_294_967_295L))
            .group(MQTT_5)
            .build();

    static final Setting<Duration> MESSAGE_EXPIRY = Setting.duration("messageExpiry")
            .description(
                    "With mqttVersion: 5: how long reports and events are worth delivering, the wait before they are"
                            + " sent included.")
            .example("10m")
            .range(Duration.ofSeconds(1), Duration.ofSeconds(4_294_967_295L))
            .group(MQTT_5)
            .build();

    static final Setting<String> CONTENT_TYPE = Setting.text("contentType")
            .description("With mqttVersion: 5: what the payload of reports and events is said to be.")
            .example("application/json")
            .group(MQTT_5)
            .build();

    static final Setting<Map<String, String>> USER_PROPERTIES = Setting.map("userProperties")
            .description("With mqttVersion: 5: pairs of one's own that every report and event carries.")
            .example("site=hall-2")
            .defaultValue(Map.of())
            .group(MQTT_5)
            .build();

    private Mqtt5Settings() {}

    static List<Setting<?>> all() {
        return List.of(SESSION_EXPIRY, MESSAGE_EXPIRY, CONTENT_TYPE, USER_PROPERTIES);
    }

    /** MQTT 3.1.1 would drop them without a word. */
    static void check(Settings settings, ProblemCollector problems) {
        if (settings.get(SessionSettings.MQTT_VERSION) == MqttVersion.V5) {
            return;
        }
        Stream.of(SESSION_EXPIRY, MESSAGE_EXPIRY, CONTENT_TYPE, USER_PROPERTIES)
                .filter(settings::isSet)
                .forEach(setting -> problems.add(setting, "needs mqttVersion: 5; MQTT 3.1.1 has nothing of the kind."));
    }

    static MessageProperties ofReports(Settings settings) {
        MessageProperties properties = MessageProperties.NONE;
        if (settings.find(MESSAGE_EXPIRY).isPresent()) {
            properties = properties.withMessageExpiry(settings.get(MESSAGE_EXPIRY));
        }
        if (settings.find(CONTENT_TYPE).isPresent()) {
            properties = properties.withContentType(settings.get(CONTENT_TYPE));
        }
        for (Map.Entry<String, String> pair : settings.get(USER_PROPERTIES).entrySet()) {
            properties = properties.withUserProperty(pair.getKey(), pair.getValue());
        }
        return properties;
    }
}
