package org.iotconnector.aliyun;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.iotconnector.aliyun.internal.AliyunCodec;
import org.iotconnector.aliyun.internal.AliyunConnectCodes;
import org.iotconnector.aliyun.internal.AliyunLimits;
import org.iotconnector.aliyun.internal.AliyunReplyCodes;
import org.iotconnector.aliyun.internal.AliyunSigner;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.settings.ProblemCollector;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.spi.Capabilities;
import org.iotconnector.core.spi.Provider;
import org.iotconnector.core.spi.Quotas;
import org.iotconnector.core.spi.ReplyCodes;
import org.iotconnector.core.spi.ThingCodec;

/** Aliyun IoT for the connector; stateless, thread-safe. */
public final class AliyunProvider implements Provider<AliyunConfig> {
    static final String ID = "aliyun";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Aliyun IoT";
    }

    @Override
    public List<Setting<?>> settings() {
        return AliyunConfig.settings();
    }

    @Override
    public void check(Settings settings, ProblemCollector problems) {
        AliyunRules.thingModel(settings, problems);
        AliyunRules.betweenSettings(settings, problems);
    }

    @Override
    public AliyunConfig configure(Settings settings) {
        return AliyunConfig.of(settings);
    }

    @Override
    public ConnectParameters connect(AliyunConfig config, Instant now) {
        return AliyunSigner.connect(config, now);
    }

    @Override
    public ThingCodec codec(AliyunConfig config) {
        return new AliyunCodec(config);
    }

    @Override
    public Quotas quotas(AliyunConfig config) {
        return AliyunLimits.QUOTAS;
    }

    @Override
    public Capabilities capabilities(AliyunConfig config) {
        return AliyunLimits.capabilities(config.mqttVersion());
    }

    /** A device answers 200, 400 when it failed, 460 when the request is wrong. */
    @Override
    public ReplyCodes replyCodes() {
        return AliyunReplyCodes.OF_DEVICES;
    }

    @Override
    public Optional<Failure> explainConnectCode(AliyunConfig config, int code) {
        return AliyunConnectCodes.explain(config, code);
    }

    @Override
    public Optional<String> explainReplyCode(int code) {
        return AliyunReplyCodes.explain(code);
    }
}
