package org.iotconnector.easyiot.siot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.settings.ProblemCollector;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.spi.Capabilities;
import org.iotconnector.core.spi.Provider;
import org.iotconnector.core.spi.Quotas;
import org.iotconnector.core.spi.ThingCodec;
import org.iotconnector.easyiot.internal.ConnectCodes;
import org.iotconnector.easyiot.internal.SharedTopicCodec;
import org.iotconnector.easyiot.internal.TextForm;

/** SIoT for the connector; stateless, thread-safe. */
public final class SiotProvider implements Provider<SiotConfig> {
    static final String ID = "siot";

    /** Retained messages came with 1.2; whether V2 keeps them is not known, and nobody has seen more than QoS 1. */
    private static final Capabilities V1 = Capabilities.of(Capabilities.Feature.RETAIN);

    private static final Capabilities V2 = Capabilities.of();

    private static final String LOGIN = "Servers ship with user siot and password dfrobot, in lower case; they stand in"
            + " the server's config.json, and a change needs a restart.";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "SIoT";
    }

    @Override
    public List<Setting<?>> settings() {
        return SiotConfig.settings();
    }

    @Override
    public void check(Settings settings, ProblemCollector problems) {
        SiotRules.thingModel(settings, problems);
        SiotRules.betweenSettings(settings, problems);
    }

    @Override
    public SiotConfig configure(Settings settings) {
        return SiotConfig.of(settings);
    }

    /** User name and password: the same at every time. */
    @Override
    public ConnectParameters connect(SiotConfig config, Instant now) {
        return ConnectParameters.builder(config.endpoint(), ClientIdentifier.of(config.clientId()))
                .credentials(config.username(), config.password())
                .keepAlive(config.keepAlive())
                .build();
    }

    @Override
    public ThingCodec codec(SiotConfig config) {
        return new SharedTopicCodec(
                title(),
                config.deviceId(),
                config.plan(),
                config.messages(),
                new TextForm(config.booleanWords(), config.thingModel()));
    }

    @Override
    public Quotas quotas(SiotConfig config) {
        return Quotas.UNLIMITED;
    }

    @Override
    public Capabilities capabilities(SiotConfig config) {
        return config.version() == SiotVersion.V1 ? V1 : V2;
    }

    @Override
    public Optional<Failure> explainConnectCode(SiotConfig config, int code) {
        return ConnectCodes.explain(title() + " refused " + config.deviceId(), LOGIN, code);
    }
}
