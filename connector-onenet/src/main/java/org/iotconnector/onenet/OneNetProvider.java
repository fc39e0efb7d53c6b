package org.iotconnector.onenet;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.iotconnector.core.AuthenticationException;
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
import org.iotconnector.onenet.internal.OneNetCodec;
import org.iotconnector.onenet.internal.OneNetConnectCodes;
import org.iotconnector.onenet.internal.OneNetLimits;
import org.iotconnector.onenet.internal.OneNetReplyCodes;
import org.iotconnector.onenet.internal.OneNetSigner;

/** OneNET for the connector; stateless, thread-safe. */
public final class OneNetProvider implements Provider<OneNetConfig> {
    static final String ID = "onenet";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "OneNET";
    }

    @Override
    public List<Setting<?>> settings() {
        return OneNetConfig.settings();
    }

    @Override
    public void check(Settings settings, ProblemCollector problems) {
        OneNetRules.thingModel(settings, problems);
        OneNetRules.gateway(settings, problems);
        OneNetRules.betweenSettings(settings, false, problems);
    }

    @Override
    public OneNetConfig configure(Settings settings) {
        return OneNetConfig.of(settings);
    }

    /**
     * {@inheritDoc}
     *
     * @throws AuthenticationException when a token made elsewhere has expired
     */
    @Override
    public ConnectParameters connect(OneNetConfig config, Instant now) {
        return OneNetSigner.connect(config.connecting(), now);
    }

    /** The application API's address: its answers carry the platform's time. Empty on foreign servers without one. */
    @Override
    public Optional<URI> timeReference(OneNetConfig config) {
        return config.connecting().timeReference();
    }

    @Override
    public ThingCodec codec(OneNetConfig config) {
        return OneNetCodec.of(config);
    }

    @Override
    public Quotas quotas(OneNetConfig config) {
        return OneNetLimits.quotas(config.connecting().publishRate());
    }

    @Override
    public Capabilities capabilities(OneNetConfig config) {
        return config.gateway().isPresent()
                ? OneNetLimits.OF_SUB_DEVICES
                : OneNetLimits.capabilities(config.dataProtocol());
    }

    /** A device answers 200, or 100 for whatever went wrong. */
    @Override
    public ReplyCodes replyCodes() {
        return OneNetReplyCodes.OF_DEVICES;
    }

    @Override
    public Optional<Failure> explainConnectCode(OneNetConfig config, int code) {
        return OneNetConnectCodes.explain(config.connecting(), code);
    }

    @Override
    public Optional<String> explainReplyCode(int code) {
        return OneNetReplyCodes.explain(code);
    }
}
