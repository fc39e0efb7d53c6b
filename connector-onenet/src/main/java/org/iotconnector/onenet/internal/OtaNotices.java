package org.iotconnector.onenet.internal;

import java.util.List;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.Registration;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.SubscriptionHandle;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.spi.JsonWriter;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.onenet.OneNetConfig;

/** The notice that a task waits: {@code ota/inform}, which wants an answer within 20 s. OneNET, "OTA", read 2026-11. */
public final class OtaNotices {
    private OtaNotices() {}

    /** Answers each notice and then runs {@code handler}. */
    public static Registration listen(MqttSession session, OneNetConfig config, Runnable handler) {
        OneNetTopics topics = new OneNetTopics(config.productId(), config.deviceName());
        TopicFilter filter = TopicFilter.of(topics.of(OneNetTopics.OTA_INFORM));
        TopicName answer = TopicName.of(topics.of(OneNetTopics.answer(OneNetTopics.OTA_INFORM)));
        SubscriptionHandle listening =
                session.subscribe(List.of(new Subscription(filter, QualityOfService.AT_MOST_ONCE)), message -> {
                    session.publish(answer(answer, message));
                    handler.run();
                });
        return listening;
    }

    private static Publication answer(TopicName topic, Message notice) {
        byte[] payload = JsonWriter.create()
                .startObject()
                .name("id")
                .text(OneJson.id(OneJson.read(notice.payload())))
                .name("code")
                .number(OneJson.SUCCESS)
                .name("msg")
                .text("success")
                .endObject()
                .finish();
        return new Publication(topic, Bytes.copyOf(payload), QualityOfService.AT_LEAST_ONCE, false);
    }
}
