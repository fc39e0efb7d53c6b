package org.iotconnector.aliyun.internal;

import java.util.ArrayList;
import java.util.List;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.spi.Interest;

/** Which topics to subscribe for an interest: exact ones, since the platform counts subscriptions and wildcards differ. */
final class AliyunSubscriptions {
    private final AliyunTopics topics;
    private final boolean ext;

    AliyunSubscriptions(AliyunTopics topics, boolean ext) {
        this.topics = topics;
        this.ext = ext;
    }

    List<Subscription> of(Interest interest) {
        List<Subscription> all = new ArrayList<>();
        // The one wildcard stands for properties and every event, since a device may name events as it goes.
        add(all, "thing/event/+/post_reply");
        add(all, AliyunTopics.reply(AliyunTopics.BATCH_POST));
        add(all, AliyunTopics.reply(AliyunTopics.HISTORY_POST));
        add(all, AliyunTopics.reply(AliyunTopics.DESIRED_GET));
        add(all, AliyunTopics.reply(AliyunTopics.DESIRED_DELETE));
        if (interest.sets()) {
            add(all, AliyunTopics.PROPERTY_SET);
        }
        interest.services().forEach(service -> add(all, AliyunTopics.service(service)));
        if (interest.raw()) {
            add(all, AliyunTopics.RAW_DOWN);
            add(all, AliyunTopics.reply(AliyunTopics.RAW_UP));
        }
        if (interest.raw() || !interest.services().isEmpty()) {
            all.add(Subscription.atMostOnce(topics.of(AliyunTopics.RRPC_REQUEST + "+")));
        }
        if (ext) {
            interest.services().forEach(service -> all.add(Subscription.atMostOnce(topics.extService(service))));
        }
        return List.copyOf(all);
    }

    private void add(List<Subscription> all, String path) {
        all.add(Subscription.atLeastOnce(topics.of(path)));
    }
}
