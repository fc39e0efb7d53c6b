package org.iotconnector.core.internal.hivemq;

import com.hivemq.client.mqtt.MqttClientState;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttTopicFilter;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuth;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5ConnectBuilder;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5ConnectRestrictions;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.suback.Mqtt5SubAck;
import com.hivemq.client.mqtt.mqtt5.message.unsubscribe.Mqtt5Unsubscribe;
import io.netty.channel.nio.NioEventLoopGroup;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.iotconnector.core.session.ConnectLimits;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.SubscribeResult;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.tls.TlsMaterial;
import org.jspecify.annotations.Nullable;

/** A HiveMQ client that speaks MQTT 5. Reads like {@link Mqtt3Link} because the client's two APIs share no types. */
final class Mqtt5Link implements HiveMqLink {
    private final Mqtt5AsyncClient client;
    private final LinkListener listener;
    private volatile boolean abandoned;

    Mqtt5Link(
            NioEventLoopGroup network,
            LinkAddress address,
            ConnectParameters parameters,
            @Nullable TlsMaterial tls,
            ConnectLimits limits,
            LinkListener listener) {
        this.listener = listener;
        this.client = Mqtt5Client.builder()
                .identifier(parameters.clientIdentifier().text())
                .transportConfig(LinkConfig.transport(address, parameters, tls, limits))
                .executorConfig(LinkConfig.executor(network))
                .addDisconnectedListener(context -> {
                    // A failed attempt is told by its own future, after the client can be used again.
                    if (context.getClientConfig().getState() == MqttClientState.CONNECTED) {
                        listener.onLost(context.getCause());
                    }
                })
                .buildAsync();
        listen();
    }

    /** The client ends this flow whenever the server has forgotten the session, so it is begun anew each time. */
    private void listen() {
        if (!abandoned) {
            var unused = client.toRx()
                    .publishes(MqttGlobalPublishFilter.ALL, true)
                    .subscribe(this::receive, ended -> listen());
        }
    }

    private void receive(Mqtt5Publish publish) {
        Message message = new Message(
                TopicName.of(publish.getTopic().toString()),
                publish.getPayload().map(Bytes::copyOf).orElse(Bytes.empty()),
                QualityOfService.ofLevel(publish.getQos().getCode()),
                publish.isRetain(),
                Mqtt5Properties.of(publish));
        listener.onMessage(message, publish::acknowledge);
    }

    @Override
    public boolean isConnected() {
        return client.getState() == MqttClientState.CONNECTED;
    }

    @Override
    public boolean isDisconnected() {
        return client.getState() == MqttClientState.DISCONNECTED;
    }

    @Override
    public CompletableFuture<Boolean> connect(ConnectParameters parameters, ConnectLimits limits) {
        Mqtt5ConnectBuilder builder = Mqtt5Connect.builder()
                .cleanStart(parameters.cleanStart())
                .sessionExpiryInterval(sessionExpiry(parameters))
                .restrictions(Mqtt5ConnectRestrictions.builder()
                        .receiveMaximum(limits.receiveMaximum())
                        .build())
                .keepAlive((int) parameters.keepAlive().toSeconds());
        String username = parameters.username().orElse(null);
        if (username != null) {
            var auth = Mqtt5SimpleAuth.builder().username(username);
            builder = builder.simpleAuth(parameters
                    .password()
                    .map(secret -> auth.password(secret.reveal().getBytes(StandardCharsets.UTF_8))
                            .build())
                    .orElseGet(auth::build));
        }
        var will = parameters.will().orElse(null);
        if (will != null) {
            builder = builder.willPublish(Mqtt5Publish.builder()
                    .topic(will.topic().text())
                    .qos(LinkConfig.qos(will.qos()))
                    .payload(will.payload().toArray())
                    .retain(will.retained())
                    .build());
        }
        return client.connect(builder.build()).thenApply(answer -> answer.isSessionPresent());
    }

    /** A session that is not started clean is one the server is meant to keep, as in MQTT 3.1.1, unless told otherwise. */
    private static long sessionExpiry(ConnectParameters parameters) {
        return parameters
                .sessionExpiry()
                .map(Duration::toSeconds)
                .orElse(parameters.cleanStart() ? 0 : Mqtt5Connect.NO_SESSION_EXPIRY);
    }

    @Override
    public CompletableFuture<?> publish(Publication publication) {
        return client.publish(Mqtt5Properties.add(
                        Mqtt5Publish.builder()
                                .topic(publication.topic().text())
                                .qos(LinkConfig.qos(publication.qos()))
                                .payload(publication.payload().toArray())
                                .retain(publication.retained()),
                        publication.properties())
                .build());
    }

    @Override
    public CompletableFuture<List<SubscribeResult>> subscribe(List<Subscription> subscriptions) {
        List<Mqtt5Subscription> wanted = subscriptions.stream()
                .map(s -> Mqtt5Subscription.builder()
                        .topicFilter(s.filter().text())
                        .qos(LinkConfig.qos(s.qos()))
                        .build())
                .collect(Collectors.toList());
        return client.subscribe(
                        Mqtt5Subscribe.builder().addSubscriptions(wanted).build())
                .handle((answer, failure) -> {
                    Mqtt5SubAck subAck =
                            failure instanceof Mqtt5SubAckException refused ? refused.getMqttMessage() : answer;
                    return subAck == null
                            ? List.<SubscribeResult>of()
                            : SubAckCodes.results(subscriptions, subAck.getReasonCodes(), code -> code.getCode());
                });
    }

    @Override
    public CompletableFuture<?> unsubscribe(List<TopicFilter> filters) {
        return client.unsubscribe(Mqtt5Unsubscribe.builder()
                .addTopicFilters(filters.stream()
                        .map(filter -> MqttTopicFilter.of(filter.text()))
                        .collect(Collectors.toList()))
                .build());
    }

    @Override
    public CompletableFuture<?> disconnect() {
        return client.disconnect();
    }

    @Override
    public void abandon() {
        // The flow ends with the session. To dispose of it here would leave the client nobody to tell of the end.
        abandoned = true;
    }
}
