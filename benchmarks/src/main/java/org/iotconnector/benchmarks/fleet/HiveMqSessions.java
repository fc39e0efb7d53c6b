package org.iotconnector.benchmarks.fleet;

import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import com.hivemq.client.mqtt.mqtt3.Mqtt3ClientBuilder;
import io.netty.channel.nio.NioEventLoopGroup;
import io.reactivex.schedulers.Schedulers;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** The peer: bare HiveMQ clients in their cheapest set-up, one network thread for all, no reconnect. */
final class HiveMqSessions implements Sessions {
    private static final byte[] PAYLOAD = new byte[200];

    private final MqttClientExecutorConfig executors = MqttClientExecutorConfig.builder()
            .nettyExecutor(new NioEventLoopGroup(1))
            .applicationScheduler(Schedulers.from(Runnable::run))
            .build();
    private final List<Mqtt3AsyncClient> clients = new ArrayList<>();
    private final AtomicInteger online = new AtomicInteger();
    private final LongAdder acknowledged = new LongAdder();
    private final Server server;
    private final @Nullable MqttClientSslConfig tls;

    HiveMqSessions(Server server) throws Exception {
        this.server = server;
        this.tls = server.certificate().isPresent()
                ? MqttClientSslConfig.builder()
                        .trustManagerFactory(trust(server.certificate().get()))
                        .handshakeTimeout(2, TimeUnit.MINUTES)
                        .build()
                : null;
    }

    private static TrustManagerFactory trust(Path certificate) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(certificate)) {
            store.setCertificateEntry(
                    "server", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }

    @Override
    public void open(int number) {
        Mqtt3ClientBuilder builder = Mqtt3Client.builder()
                .identifier("device-" + number)
                .serverHost(server.host())
                .serverPort(server.port())
                .transportConfig()
                .socketConnectTimeout(2, TimeUnit.MINUTES)
                .mqttConnectTimeout(2, TimeUnit.MINUTES)
                .serverHost(server.host())
                .serverPort(server.port())
                .applyTransportConfig()
                .executorConfig(executors);
        Mqtt3AsyncClient client = (tls == null ? builder : builder.sslConfig(tls)).buildAsync();
        clients.add(client);
        client.connectWith()
                .cleanSession(true)
                .keepAlive(120)
                .send()
                .thenCompose(connected -> client.subscribeWith()
                        .topicFilter("fleet/device-" + number + "/set")
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .callback(message -> {})
                        .send())
                .thenRun(online::incrementAndGet);
    }

    @Override
    public int online() {
        return online.get();
    }

    @Override
    public void report(int number) {
        clients.get(number)
                .publishWith()
                .topic("fleet/device-" + number + "/report")
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(PAYLOAD)
                .send()
                .thenRun(acknowledged::increment);
    }

    @Override
    public long acknowledged() {
        return acknowledged.sum();
    }

    @Override
    public void close() {
        clients.forEach(Mqtt3AsyncClient::disconnect);
    }
}
