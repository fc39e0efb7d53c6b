package org.iotconnector.simulator.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.aliyun.AliyunDevice;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** The demo lamp, connected, with Alink spoken by hand. */
public final class Lamp implements AutoCloseable {
    /** Prefix of its system topics. */
    public static final String SYS = "/sys/a1Demo0Prod/lamp-1/";

    private final Client client;
    private final AliyunDevice device;

    /** Connects it to a simulator over TCP, with extension parameters such as {@code ,ext=1}. */
    public Lamp(Simulator simulator, String extension) {
        client = Client.to(simulator.aliyun().mqttUri(), AliyunCredentials.lamp(extension))
                .connect();
        device = simulator.aliyun().device("a1Demo0Prod/lamp-1");
    }

    /** Connects it to a simulator over TCP. */
    public Lamp(Simulator simulator) {
        this(simulator, "");
    }

    /** The client below. */
    public Client client() {
        return client;
    }

    /** The platform's view. */
    public AliyunDevice device() {
        return device;
    }

    /** Publishes to a system path with QoS 1. Apostrophes stand for quotation marks. */
    public void send(String path, String json) {
        client.publish(SYS + path, json.replace('\'', '"'), 1);
    }

    /** Subscribes to the reply of a path, sends, and returns the reply. */
    public Map<String, @Nullable Object> ask(String path, String json) {
        client.subscribe(SYS + path + "_reply");
        send(path, json);
        return nextJson();
    }

    /** The next message as an object. */
    public Map<String, @Nullable Object> nextJson() {
        return json(client.nextText());
    }

    /** Reads an object. */
    public static Map<String, @Nullable Object> json(String text) {
        try {
            return Json.object(Json.read(text.getBytes(StandardCharsets.UTF_8))).orElseThrow();
        } catch (IOException notJson) {
            throw new AssertionError(text, notJson);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
