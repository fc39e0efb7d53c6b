package org.iotconnector.mqtt;

import java.util.List;
import java.util.Optional;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.Will;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.mqtt.internal.MqttWills;

/** The settings that tell others whether the device is there. */
final class PresenceSettings {
    private static final String PRESENCE = "Presence";

    static final Setting<String> AVAILABILITY_TOPIC = SettingForms.template("availabilityTopic", SettingForms.PROPERTY)
            .description("Topic, retained, that says whether the device is there: onlinePayload at each connection,"
                    + " offlinePayload at its end, by the Will if it is lost; empty for none.")
            .example("{deviceName}/status")
            .defaultValue("")
            .group(PRESENCE)
            .build();

    static final Setting<String> ONLINE_PAYLOAD = Setting.text("onlinePayload")
            .description("What the availability topic says while the device is connected.")
            .defaultValue("online")
            .group(PRESENCE)
            .build();

    static final Setting<String> OFFLINE_PAYLOAD = Setting.text("offlinePayload")
            .description("What the availability topic says while it is not.")
            .defaultValue("offline")
            .group(PRESENCE)
            .build();

    static final Setting<String> WILL_TOPIC = SettingForms.template("willTopic", SettingForms.PROPERTY)
            .description("Topic of a Will of one's own, in place of availabilityTopic; empty for none.")
            .defaultValue("")
            .group(PRESENCE)
            .build();

    static final Setting<String> WILL_PAYLOAD = Setting.text("willPayload")
            .description("Payload of the Will.")
            .defaultValue("")
            .group(PRESENCE)
            .build();

    static final Setting<Integer> WILL_QOS = SettingForms.qos("willQos", "Quality of service of the Will: 0, 1 or 2.")
            .group(PRESENCE)
            .build();

    static final Setting<Boolean> WILL_RETAIN = Setting.flag("willRetain")
            .description("Whether the broker keeps the Will for later subscribers.")
            .defaultValue(false)
            .group(PRESENCE)
            .build();

    private PresenceSettings() {}

    static List<Setting<?>> all() {
        return List.of(
                AVAILABILITY_TOPIC, ONLINE_PAYLOAD, OFFLINE_PAYLOAD, WILL_TOPIC, WILL_PAYLOAD, WILL_QOS, WILL_RETAIN);
    }

    static Optional<Will> will(MqttConfig config, Settings settings) {
        return MqttWills.of(
                config,
                settings.find(WILL_TOPIC).filter(text -> !text.isEmpty()),
                settings.get(WILL_PAYLOAD),
                QualityOfService.ofLevel(settings.get(WILL_QOS)),
                settings.get(WILL_RETAIN));
    }
}
