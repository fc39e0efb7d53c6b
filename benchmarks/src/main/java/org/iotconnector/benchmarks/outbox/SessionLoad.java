package org.iotconnector.benchmarks.outbox;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.iotconnector.core.Connector;
import org.iotconnector.core.outbox.DurableOutbox;
import org.iotconnector.core.outbox.OutboxOptions;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectLimits;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.MqttTransport;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.session.SubscribeResult;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.outbox.SqliteOutboxStores;

/**
 * A session that never gets a connection and whose outbox is full, so that each message is accepted, written, and makes an
 * older one go, which is taken out of the store.
 */
final class SessionLoad {
    private static final int AHEAD = 8_192;
    private static final int HELD = 32_768;

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private SessionLoad() {}

    /** Messages a second of which {@code stored()} has completed, and what one costs the whole process. */
    static OutboxRun.Figure run(Path directory, DurableOutbox.Sync sync, Duration length) {
        SessionOptions options = SessionOptions.builder()
                .durableOutbox(DurableOutbox.in(directory).withSync(sync))
                .outbox(OutboxOptions.standard().withMaxMessages(HELD).withMaxBytes(1L << 30))
                .closeTimeout(Duration.ZERO)
                .build();
        Endpoint nowhere = Endpoint.of(Endpoint.Transport.TCP, "broker.invalid", 1883);
        ConnectParameters parameters =
                ConnectParameters.builder(nowhere, ClientIdentifier.of("load")).build();
        Publication message = new Publication(
                TopicName.of("/sys/a1Demo0Prod/lamp-1/thing/event/property/post"),
                Bytes.copyOf(new byte[300]),
                QualityOfService.AT_LEAST_ONCE,
                false);
        try (Connector connector = Connector.builder()
                .transports(Silence::new)
                .outboxStores(new SqliteOutboxStores())
                .build()) {
            MqttSession session = connector.session(SessionConfig.of(parameters, options));
            Semaphore ahead = new Semaphore(AHEAD);
            long start = System.nanoTime();
            long warm = start + length.toNanos() / 4;
            long counted = -1;
            long since = start;
            long cpu = 0;
            for (long now = start; now < start + length.toNanos(); now = System.nanoTime()) {
                if (counted < 0 && now >= warm) {
                    counted = session.storeCounts().orElseThrow().stored();
                    since = now;
                    cpu = PROCESS.getProcessCpuTime();
                }
                ahead.acquireUninterruptibly();
                session.publish(message).stored().whenComplete((done, failure) -> ahead.release());
            }
            ahead.acquireUninterruptibly(AHEAD);
            double stored = session.storeCounts().orElseThrow().stored() - counted;
            return new OutboxRun.Figure(
                    stored * 1e9 / (System.nanoTime() - since), (PROCESS.getProcessCpuTime() - cpu) / 1e3 / stored);
        }
    }

    /** A network that never answers. */
    private static final class Silence implements MqttTransport {
        @Override
        public void connect(ConnectParameters parameters, ConnectLimits limits, Listener listener) {}

        @Override
        public void subscribe(List<Subscription> subscriptions, Consumer<List<SubscribeResult>> answer) {}

        @Override
        public void unsubscribe(List<TopicFilter> filters, Consumer<Boolean> answer) {}

        @Override
        public void publish(Publication publication, Consumer<Outcome> answer) {}

        @Override
        public void disconnect() {}
    }
}
