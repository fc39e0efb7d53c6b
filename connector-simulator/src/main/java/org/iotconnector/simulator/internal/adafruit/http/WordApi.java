package org.iotconnector.simulator.internal.adafruit.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.internal.adafruit.AdafruitCloud;
import org.iotconnector.simulator.internal.adafruit.store.Account;
import org.iotconnector.simulator.internal.http.Response;

/** {@code …/integrations/words}: random values, which a test sets. Adafruit IO API docs, "Random data", read 2026-11. */
final class WordApi {
    private static final String PREFIX = "integration/words/";

    private final Targets targets;
    private final AdafruitCloud cloud;

    WordApi(Targets targets, AdafruitCloud cloud) {
        this.targets = targets;
        this.cloud = cloud;
    }

    void addTo(Routes routes) {
        routes.get(
                "{U}/integrations/words",
                call -> Response.json(
                        200,
                        told(targets.own(call)).entrySet().stream()
                                .map(word -> record(word.getKey(), word.getValue()))
                                .toList()));
        routes.get("{U}/integrations/words/{id}", call -> {
            String id = call.variable("{id}");
            String value = Optional.ofNullable(told(targets.own(call)).get(id)).orElseThrow(ApiFailure::notFound);
            return Response.json(200, record(id, value));
        });
    }

    private Map<String, String> told(Account account) {
        return cloud.services().told(account, PREFIX);
    }

    private static Map<String, Object> record(String id, String value) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", id);
        record.put("value", value);
        record.put("seed", id);
        return record;
    }
}
