package org.iotconnector.simulator.internal.broker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.internal.spi.Message;

/** The last retained message of each topic. MQTT 3.1.1 section 3.3.1.3. */
final class RetainedMessages {
    private final Map<String, Message> byTopic = new LinkedHashMap<>();

    /** Keeps the message; an empty one removes what was kept. */
    void put(Message message) {
        if (message.payload().length == 0) {
            byTopic.remove(message.topic());
        } else {
            byTopic.put(message.topic(), message);
        }
    }

    int size() {
        return byTopic.size();
    }

    Optional<Message> find(String topic) {
        return Optional.ofNullable(byTopic.get(topic));
    }

    List<Message> matching(String filter) {
        return byTopic.values().stream()
                .filter(message -> TopicFilters.matches(filter, message.topic()))
                .toList();
    }
}
