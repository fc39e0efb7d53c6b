package org.iotconnector.core.internal.hivemq;

import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfigBuilder;
import com.hivemq.client.mqtt.MqttWebSocketConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import io.netty.channel.nio.NioEventLoopGroup;
import io.reactivex.schedulers.Schedulers;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.iotconnector.core.session.ConnectLimits;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.tls.TlsMaterial;
import org.jspecify.annotations.Nullable;

/** What both protocol versions configure alike. */
final class LinkConfig {
    private LinkConfig() {}

    static MqttClientExecutorConfig executor(NioEventLoopGroup network) {
        return MqttClientExecutorConfig.builder()
                .nettyExecutor(network)
                // Callbacks only post to a mailbox, so they may run on the network thread itself.
                .applicationScheduler(Schedulers.from(Runnable::run))
                .build();
    }

    static MqttClientTransportConfig transport(
            LinkAddress address, ConnectParameters parameters, @Nullable TlsMaterial tls, ConnectLimits limits) {
        long timeout = limits.timeout().toMillis();
        MqttClientTransportConfigBuilder builder = MqttClientTransportConfig.builder()
                .serverAddress(address)
                .socketConnectTimeout(timeout, TimeUnit.MILLISECONDS)
                .mqttConnectTimeout(patience(timeout), TimeUnit.MILLISECONDS);
        Endpoint endpoint = parameters.endpoint();
        if (tls != null) {
            builder = builder.sslConfig(ssl(tls, timeout));
        }
        if (endpoint.transport().webSocket()) {
            builder = builder.webSocketConfig(MqttWebSocketConfig.builder()
                    .serverPath(endpoint.path())
                    .subprotocol("mqtt")
                    .handshakeTimeout(patience(timeout), TimeUnit.MILLISECONDS)
                    .build());
        }
        return builder.build();
    }

    /** A little less than the attempt may take in all, so that there is time to look why the port stays silent. */
    private static long patience(long timeoutMillis) {
        return Math.max(timeoutMillis * 3 / 4, timeoutMillis - 2_500);
    }

    static MqttQos qos(QualityOfService qos) {
        return Objects.requireNonNull(MqttQos.fromCode(qos.level()));
    }

    private static MqttClientSslConfig ssl(TlsMaterial tls, long timeout) {
        return MqttClientSslConfig.builder()
                .trustManagerFactory(tls.trustManagerFactory())
                .keyManagerFactory(tls.keyManagerFactory().orElse(null))
                .hostnameVerifier(tls.hostnameVerifier().orElse(null))
                .protocols(tls.protocols())
                .handshakeTimeout(patience(timeout), TimeUnit.MILLISECONDS)
                .build();
    }
}
