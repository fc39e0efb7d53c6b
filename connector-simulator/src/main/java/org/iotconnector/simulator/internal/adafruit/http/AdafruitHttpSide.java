package org.iotconnector.simulator.internal.adafruit.http;

import java.net.URI;
import java.util.Optional;
import org.iotconnector.simulator.internal.adafruit.AdafruitCloud;
import org.iotconnector.simulator.internal.adafruit.HttpSide;
import org.iotconnector.simulator.internal.http.HttpPort;
import org.jspecify.annotations.Nullable;

/** The platform's HTTP port. Thread-safe. */
public final class AdafruitHttpSide implements HttpSide {
    private final @Nullable HttpPort port;

    /** Prepares what the settings want. */
    public AdafruitHttpSide(AdafruitCloud cloud) {
        this.port = cloud.settings().httpPort().isEmpty()
                ? null
                : new HttpPort(
                        cloud.address(),
                        cloud.settings().httpPort().getAsInt(),
                        cloud.loop(),
                        null,
                        new AdafruitHttp(cloud),
                        cloud.broker());
    }

    @Override
    public void open() {
        if (port != null) {
            port.open();
        }
    }

    @Override
    public void close() {
        if (port != null) {
            port.close();
        }
    }

    @Override
    public Optional<URI> uri() {
        return Optional.ofNullable(port).map(HttpPort::uri);
    }
}
