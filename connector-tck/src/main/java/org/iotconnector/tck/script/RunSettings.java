package org.iotconnector.tck.script;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.core.outbox.OutboxOptions;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.ReconnectPolicy;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.spi.Capabilities;
import org.iotconnector.core.spi.Quotas;
import org.jspecify.annotations.Nullable;

/** What the {@code with …} statements of a script collect: the configuration of its session. Not thread-safe. */
final class RunSettings {
    final SessionOptions.Builder options = SessionOptions.builder()
            // Handlers end at no certain virtual time, and with them the timers that would watch them.
            .slowHandler(Duration.ZERO);

    final List<Quotas.Rate> rates = new ArrayList<>();
    final Map<Integer, Failure> codes = new HashMap<>();
    OutboxOptions outbox = OutboxOptions.standard();
    ReconnectPolicy reconnect = ReconnectPolicy.standard();

    @Nullable
    Path traceDirectory;

    Duration keepAlive = Duration.ofSeconds(60);
    Duration closeTimeout = Duration.ofSeconds(5);
    boolean cleanStart = true;
    int window = 16;
    int filtersPerSubscribe = Quotas.UNLIMITED.maxFiltersPerSubscribe();
    boolean asksForTime;

    @Nullable
    Duration life;

    SessionConfig config(int run) {
        String name = "script-" + run;
        SessionOptions all = options.outbox(outbox)
                .reconnect(reconnect)
                .inFlightWindow(window)
                .closeTimeout(closeTimeout)
                .traceDirectory(traceDirectory)
                .build();
        return new SessionConfig(
                name,
                this::parameters,
                code -> Optional.ofNullable(codes.get(code)),
                Capabilities.ALL,
                new Quotas(
                        rates, Quotas.UNLIMITED.maxInFlight(), Quotas.UNLIMITED.maxPayloadBytes(), filtersPerSubscribe),
                name,
                all,
                asksForTime ? Optional.of(URI.create("https://" + name + ".invalid/")) : Optional.empty());
    }

    private ConnectParameters parameters(Instant now) {
        Duration limited = life;
        return ConnectParameters.builder(
                        Endpoint.of(Endpoint.Transport.TCP, "broker.invalid", 1883), ClientIdentifier.of("script"))
                .credentials("user", Secret.of("password-at-" + now))
                .keepAlive(keepAlive)
                .cleanStart(cleanStart)
                .validUntil(limited == null ? null : now.plus(limited))
                .build();
    }
}
