package org.iotconnector.core.internal.hivemq;

import com.hivemq.client.mqtt.MqttClientState;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttTopicFilter;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import com.hivemq.client.mqtt.mqtt3.message.auth.Mqtt3SimpleAuth;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3Connect;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3ConnectBuilder;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscribe;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscription;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.suback.Mqtt3SubAck;
import com.hivemq.client.mqtt.mqtt3.message.unsubscribe.Mqtt3Unsubscribe;
import io.netty.channel.nio.NioEventLoopGroup;
import java.nio.charset.StandardCharsets;
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

/** A HiveMQ client that speaks MQTT 3.1.1. */
final class Mqtt3Link implements HiveMqLink {
    private final Mqtt3AsyncClient client;
    private final LinkListener listener;
    private volatile boolean abandoned;

    Mqtt3Link(
            NioEventLoopGroup network,
            LinkAddress address,
            ConnectParameters parameters,
            @Nullable TlsMaterial tls,
            ConnectLimits limits,
            LinkListener listener) {
        this.listener = listener;
        this.client = Mqtt3Client.builder()
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

    private void receive(Mqtt3Publish publish) {
        Message message = new Message(
                TopicName.of(publish.getTopic().toString()),
                publish.getPayload().map(Bytes::copyOf).orElse(Bytes.empty()),
                QualityOfService.ofLevel(publish.getQos().getCode()),
                publish.isRetain());
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
        Mqtt3ConnectBuilder builder = Mqtt3Connect.builder()
                .cleanSession(parameters.cleanStart())
                .keepAlive((int) parameters.keepAlive().toSeconds());
        String username = parameters.username().orElse(null);
        if (username != null) {
            var auth = Mqtt3SimpleAuth.builder().username(username);
            builder = builder.simpleAuth(parameters
                    .password()
                    .map(secret -> auth.password(secret.reveal().getBytes(StandardCharsets.UTF_8))
                            .build())
                    .orElseGet(auth::build));
        }
        var will = parameters.will().orElse(null);
        if (will != null) {
            builder = builder.willPublish(Mqtt3Publish.builder()
                    .topic(will.topic().text())
                    .qos(LinkConfig.qos(will.qos()))
                    .payload(will.payload().toArray())
                    .retain(will.retained())
                    .build());
        }
        return client.connect(builder.build()).thenApply(answer -> answer.isSessionPresent());
    }

    @Override
    public CompletableFuture<?> publish(Publication publication) {
        if (!publication.properties().isEmpty()) {
            throw new IllegalArgumentException("MQTT 3.1.1 carries no message properties; connect with MQTT 5"
                    + " (mqttVersion: 5), or publish without them.");
        }
        return client.publish(Mqtt3Publish.builder()
                .topic(publication.topic().text())
                .qos(LinkConfig.qos(publication.qos()))
                .payload(publication.payload().toArray())
                .retain(publication.retained())
                .build());
    }

    @Override
    public CompletableFuture<List<SubscribeResult>> subscribe(List<Subscription> subscriptions) {
        List<Mqtt3Subscription> wanted = subscriptions.stream()
                .map(s -> Mqtt3Subscription.builder()
                        .topicFilter(s.filter().text())
                        .qos(LinkConfig.qos(s.qos()))
                        .build())
                .collect(Collectors.toList());
        return client.subscribe(
                        Mqtt3Subscribe.builder().addSubscriptions(wanted).build())
                .handle((answer, failure) -> {
                    Mqtt3SubAck subAck =
                            failure instanceof Mqtt3SubAckException refused ? refused.getMqttMessage() : answer;
                    return subAck == null
                            ? List.<SubscribeResult>of()
                            : SubAckCodes.results(subscriptions, subAck.getReturnCodes(), code -> code.getCode());
                });
    }

    @Override
    public CompletableFuture<?> unsubscribe(List<TopicFilter> filters) {
        return client.unsubscribe(Mqtt3Unsubscribe.builder()
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
