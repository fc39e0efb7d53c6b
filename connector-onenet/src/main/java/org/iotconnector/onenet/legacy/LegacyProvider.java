package org.iotconnector.onenet.legacy;

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
import org.iotconnector.onenet.legacy.internal.LegacyCodec;
import org.iotconnector.onenet.legacy.internal.LegacyConnectCodes;
import org.iotconnector.onenet.legacy.internal.LegacyLimits;

/** OneNET's first generation for the connector; stateless, thread-safe. */
public final class LegacyProvider implements Provider<LegacyConfig> {
    static final String ID = "onenetlegacy";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "OneNET multi-protocol MQTT (first generation)";
    }

    @Override
    public List<Setting<?>> settings() {
        return LegacyConfig.settings();
    }

    @Override
    public void check(Settings settings, ProblemCollector problems) {
        LegacyRules.thingModel(settings, problems);
        LegacyRules.betweenSettings(settings, problems);
    }

    @Override
    public LegacyConfig configure(Settings settings) {
        return LegacyConfig.of(settings);
    }

    /** Device number, product number, password: the same at every time. */
    @Override
    public ConnectParameters connect(LegacyConfig config, Instant now) {
        return ConnectParameters.builder(config.endpoint(), ClientIdentifier.of(config.device()))
                .credentials(config.productId(), config.password())
                .keepAlive(config.keepAlive())
                .cleanStart(config.cleanStart())
                .build();
    }

    @Override
    public ThingCodec codec(LegacyConfig config) {
        return new LegacyCodec(config);
    }

    @Override
    public Quotas quotas(LegacyConfig config) {
        return LegacyLimits.QUOTAS;
    }

    @Override
    public Capabilities capabilities(LegacyConfig config) {
        return LegacyLimits.CAPABILITIES;
    }

    @Override
    public Optional<Failure> explainConnectCode(LegacyConfig config, int code) {
        return LegacyConnectCodes.explain(config, code);
    }
}
