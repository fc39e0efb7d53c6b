package org.iotconnector.tck.mirror;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.spi.Capabilities;
import org.iotconnector.core.spi.Provider;
import org.iotconnector.core.spi.Quotas;
import org.iotconnector.core.spi.Quotas.Counted;
import org.iotconnector.core.spi.Quotas.Rate;
import org.iotconnector.core.spi.ThingCodec;

/** The mirror platform: six values a minute for the whole account. */
public final class MirrorProvider implements Provider<MirrorConfig> {
    @Override
    public String id() {
        return "mirror";
    }

    @Override
    public String title() {
        return "Mirror";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of();
    }

    @Override
    public MirrorConfig configure(Settings settings) {
        throw new UnsupportedOperationException("Made in code only.");
    }

    @Override
    public ConnectParameters connect(MirrorConfig config, Instant now) {
        Endpoint endpoint = Endpoint.of(Endpoint.Transport.TCP, "mirror.invalid", 1883);
        return ConnectParameters.builder(endpoint, ClientIdentifier.of(config.device()))
                .build();
    }

    @Override
    public ThingCodec codec(MirrorConfig config) {
        return new MirrorCodec(config.device(), config.introduces());
    }

    @Override
    public Quotas quotas(MirrorConfig config) {
        Rate account = new Rate(Counted.PUBLISH, 6, Duration.ofMinutes(1), "account:demo");
        return new Quotas(List.of(account), 16, 1_024, 8);
    }

    @Override
    public Capabilities capabilities(MirrorConfig config) {
        return Capabilities.of();
    }
}
