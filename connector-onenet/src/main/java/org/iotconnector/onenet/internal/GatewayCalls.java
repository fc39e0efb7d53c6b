package org.iotconnector.onenet.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.Registration;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.SubscriptionHandle;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.JsonWriter;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.OneNetConfig;
import org.iotconnector.onenet.OneNetDeviceId;
import org.iotconnector.onenet.OneNetGateway;

/** A gateway's requests about its topology, over its session. Thread-safe. */
public final class GatewayCalls {
    /** Far from the numbers that the session's own messages count with, on the same topics. */
    private static final long FIRST_ID = 9_000_000_000_000L;

    private final AtomicLong ids = new AtomicLong(FIRST_ID);
    private final MqttSession session;
    private final OneNetConfig config;
    private final InstantSource clock;
    private final OneNetTopics topics;
    /** The one filter that the gateway has subscribed already, so that nothing more has to be. */
    private final Subscription thing;

    public GatewayCalls(MqttSession session, OneNetConfig config, InstantSource clock) {
        this.session = session;
        this.config = config;
        this.clock = clock;
        this.topics = new OneNetTopics(config.productId(), config.deviceName());
        this.thing = new OneNetSubscriptions(topics).thingModel().get(0);
    }

    public CompletableFuture<Void> add(OneNetConfig subDevice) {
        return change(OneNetTopics.TOPO_ADD, subDevice);
    }

    public CompletableFuture<Void> remove(OneNetConfig subDevice) {
        return change(OneNetTopics.TOPO_DELETE, subDevice);
    }

    private CompletableFuture<Void> change(String path, OneNetConfig subDevice) {
        OneNetDeviceId id = new OneNetDeviceId(subDevice.productId(), subDevice.deviceName());
        return call(path, json -> {
                    json.name("params").startObject();
                    OneJson.identity(json, id);
                    json.name("sasToken")
                            .text(subDevice.tokenAt(clock.instant()).text().reveal())
                            .endObject();
                })
                .thenAccept(reply -> {});
    }

    public CompletableFuture<List<OneNetDeviceId>> subDevices() {
        return call(OneNetTopics.TOPO_GET, json -> {}).thenApply(reply -> {
            List<OneNetDeviceId> all = devices(reply.list("data"));
            session.publish(
                    publication(OneNetTopics.TOPO_GET_RESULT, answer(reply.text("id"), OneJson.SUCCESS, "success")));
            return all;
        });
    }

    public Registration onChange(OneNetGateway.TopologyHandler handler) {
        TopicName changed = TopicName.of(topics.of(OneNetTopics.TOPO_CHANGE));
        SubscriptionHandle listening = session.subscribe(List.of(thing), message -> {
            if (message.topic().equals(changed)) {
                follow(message, handler);
            }
        });
        return listening;
    }

    private void follow(Message message, OneNetGateway.TopologyHandler handler) throws Exception {
        Values change = OneJson.read(message.payload());
        String id = OneJson.id(change);
        String topic = OneNetTopics.answer(OneNetTopics.TOPO_CHANGE);
        try {
            handler.onTopology(devices(change.struct("params").list("subList")));
        } catch (Exception e) {
            session.publish(publication(topic, answer(id, OneNetReplyCodes.OF_DEVICES.failed(), "the gateway failed")));
            throw e;
        }
        session.publish(publication(topic, answer(id, OneJson.SUCCESS, "success")));
    }

    private static List<OneNetDeviceId> devices(List<Value> entries) {
        List<OneNetDeviceId> devices = new ArrayList<>();
        for (Value entry : entries) {
            Values device = entry.asStruct();
            devices.add(new OneNetDeviceId(device.text("productID"), device.text("deviceName")));
        }
        return List.copyOf(devices);
    }

    private CompletableFuture<Values> call(String path, Consumer<JsonWriter> params) {
        String id = OneJson.id(ids.incrementAndGet());
        JsonWriter json = JsonWriter.create().startObject();
        json.name("id").text(id).name("version").text("1.0");
        params.accept(json);
        Publication request = publication(path, json.endObject().finish());
        TopicName replies = TopicName.of(topics.of(OneNetTopics.reply(path)));
        Duration limit = config.session().replyTimeout();
        return session.exchange(request, thing, message -> isReply(message, replies, id), limit)
                .thenApply(GatewayCalls::checked);
    }

    private static boolean isReply(Message message, TopicName topic, String id) {
        return message.topic().equals(topic) && OneJson.id(readable(message)).equals(id);
    }

    private static Values readable(Message message) {
        try {
            return OneJson.read(message.payload());
        } catch (MappingException notOurs) {
            return Values.empty();
        }
    }

    private static Values checked(Message message) {
        Values reply = OneJson.read(message.payload());
        int code = reply.integer("code");
        if (code != OneJson.SUCCESS) {
            throw new PlatformRejectedException(
                    code,
                    reply.has("msg") ? reply.text("msg") : "",
                    OneNetReplyCodes.explain(code).orElse(""));
        }
        return reply;
    }

    private static byte[] answer(String id, int code, String text) {
        return JsonWriter.create()
                .startObject()
                .name("id")
                .text(id)
                .name("code")
                .number(code)
                .name("msg")
                .text(text)
                .endObject()
                .finish();
    }

    private Publication publication(String path, byte[] payload) {
        return new Publication(
                TopicName.of(topics.of(path)), Bytes.copyOf(payload), QualityOfService.AT_LEAST_ONCE, false);
    }
}
