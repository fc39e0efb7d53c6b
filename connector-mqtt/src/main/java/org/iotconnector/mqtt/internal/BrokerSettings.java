package org.iotconnector.mqtt.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Endpoint.Transport;
import org.iotconnector.core.session.SessionSettings;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.mqtt.BrokerPreset;

/** The settings that say which broker, and as whom. */
public final class BrokerSettings {
    private static final String BROKER = "Broker";

    public static final Setting<Endpoint> ENDPOINT = SessionSettings.ENDPOINT
            .extend()
            .description("The broker: mqtt:// is plain TCP, mqtts:// TLS, ws:// and wss:// WebSocket. This or preset is"
                    + " needed.")
            .example("mqtts://broker.example.com:8883")
            .defaultText("that of the preset")
            .group(BROKER)
            .build();

    public static final Setting<BrokerPreset> PRESET = Setting.of("preset", BrokerPreset::of, "broker name")
            .description(
                    "A known broker in place of an endpoint: local, mosquitto-test, emqx, emqx-cn, hivemq, eclipse or"
                            + " tongxinmao. All but local are public: everybody can read and write there.")
            .example("emqx")
            .group(BROKER)
            .build();

    public static final Setting<Transport> TRANSPORT = Setting.oneOf("transport", Transport.class)
            .description("With preset: how to reach it.")
            .defaultText("tls where the preset has it, else tcp")
            .group(BROKER)
            .build();

    public static final Setting<String> CLIENT_ID = Setting.text("clientId")
            .description(
                    "Client identifier. It must be the only one on the broker: a second client with it throws this one"
                            + " out.")
            .defaultText("the device's name")
            .group(BROKER)
            .build();

    public static final Setting<String> USERNAME = Setting.text("username")
            .description("User name, where the broker wants one.")
            .group(BROKER)
            .build();

    public static final Setting<Secret> PASSWORD = Setting.secret("password")
            .description("Password, where the broker wants one.")
            .group(BROKER)
            .build();

    public static final Setting<Integer> PUBLISH_RATE = Setting.integer("publishRate")
            .description("How many messages a second may be sent; 0 is no limit.")
            .defaultText("what the preset's broker was seen to take, else 0")
            .atLeast(0)
            .group(BROKER)
            .build();

    public static final Setting<Long> MAX_PAYLOAD = Setting.size("maxPayload")
            .description(
                    "The largest payload that the broker takes; larger ones are refused before they are sent. Brokers"
                            + " close the connection on them.")
            .defaultText("the preset's, else 268435455, which is all of MQTT")
            .range(1L, 268_435_455L)
            .group(BROKER)
            .build();

    public static final Setting<Duration> KEEP_ALIVE =
            SessionSettings.keepAlive(Duration.ZERO, Duration.ofSeconds(65_535), Duration.ofSeconds(60));

    private BrokerSettings() {}

    public static List<Setting<?>> all() {
        return List.of(
                ENDPOINT,
                PRESET,
                TRANSPORT,
                CLIENT_ID,
                USERNAME,
                PASSWORD,
                PUBLISH_RATE,
                MAX_PAYLOAD,
                KEEP_ALIVE,
                SessionSettings.CLEAN_START,
                SessionSettings.MQTT_VERSION);
    }

    /** Where to connect: the endpoint given, else the preset's; empty if neither is given or the preset has none such. */
    public static Optional<Endpoint> endpoint(Settings settings) {
        return settings.find(ENDPOINT)
                .or(() -> settings.find(PRESET)
                        .flatMap(preset ->
                                settings.find(TRANSPORT).map(preset::endpoint).orElseGet(preset::standardEndpoint)));
    }
}
