package org.iotconnector.simulator.testing;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import com.hivemq.client.mqtt.mqtt3.Mqtt3ClientBuilder;
import com.hivemq.client.mqtt.mqtt3.message.connect.connack.Mqtt3ConnAck;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.suback.Mqtt3SubAck;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** An MQTT 3.1.1 client for tests: blocking, and with a queue of what came in. */
public final class Client implements AutoCloseable {
    private static final int WAIT_SECONDS = 5;

    private final Mqtt3AsyncClient client;
    private final Credentials credentials;
    private final BlockingQueue<Mqtt3Publish> incoming = new LinkedBlockingQueue<>();
    private final CountDownLatch disconnected = new CountDownLatch(1);

    private Client(Mqtt3AsyncClient client, Credentials credentials) {
        this.client = client;
        this.credentials = credentials;
    }

    /** Prepares a client for a TCP address. */
    public static Client to(URI uri, Credentials credentials) {
        return to(uri, credentials, UnaryOperator.identity());
    }

    /** Prepares a client; {@code more} may add TLS or WebSocket. */
    public static Client to(URI uri, Credentials credentials, UnaryOperator<Mqtt3ClientBuilder> more) {
        Mqtt3ClientBuilder builder = more.apply(Mqtt3Client.builder()
                .identifier(credentials.clientId())
                .serverHost(uri.getHost())
                .serverPort(uri.getPort()));
        CompletableFuture<Client> self = new CompletableFuture<>();
        Mqtt3AsyncClient client = builder.addDisconnectedListener(
                        context -> self.thenAccept(made -> made.disconnected.countDown()))
                .buildAsync();
        Client made = new Client(client, credentials);
        client.publishes(MqttGlobalPublishFilter.ALL, made.incoming::add);
        self.complete(made);
        return made;
    }

    /** Connects with a clean session and a keep-alive of 60 s. */
    public Client connect() {
        connect(true, 60);
        return this;
    }

    /** Connects. */
    public Mqtt3ConnAck connect(boolean cleanSession, int keepAlive) {
        return await(client.connectWith()
                .cleanSession(cleanSession)
                .keepAlive(keepAlive)
                .simpleAuth()
                .username(credentials.userName())
                .password(credentials.password().getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send());
    }

    /** Subscribes with QoS 1. */
    public Mqtt3SubAck subscribe(String filter) {
        return await(client.subscribeWith()
                .topicFilter(filter)
                .qos(MqttQos.AT_LEAST_ONCE)
                .send());
    }

    /** Publishes and waits for what the QoS demands. */
    public void publish(String topic, String payload, int qos) {
        await(publishing(topic, payload.getBytes(StandardCharsets.UTF_8), qos));
    }

    /** Publishes without waiting. */
    public CompletableFuture<Mqtt3Publish> publishing(String topic, byte[] payload, int qos) {
        return client.publishWith()
                .topic(topic)
                .qos(Objects.requireNonNull(MqttQos.fromCode(qos)))
                .payload(payload)
                .send();
    }

    /** The next message, within five seconds. */
    public Mqtt3Publish next() {
        try {
            Mqtt3Publish message = incoming.poll(WAIT_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("no message within " + WAIT_SECONDS + " s");
            }
            return message;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** The next message's payload. */
    public String nextText() {
        return new String(next().getPayloadAsBytes(), StandardCharsets.UTF_8);
    }

    /** Messages that came and were not taken. */
    public int waiting() {
        return incoming.size();
    }

    /** Waits for the end of the connection. */
    public boolean isDisconnectedSoon() {
        try {
            return disconnected.await(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Ends the connection; the session stays if it is persistent. */
    @Override
    public void close() {
        try {
            client.disconnect().get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException alreadyClosed) {
            // Many tests end with a connection that the server has cut.
        }
    }

    /** Waits for a future; its failure is thrown as it is where possible. */
    public static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(failed.getCause());
        } catch (InterruptedException | TimeoutException late) {
            throw new AssertionError(late);
        }
    }
}
