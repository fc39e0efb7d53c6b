package org.iotconnector.onenet.internal;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.Registration;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.OneNetConfig;
import org.iotconnector.onenet.OneNetImage;

/** Requests about a device's image, over its session. Thread-safe. */
public final class ImageCalls {
    private final MqttSession session;
    private final OneNetConfig config;
    private final OneNetTopics topics;
    private final Subscription all;
    /** The public pages have the first, an internal design text the second. */
    private final Set<TopicName> deltas;

    private final CallQueue updates = new CallQueue();
    private final CallQueue gets = new CallQueue();

    public ImageCalls(MqttSession session, OneNetConfig config) {
        this.session = session;
        this.config = config;
        this.topics = new OneNetTopics(config.productId(), config.deviceName());
        this.all = Subscription.atMostOnce(topics.of("image/#"));
        this.deltas = Set.of(topic(OneNetTopics.IMAGE_UPDATE + "/delta"), topic("image/delta"));
    }

    public CompletableFuture<Void> update(Values reported, Values desired) {
        Bytes payload = ImageUpdates.write(reported, desired);
        return updates.add(() -> call(OneNetTopics.IMAGE_UPDATE, payload).thenAccept(accepted -> {}));
    }

    public CompletableFuture<Values> get() {
        return gets.add(() -> call(OneNetTopics.IMAGE_GET, Bytes.empty())
                .thenApply(accepted -> Json.readObject(accepted.payload().toArray())));
    }

    private CompletableFuture<Message> call(String path, Bytes payload) {
        TopicName accepted = topic(path + OneNetTopics.ACCEPTED);
        TopicName rejected = topic(path + OneNetTopics.REJECTED);
        Publication request = new Publication(topic(path), payload, QualityOfService.AT_LEAST_ONCE, false);
        return session.exchange(
                        request,
                        all,
                        message -> message.topic().equals(accepted)
                                || message.topic().equals(rejected),
                        config.session().replyTimeout())
                .thenApply(answer -> {
                    if (answer.topic().equals(rejected)) {
                        throw refusal(answer);
                    }
                    return answer;
                });
    }

    private static PlatformRejectedException refusal(Message rejected) {
        Values reason = Json.readObject(rejected.payload().toArray());
        int code = reason.integer("err_code");
        return new PlatformRejectedException(
                code,
                reason.has("err_msg") ? reason.text("err_msg") : "",
                OneNetReplyCodes.explain(code).orElse(""));
    }

    public Registration onDelta(OneNetImage.DeltaHandler handler) {
        return session.subscribe(List.of(all), message -> {
            if (deltas.contains(message.topic())) {
                handler.onDelta(delta(message));
            }
        });
    }

    private static OneNetImage.Delta delta(Message message) {
        Values delta = Json.readObject(message.payload().toArray());
        return new OneNetImage.Delta(delta.struct("state"), delta.has("version") ? delta.longInteger("version") : 0);
    }

    private TopicName topic(String path) {
        return TopicName.of(topics.of(path));
    }
}
