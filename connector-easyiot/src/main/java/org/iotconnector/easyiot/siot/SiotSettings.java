package org.iotconnector.easyiot.siot;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.SessionSettings;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.easyiot.internal.DataSettings;
import org.iotconnector.easyiot.internal.TopicRules;

/** Every setting of SIoT, declared once. Rules over several of them are in {@link SiotRules}. */
final class SiotSettings {
    /** What servers ship with. SIoT manual, "Configuration", read 2026-11. */
    private static final String SHIPPED_USER = "siot";

    private static final String SHIPPED_PASSWORD = "dfrobot";

    static final Setting<String> HOST = Setting.text("host")
            .description("Name or address of the computer that SIoT runs on.")
            .example("192.168.1.20")
            .defaultValue("127.0.0.1")
            .matching(Pattern.compile("[A-Za-z0-9._:-]+"), "a host name or an address, without scheme and port")
            .group(DataSettings.CONNECTION)
            .build();

    static final Setting<SiotVersion> VERSION = Setting.oneOf("siotVersion", SiotVersion.class)
            .description("Generation of the server: v1 (until 1.3) or v2.")
            .defaultValue(SiotVersion.V2)
            .group(DataSettings.CONNECTION)
            .build();

    static final Setting<String> USERNAME = Setting.text("username")
            .description("User name of the server's one login.")
            .defaultValue(SHIPPED_USER)
            .group(DataSettings.DEVICE)
            .build();

    static final Setting<Secret> PASSWORD = Setting.secret("password")
            .description("Password of the server's one login; the default is what every server ships with.")
            .defaultValue(Secret.of(SHIPPED_PASSWORD))
            .defaultText(SHIPPED_PASSWORD)
            .group(DataSettings.DEVICE)
            .build();

    static final Setting<String> PROJECT = Setting.text("project")
            .description(
                    "Project of the topics that are given without one. V1 makes it with the first message; on V2 it"
                            + " is siot.")
            .defaultValue("siot")
            .matching(Pattern.compile("[^/+#\\p{Cntrl}]+"), "one level of a topic, without / + #")
            .group(DataSettings.DEVICE)
            .build();

    static final Setting<Map<String, String>> TOPICS = Setting.map("topics")
            .description(
                    "Name to topic: a device of the server, such as lamp, or project and device, such as siot/lamp.")
            .example("light=lamp")
            .check(topics -> TopicRules.problem(topics, topic -> Optional.empty()))
            .group(DataSettings.DEVICE)
            .required()
            .build();

    static final Setting<SiotStore> STORE = Setting.oneOf("store", SiotStore.class)
            .description("Whether the server stores the reports, which its web page and charts need: yes or no.")
            .defaultValue(SiotStore.YES)
            .group(DataSettings.DATA)
            .build();

    static final Setting<Boolean> PREFIX_RETURNS = Setting.flag("prefixReturns")
            .description("V1 with store no: whether the server delivers the -> in front of a message along with it. The"
                    + " manual does not say; own reports are told from others by it.")
            .defaultValue(true)
            .group(DataSettings.DATA)
            .build();

    static final Setting<Endpoint> ENDPOINT = SessionSettings.ENDPOINT
            .extend()
            .description("Server to connect to instead of host and port 1883. V2 also takes WebSocket, as in"
                    + " ws://192.168.1.20:1888/ws, and TLS on port 8883.")
            .defaultText("mqtt:// and host, port 1883")
            .build();

    static final Setting<URI> API_ENDPOINT = Setting.of("apiEndpoint", SiotSettings::address, "URI")
            .description("Address of the web page, which is that of the HTTP interface too.")
            .example("http://192.168.1.20:8080")
            .defaultText("http:// and host, port 8080")
            .group(DataSettings.CONNECTION)
            .build();

    static final Setting<Integer> QOS = Setting.integer("qos")
            .description("V1: quality of service of reports and subscriptions; the manual speaks of 0 only. On V2 store"
                    + " decides it.")
            .defaultText("0")
            .range(0, 1)
            .group(DataSettings.CONNECTION)
            .build();

    static final Setting<Duration> KEEP_ALIVE =
            SessionSettings.keepAlive(Duration.ofSeconds(5), Duration.ofSeconds(65_535), Duration.ofSeconds(60));

    private SiotSettings() {}

    static List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(List.of(
                TOPICS,
                PROJECT,
                USERNAME,
                PASSWORD,
                DataSettings.NAME,
                SessionSettings.THING_MODEL,
                DataSettings.LAYOUT,
                DataSettings.PROPERTIES,
                DataSettings.BOOLEAN_WORDS,
                STORE,
                DataSettings.SUPPRESS_ECHO,
                PREFIX_RETURNS,
                HOST,
                VERSION,
                ENDPOINT,
                API_ENDPOINT,
                DataSettings.CLIENT_ID,
                QOS,
                KEEP_ALIVE));
        all.addAll(SessionSettings.all());
        return List.copyOf(all);
    }

    private static URI address(String text) {
        URI uri;
        try {
            uri = URI.create(text.strip());
        } catch (IllegalArgumentException broken) {
            throw new IllegalArgumentException("is no address; use one such as http://192.168.1.20:8080", broken);
        }
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!http || uri.getHost() == null || uri.getRawQuery() != null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "must be http:// and a host, without a login or a query, such as http://192.168.1.20:8080");
        }
        return uri;
    }
}
