package org.iotconnector.mqtt.homie;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.Will;
import org.iotconnector.core.settings.ProblemCollector;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.spi.Capabilities;
import org.iotconnector.core.spi.Capabilities.Feature;
import org.iotconnector.core.spi.Provider;
import org.iotconnector.core.spi.Quotas;
import org.iotconnector.core.spi.ThingCodec;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.mqtt.homie.internal.HomieCodec;
import org.iotconnector.mqtt.homie.internal.HomieTopics;
import org.iotconnector.mqtt.internal.BrokerConnectCodes;
import org.iotconnector.mqtt.internal.BrokerQuotas;

/** The Homie convention for the connector; stateless, thread-safe. */
public final class HomieProvider implements Provider<HomieConfig> {
    static final String ID = "homie";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Homie convention";
    }

    @Override
    public List<Setting<?>> settings() {
        return HomieConfig.settings();
    }

    @Override
    public void check(Settings settings, ProblemCollector problems) {
        HomieRules.check(settings, Optional.empty(), problems);
    }

    @Override
    public HomieConfig configure(Settings settings) {
        return HomieConfig.of(settings);
    }

    /** What the settings say, with the Will by which controllers learn that the device is lost. */
    @Override
    public ConnectParameters connect(HomieConfig config, Instant now) {
        HomieTopics topics = new HomieTopics(config.homieVersion(), config.domain(), config.device());
        return login(config, config.clientId())
                .will(new Will(
                        topics.attribute(HomieTopics.STATE),
                        Bytes.ofUtf8(HomieState.LOST.text()),
                        QualityOfService.AT_LEAST_ONCE,
                        true))
                .build();
    }

    static ConnectParameters.Builder login(HomieConfig config, String clientId) {
        return ConnectParameters.builder(config.endpoint(), ClientIdentifier.of(clientId))
                .tls(config.session().tls())
                .version(config.mqttVersion())
                .credentials(config.username().orElse(null), config.password().orElse(null))
                .keepAlive(config.keepAlive())
                .cleanStart(config.cleanStart());
    }

    @Override
    public ThingCodec codec(HomieConfig config) {
        return new HomieCodec(config, config.layout());
    }

    @Override
    public Quotas quotas(HomieConfig config) {
        return BrokerQuotas.of(config.publishRate(), config.maxPayload());
    }

    @Override
    public Capabilities capabilities(HomieConfig config) {
        return Capabilities.of(Feature.EVENTS, Feature.SERVICES, Feature.RETAIN, Feature.WILL, Feature.QOS_2);
    }

    @Override
    public Optional<Failure> explainConnectCode(HomieConfig config, int code) {
        return BrokerConnectCodes.explain(
                config.endpoint(), config.clientId(), config.username().isPresent(), code);
    }
}
