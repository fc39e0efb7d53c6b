package org.iotconnector.aliyun;

import java.util.Optional;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.SessionSettings;
import org.iotconnector.core.settings.ProblemCollector;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.thing.ThingModel;

/** The rules that need more than one setting or a look into a file. Each is a {@code SettingsCheck} of its own. */
final class AliyunRules {
    private AliyunRules() {}

    /** Each rule on its own, since one that meets a broken setting ends. */
    static Settings.Builder addTo(Settings.Builder settings) {
        return settings.check(AliyunRules::mqttVersion)
                .check(AliyunRules::clientId)
                .check(AliyunRules::thingModel)
                .check(SessionSettings::check);
    }

    /** Those that look into no file; those that need the fewest settings first. */
    static void betweenSettings(Settings settings, ProblemCollector problems) {
        SessionSettings.check(settings, problems);
        mqttVersion(settings, problems);
        clientId(settings, problems);
    }

    /** A device that once spoke MQTT 5 cannot go back, so a wrong guess here would cost it its old server. */
    static void mqttVersion(Settings settings, ProblemCollector problems) {
        boolean version5 = settings.get(SessionSettings.MQTT_VERSION) == MqttVersion.V5;
        boolean legacy = settings.find(AliyunSettings.INSTANCE_ID).isEmpty()
                && settings.find(AliyunSettings.ENDPOINT).isEmpty();
        if (version5 && legacy) {
            problems.add(
                    SessionSettings.MQTT_VERSION,
                    "the legacy public instance speaks no MQTT 5; set instanceId or endpoint, or use 3.1.1.");
        }
    }

    static void clientId(Settings settings, ProblemCollector problems) {
        if (settings.find(AliyunSettings.CLIENT_ID).isEmpty()) {
            int length = defaultClientId(settings).length();
            if (length > AliyunSettings.CLIENT_ID_LENGTH) {
                problems.add(
                        AliyunSettings.CLIENT_ID,
                        "productKey.deviceName would have " + length + " characters and the platform takes "
                                + AliyunSettings.CLIENT_ID_LENGTH + "; set a shorter clientId.");
            }
        }
    }

    static String defaultClientId(Settings settings) {
        return settings.get(AliyunSettings.PRODUCT_KEY) + "." + settings.get(AliyunSettings.DEVICE_NAME);
    }

    static Optional<ThingModel> thingModel(Settings settings, ProblemCollector problems) {
        try {
            return settings.find(SessionSettings.THING_MODEL).map(ThingModel::read);
        } catch (MappingException wrong) {
            problems.add(SessionSettings.THING_MODEL, String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }
}
