package org.iotconnector.easyiot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.SessionSettings;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.easyiot.internal.DataSettings;
import org.iotconnector.easyiot.internal.TopicRules;

/** Every setting of Easy IoT, declared once. Rules over several of them are in {@link EasyIotRules}. */
final class EasyIotSettings {
    static final Setting<String> IOT_ID = Setting.text("iotId")
            .description("The account's Iot_id, from the workshop page of the site; the user name of MQTT.")
            .example("rJ4xYq2Wb")
            .group(DataSettings.DEVICE)
            .required()
            .build();

    static final Setting<Secret> IOT_PWD = Setting.secret("iotPwd")
            .description(
                    "The account's Iot_pwd, from the workshop page of the site; the password of MQTT. One made anew"
                            + " there ends the old one.")
            .group(DataSettings.DEVICE)
            .required()
            .build();

    static final Setting<Map<String, String>> TOPICS = Setting.map("topics")
            .description("Name to topic. What the site calls a device is one topic, whose random letters it shows and"
                    + " nobody can choose; the name is yours.")
            .example("light=Bkgk2zXb4")
            .check(topics -> TopicRules.problem(topics, EasyIotSettings::topicProblem))
            .group(DataSettings.DEVICE)
            .required()
            .build();

    static final Setting<EasyIotHost> HOST = Setting.oneOf("host", EasyIotHost.class)
            .description("Site of the account: cn is iot.dfrobot.com.cn, global iot.dfrobot.com, cn-address the bare"
                    + " address of the first. Each has accounts of its own.")
            .defaultValue(EasyIotHost.CN)
            .group(DataSettings.CONNECTION)
            .build();

    static final Setting<Endpoint> ENDPOINT = SessionSettings.ENDPOINT
            .extend()
            .description("Server to connect to instead of that of host. Only mqtt://, plain TCP: the platform has no"
                    + " TLS.")
            .defaultText("the site's, port 1883")
            .check(endpoint -> endpoint.transport() == Endpoint.Transport.TCP
                    ? Optional.empty()
                    : Optional.of("must begin with mqtt://: Easy IoT speaks plain TCP only"))
            .build();

    static final Setting<Integer> QOS = Setting.integer("qos")
            .description(
                    "Quality of service of reports: 1 is acknowledged by the platform, 0, the choice of the vendor's"
                            + " own clients, is not.")
            .defaultValue(1)
            .range(0, 1)
            .group(DataSettings.CONNECTION)
            .build();

    static final Setting<Duration> KEEP_ALIVE =
            SessionSettings.keepAlive(Duration.ofSeconds(5), Duration.ofSeconds(65_535), Duration.ofSeconds(60));

    private EasyIotSettings() {}

    static List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(List.of(
                IOT_ID,
                IOT_PWD,
                TOPICS,
                DataSettings.NAME,
                SessionSettings.THING_MODEL,
                DataSettings.LAYOUT,
                DataSettings.PROPERTIES,
                DataSettings.BOOLEAN_WORDS,
                DataSettings.SUPPRESS_ECHO,
                HOST,
                ENDPOINT,
                DataSettings.CLIENT_ID,
                QOS,
                KEEP_ALIVE));
        all.addAll(SessionSettings.all());
        return List.copyOf(all);
    }

    /** Samples have 9 or 10 letters, digits, {@code -} and {@code _}; only what is certain is demanded. */
    private static Optional<String> topicProblem(String topic) {
        return topic.indexOf('/') < 0
                ? Optional.empty()
                : Optional.of("\"" + topic + "\" has levels, which topics of Easy IoT have not; copy the topic that the"
                        + " site shows, such as Bkgk2zXb4. Is it a SIoT server? Then use platform: siot");
    }
}
