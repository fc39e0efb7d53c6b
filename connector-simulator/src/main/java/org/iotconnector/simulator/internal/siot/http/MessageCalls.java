package org.iotconnector.simulator.internal.siot.http;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.internal.siot.store.Desk;
import org.iotconnector.simulator.internal.siot.store.SiotStore;
import org.iotconnector.simulator.siot.SiotMessage;

/** Calls about messages. Each returns what stands in {@code data}. */
final class MessageCalls {
    private static final String TOPIC = "topic";
    private static final int STANDARD_PAGE = 100;

    private final SiotStore store;
    private final Desk desk;
    private final LocalTimes times;
    private final int largestPage;

    MessageCalls(SiotStore store, Desk desk, LocalTimes times, int largestPage) {
        this.store = store;
        this.desk = desk;
        this.times = times;
        this.largestPage = largestPage;
    }

    void publish(Parameters parameters) {
        try {
            desk.send(parameters.required(TOPIC), parameters.text("msg").orElse(""));
        } catch (IllegalArgumentException refused) {
            throw new RefusedException(String.valueOf(refused.getMessage()));
        }
    }

    List<Map<String, Object>> last(Parameters parameters) {
        List<SiotMessage> all = store.messages(parameters.required(TOPIC));
        return all.isEmpty() ? List.of() : List.of(row(all.get(all.size() - 1)));
    }

    List<Map<String, Object>> page(Parameters parameters) {
        int number = parameters.number("pnum", 1);
        int size = Math.min(parameters.number("psize", STANDARD_PAGE), largestPage);
        Optional<LocalDateTime> begin = parameters.text("begin").map(text -> times.read("begin", text));
        Optional<LocalDateTime> end = parameters.text("end").map(text -> times.read("end", text));
        List<SiotMessage> found = new ArrayList<>(store.messages(parameters.required(TOPIC)));
        found.removeIf(message -> {
            LocalDateTime created = times.local(message.created());
            return begin.filter(created::isBefore).isPresent()
                    || end.filter(created::isAfter).isPresent();
        });
        if (isDescending(parameters)) {
            Collections.reverse(found);
        }
        return found.stream()
                .skip((number - 1L) * size)
                .limit(size)
                .map(this::row)
                .toList();
    }

    private static boolean isDescending(Parameters parameters) {
        String order = parameters.text("order").orElse("asc");
        if (!order.equalsIgnoreCase("asc") && !order.equalsIgnoreCase("desc")) {
            throw new RefusedException("parameter order is neither asc nor desc");
        }
        return order.equalsIgnoreCase("desc");
    }

    int clear(Parameters parameters) {
        return store.clear(parameters.required(TOPIC));
    }

    private Map<String, Object> row(SiotMessage message) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("ID", message.id());
        row.put("Topic", message.topic());
        row.put("Content", message.content());
        row.put("Created", times.write(message.created()));
        return row;
    }
}
