package org.iotconnector.tck.toy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.SessionSettings;
import org.iotconnector.core.settings.ProblemCollector;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.settings.Setting;
import org.iotconnector.core.settings.Settings;
import org.iotconnector.core.spi.Capabilities;
import org.iotconnector.core.spi.Capabilities.Feature;
import org.iotconnector.core.spi.Provider;
import org.iotconnector.core.spi.Quotas;
import org.iotconnector.core.spi.ThingCodec;

/** The toy platform: its password holds the time of the attempt. */
public final class ToyProvider implements Provider<ToyConfig> {
    private static final Setting<String> DEVICE =
            Setting.text("device").description("Name of the device.").required().build();
    private static final Setting<Secret> KEY = Setting.secret("key")
            .description("Key of the device, unlike its name.")
            .required()
            .build();

    @Override
    public String id() {
        return "toy";
    }

    @Override
    public String title() {
        return "Toy";
    }

    @Override
    public List<Setting<?>> settings() {
        List<Setting<?>> all = new ArrayList<>(List.of(DEVICE, KEY, SessionSettings.ENDPOINT));
        all.addAll(SessionSettings.all());
        return all;
    }

    @Override
    public void check(Settings settings, ProblemCollector problems) {
        if (settings.get(KEY).reveal().equals(settings.get(DEVICE))) {
            problems.add(KEY, "must not be the device's name");
        }
    }

    @Override
    public ToyConfig configure(Settings settings) {
        if (settings.find(SessionSettings.ENDPOINT).isEmpty()) {
            throw InvalidConfigurationException.of("endpoint", "is missing");
        }
        return new ToyConfig(
                settings.get(DEVICE),
                settings.get(KEY),
                settings.get(SessionSettings.ENDPOINT),
                SessionSettings.read(settings));
    }

    @Override
    public ConnectParameters connect(ToyConfig config, Instant now) {
        Secret password = Secret.of(config.key().reveal() + "@" + now);
        return ConnectParameters.builder(config.endpoint(), ClientIdentifier.of(config.device() + "|" + now))
                .credentials(config.device(), password)
                .keepAlive(Duration.ofSeconds(30))
                .build();
    }

    @Override
    public ThingCodec codec(ToyConfig config) {
        return new ToyCodec(config.device());
    }

    @Override
    public Quotas quotas(ToyConfig config) {
        return new Quotas(List.of(), 16, 1_024, 8);
    }

    @Override
    public Capabilities capabilities(ToyConfig config) {
        return Capabilities.of(Feature.REPLIES);
    }
}
