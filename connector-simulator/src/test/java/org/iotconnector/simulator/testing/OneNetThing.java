package org.iotconnector.simulator.testing;

import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.onenet.OneNetDevice;
import org.jspecify.annotations.Nullable;

/** A OneNET device, connected, with its messages spoken by hand. */
public final class OneNetThing implements AutoCloseable {
    private final Client client;
    private final OneNetDevice device;

    /** Connects a device with its own key over TCP. */
    public OneNetThing(Simulator simulator, String productId, String deviceName, String key) {
        client = Client.to(
                        simulator.onenet().mqttUri(),
                        OneNetCredentials.of(productId, deviceName, key, OneNetCredentials.FAR))
                .connect();
        device = simulator.onenet().device(productId + "/" + deviceName);
    }

    /** Connects the demo lamp. */
    public OneNetThing(Simulator simulator) {
        this(simulator, DemoSet.ONENET_PRODUCT_ID, DemoSet.DEVICE_NAME, DemoSet.ONENET_DEVICE_KEY);
    }

    /** The client below. */
    public Client client() {
        return client;
    }

    /** The platform's view. */
    public OneNetDevice device() {
        return device;
    }

    /** The complete topic of a path. */
    public String topic(String path) {
        return "$sys/" + device.id() + "/" + path;
    }

    /** Subscribes to a path. */
    public OneNetThing subscribe(String path) {
        client.subscribe(topic(path));
        return this;
    }

    /** Publishes to a path with QoS 1. Apostrophes stand for quotation marks. */
    public void send(String path, String json) {
        client.publish(topic(path), json.replace('\'', '"'), 1);
    }

    /** Subscribes to the reply of a path, sends, and returns the reply. */
    public Map<String, @Nullable Object> ask(String path, String json) {
        subscribe(path + "/reply");
        send(path, json);
        return nextJson();
    }

    /** The next message as an object. */
    public Map<String, @Nullable Object> nextJson() {
        return Lamp.json(client.nextText());
    }

    /** The next message. */
    public Mqtt3Publish next() {
        return client.next();
    }

    /** Answers the next request on its topic with {@code suffix} behind it, and returns the request. */
    public Map<String, @Nullable Object> answer(String suffix, String rest) {
        Mqtt3Publish request = client.next();
        Map<String, @Nullable Object> json = Lamp.json(new String(request.getPayloadAsBytes(), StandardCharsets.UTF_8));
        client.publish(
                request.getTopic() + suffix, ("{'id':'" + json.get("id") + "'," + rest + "}").replace('\'', '"'), 1);
        return json;
    }

    /** Waits until the simulator has seen all that was sent before. */
    public void awaitSubscribed(String path) {
        device.awaitSubscribed(topic(path), Duration.ofSeconds(5));
    }

    @Override
    public void close() {
        client.close();
    }
}
