package org.iotconnector.onenet.internal;

import java.util.ArrayList;
import java.util.List;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.spi.Interest;

/**
 * Which topics to subscribe for an interest. QoS 0, since the platform grants nothing else whatever is asked. As few
 * filters as can be: a session may have ten or fifteen, the pages disagree.
 */
final class OneNetSubscriptions {
    private final OneNetTopics topics;

    OneNetSubscriptions(OneNetTopics topics) {
        this.topics = topics;
    }

    /** One filter for all of the thing model, as the vendor's C SDK has it; it holds what gateways hear, too. */
    List<Subscription> thingModel() {
        return List.of(filter("thing/#"));
    }

    List<Subscription> raw(Interest interest) {
        return interest.raw()
                ? List.of(filter(OneNetTopics.answer(OneNetTopics.RAW_UP)), filter(OneNetTopics.RAW_DOWN + "+"))
                : List.of();
    }

    List<Subscription> dataStreams(Interest interest) {
        List<Subscription> all = new ArrayList<>();
        all.add(filter(OneNetTopics.DATA_POINTS_POST + "/+"));
        if (interest.raw()) {
            all.add(filter(OneNetTopics.COMMAND_REQUEST + "+"));
        }
        return List.copyOf(all);
    }

    private Subscription filter(String path) {
        return Subscription.atMostOnce(topics.of(path));
    }
}
