package org.iotconnector.easyiot;

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
import org.iotconnector.easyiot.internal.EasyIotLimits;
import org.iotconnector.easyiot.internal.MessageForm;
import org.iotconnector.easyiot.internal.SharedTopicCodec;
import org.iotconnector.easyiot.internal.TextForm;

/** Easy IoT for the connector; stateless, thread-safe. */
public final class EasyIotProvider implements Provider<EasyIotConfig> {
    static final String ID = "easyiot";

    private static final String LOGIN = "Each site has accounts of its own: one of iot.dfrobot.com needs host: global,"
            + " one of iot.dfrobot.com.cn host: cn.";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Easy IoT";
    }

    @Override
    public List<Setting<?>> settings() {
        return EasyIotConfig.settings();
    }

    @Override
    public void check(Settings settings, ProblemCollector problems) {
        EasyIotRules.thingModel(settings, problems);
        EasyIotRules.betweenSettings(settings, problems);
    }

    @Override
    public EasyIotConfig configure(Settings settings) {
        return EasyIotConfig.of(settings);
    }

    /** Iot_id and Iot_pwd: the same at every time. */
    @Override
    public ConnectParameters connect(EasyIotConfig config, Instant now) {
        return ConnectParameters.builder(config.endpoint(), ClientIdentifier.of(config.clientId()))
                .credentials(config.iotId(), config.iotPwd())
                .keepAlive(config.keepAlive())
                .build();
    }

    @Override
    public ThingCodec codec(EasyIotConfig config) {
        return new SharedTopicCodec(
                title(),
                config.deviceId(),
                config.plan(),
                MessageForm.plain(config.qos(), config.suppressEcho()),
                new TextForm(config.booleanWords(), config.thingModel()));
    }

    @Override
    public Quotas quotas(EasyIotConfig config) {
        return EasyIotLimits.quotas(config.topics().size());
    }

    @Override
    public Capabilities capabilities(EasyIotConfig config) {
        return EasyIotLimits.CAPABILITIES;
    }

    @Override
    public Optional<Failure> explainConnectCode(EasyIotConfig config, int code) {
        return ConnectCodes.explain(title() + " refused " + config.deviceId(), LOGIN, code);
    }
}
