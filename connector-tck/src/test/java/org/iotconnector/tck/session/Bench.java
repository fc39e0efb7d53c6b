package org.iotconnector.tck.session;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.SessionState;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.session.VirtualTime;
import org.iotconnector.core.spi.Capabilities;
import org.iotconnector.core.spi.Quotas;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.Script;
import org.iotconnector.tck.ScriptedTransport;
import org.iotconnector.tck.ScriptedTransports;
import org.jspecify.annotations.Nullable;

/** A connector on a scripted network and a virtual clock, whose next random number the test sets. */
final class Bench implements AutoCloseable {
    final VirtualTime time = VirtualTime.create();
    final ScriptedTransports transports;
    final Connector connector;
    final List<Instant> computed = new CopyOnWriteArrayList<>();
    volatile double jitter = 0.5;
    /** How long computed credentials hold; null for ever. */
    volatile @Nullable Duration life;
    /** What the platform says when it is asked for its time. */
    volatile Supplier<CompletableFuture<Instant>> serverTime =
            () -> CompletableFuture.failedFuture(new IllegalStateException("nobody answers"));

    Bench(Script script) {
        this(script, 4);
    }

    Bench(Script script, int handlerThreads) {
        transports = new ScriptedTransports(script);
        connector = Connector.builder()
                .transports(transports)
                .time(time)
                .jitter(() -> jitter)
                .serverTime(reference -> serverTime.get())
                .handlerThreads(handlerThreads)
                .build();
    }

    static SessionOptions.Builder options() {
        return SessionOptions.builder();
    }

    MqttSession open() {
        return open(SessionOptions.standard());
    }

    MqttSession open(SessionOptions options) {
        return open(options, Quotas.UNLIMITED);
    }

    MqttSession open(SessionOptions options, Quotas quotas) {
        return connector.session(config(options, quotas));
    }

    SessionConfig config(SessionOptions options, Quotas quotas) {
        return new SessionConfig(
                "bench",
                this::parameters,
                code -> Optional.empty(),
                Capabilities.ALL,
                quotas,
                "bench",
                options,
                Optional.of(URI.create("https://platform.invalid/")));
    }

    private ConnectParameters parameters(Instant now) {
        computed.add(now);
        Endpoint endpoint = Endpoint.of(Endpoint.Transport.TCP, "broker.invalid", 1883);
        Duration limited = life;
        return ConnectParameters.builder(endpoint, ClientIdentifier.of("bench|" + now.toEpochMilli()))
                .validUntil(limited == null ? null : now.plus(limited))
                .build();
    }

    /** The first session's transport. */
    ScriptedTransport wire() {
        return transports.first();
    }

    /** Moves the clock past the wait that {@code session} has announced. */
    void waitOut(MqttSession session) {
        SessionState state = session.state();
        time.advance(state.retryIn().orElseThrow());
    }

    static Delivery publish(MqttSession session, String payload) {
        return session.publish(Publication.text("t", payload));
    }

    static Message message(String topic, String payload, QualityOfService qos) {
        return new Message(TopicName.of(topic), Bytes.ofUtf8(payload), qos, false);
    }

    static Message message(String topic, String payload) {
        return message(topic, payload, QualityOfService.AT_LEAST_ONCE);
    }

    List<String> sent() {
        return wire().publishes().stream().map(request -> request.text()).toList();
    }

    /** Closes the connector while time passes, since its drain waits for the virtual clock. */
    @Override
    public void close() {
        CompletableFuture<Void> closed = CompletableFuture.runAsync(connector::close);
        Await.until("the connector is closed", () -> {
            time.advance(Duration.ofSeconds(1));
            return closed.isDone();
        });
        closed.join();
    }

    static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
