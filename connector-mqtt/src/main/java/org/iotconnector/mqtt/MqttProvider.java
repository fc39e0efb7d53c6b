package org.iotconnector.mqtt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.settings.ProblemCollector;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.spi.Capabilities;
import org.iotconnector.core.spi.Capabilities.Feature;
import org.iotconnector.core.spi.Provider;
import org.iotconnector.core.spi.Quotas;
import org.iotconnector.core.spi.ThingCodec;
import org.iotconnector.mqtt.internal.BrokerConnectCodes;
import org.iotconnector.mqtt.internal.BrokerQuotas;
import org.iotconnector.mqtt.internal.MqttCodec;

/** Any MQTT broker for the connector; stateless, thread-safe. */
public final class MqttProvider implements Provider<MqttConfig> {
    static final String ID = "mqtt";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "MQTT broker";
    }

    @Override
    public List<Setting<?>> settings() {
        return MqttConfig.settings();
    }

    @Override
    public void check(Settings settings, ProblemCollector problems) {
        MqttRules.thingModel(settings, problems);
        MqttRules.betweenSettings(settings, false, problems);
    }

    @Override
    public MqttConfig configure(Settings settings) {
        return MqttConfig.of(settings);
    }

    /** What the settings say: the same at every time. */
    @Override
    public ConnectParameters connect(MqttConfig config, Instant now) {
        return ConnectParameters.builder(config.endpoint(), ClientIdentifier.of(config.clientId()))
                .tls(config.session().tls())
                .version(config.mqttVersion())
                .credentials(config.username().orElse(null), config.password().orElse(null))
                .keepAlive(config.keepAlive())
                .cleanStart(config.cleanStart())
                .sessionExpiry(config.sessionExpiry().orElse(null))
                .will(config.will().orElse(null))
                .build();
    }

    @Override
    public ThingCodec codec(MqttConfig config) {
        return new MqttCodec(config);
    }

    @Override
    public Quotas quotas(MqttConfig config) {
        return BrokerQuotas.of(config.publishRate(), config.maxPayload());
    }

    /** Everything MQTT has; no answers, since a broker gives none beyond its acknowledgement. */
    @Override
    public Capabilities capabilities(MqttConfig config) {
        List<Feature> features = new ArrayList<>(List.of(Feature.RETAIN, Feature.WILL, Feature.QOS_2));
        if (config.eventTopic().isPresent() || !config.eventTopics().isEmpty()) {
            features.add(Feature.EVENTS);
        }
        if (config.serviceTopic().isPresent() || !config.serviceTopics().isEmpty()) {
            features.add(Feature.SERVICES);
        }
        if (config.rawTopic().isPresent()) {
            features.add(Feature.RAW);
        }
        return Capabilities.of(features.toArray(new Feature[0]));
    }

    @Override
    public Optional<Failure> explainConnectCode(MqttConfig config, int code) {
        return BrokerConnectCodes.explain(
                config.endpoint(), config.clientId(), config.username().isPresent(), code);
    }
}
