package org.iotconnector.adafruit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.iotconnector.adafruit.internal.AdafruitCodec;
import org.iotconnector.adafruit.internal.AdafruitConnectCodes;
import org.iotconnector.adafruit.internal.AdafruitLimits;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.settings.ProblemCollector;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.spi.Capabilities;
import org.iotconnector.core.spi.Provider;
import org.iotconnector.core.spi.Quotas;
import org.iotconnector.core.spi.ThingCodec;

/** Adafruit IO for the connector; stateless, thread-safe. */
public final class AdafruitProvider implements Provider<AdafruitConfig> {
    static final String ID = "adafruit";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Adafruit IO";
    }

    @Override
    public List<Setting<?>> settings() {
        return AdafruitConfig.settings();
    }

    @Override
    public void check(Settings settings, ProblemCollector problems) {
        AdafruitRules.thingModel(settings, problems);
        AdafruitRules.betweenSettings(settings, problems);
    }

    @Override
    public AdafruitConfig configure(Settings settings) {
        return AdafruitConfig.of(settings);
    }

    /** Account name and AIO key: the same at every time. */
    @Override
    public ConnectParameters connect(AdafruitConfig config, Instant now) {
        return ConnectParameters.builder(config.endpoint(), config.clientIdentifier())
                .tls(config.session().tls())
                .credentials(config.username(), config.key())
                .keepAlive(config.keepAlive())
                .build();
    }

    @Override
    public ThingCodec codec(AdafruitConfig config) {
        return new AdafruitCodec(config);
    }

    @Override
    public Quotas quotas(AdafruitConfig config) {
        return AdafruitLimits.quotas(config);
    }

    @Override
    public Capabilities capabilities(AdafruitConfig config) {
        return AdafruitLimits.capabilities(config);
    }

    @Override
    public Optional<Failure> explainConnectCode(AdafruitConfig config, int code) {
        return AdafruitConnectCodes.explain(config, code);
    }
}
