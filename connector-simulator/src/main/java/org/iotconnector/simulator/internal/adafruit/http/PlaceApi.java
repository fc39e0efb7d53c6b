package org.iotconnector.simulator.internal.adafruit.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iotconnector.simulator.adafruit.AdafruitRule;
import org.iotconnector.simulator.internal.adafruit.AdafruitCloud;
import org.iotconnector.simulator.internal.adafruit.store.Account;
import org.iotconnector.simulator.internal.http.Response;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * {@code …/integrations/weather} or {@code …/integrations/air_quality}: places and what is known of them. A test says what that is; until
 * then it is the same pleasant day everywhere. Adafruit IO API docs, "Weather" and "Air quality", read 2026-11.
 */
final class PlaceApi {
    private static final int MOST_PLACES = 5;
    private static final Template TEMPLATE =
            new Template().text("name", null).text("location", null).text("provider", "open_meteo");

    private final PlaceKind kind;
    private final Targets targets;
    private final Estates estates;
    private final AdafruitCloud cloud;

    PlaceApi(PlaceKind kind, Targets targets, Estates estates, AdafruitCloud cloud) {
        this.kind = kind;
        this.targets = targets;
        this.estates = estates;
        this.cloud = cloud;
    }

    void addTo(Routes routes) {
        String path = "{U}/integrations/" + kind.word();
        routes.get(path, this::list);
        routes.post(path, this::create);
        routes.get(path + "/{id}", call -> Response.json(200, find(call)));
        routes.get(path + "/{id}/{type}", this::one);
        routes.delete(path + "/{id}", this::delete);
    }

    private Response list(Call call) {
        Account account = allowed(call);
        List<Object> records = new ArrayList<>();
        shelf(account).all().forEach(entry -> records.add(record(account, entry)));
        idsOfTest(account).stream()
                .filter(id -> shelf(account).find(id).isEmpty())
                .forEach(id -> records.add(recordOfTest(account, id)));
        return Response.json(200, records);
    }

    private Response create(Call call) {
        Account account = allowed(call);
        Fields fields = call.fields(kind.word());
        fields.requiredText("location");
        String name = fields.requiredText("name");
        Shelf shelf = shelf(account);
        if (shelf.all().stream().anyMatch(entry -> name.equals(entry.member("name")))) {
            throw ApiFailure.invalid("name [" + name + "] has already been taken");
        }
        if (shelf.all().size() >= MOST_PLACES) {
            throw ApiFailure.invalid("limit of " + MOST_PLACES + " locations reached");
        }
        return Response.json(200, record(account, shelf.add(TEMPLATE.fresh(fields))));
    }

    private Response one(Call call) {
        Map<String, @Nullable Object> record = find(call);
        String type = call.variable("{type}");
        if (!kind.types().contains(type)) {
            throw ApiFailure.notFound();
        }
        return Response.json(200, record.get(type));
    }

    private Response delete(Call call) {
        Account account = allowed(call);
        Entry entry = shelf(account).get(call.variable("{id}"));
        shelf(account).remove(entry);
        return Response.json(200, entry.record());
    }

    private Map<String, @Nullable Object> find(Call call) {
        Account account = allowed(call);
        String id = call.variable("{id}");
        Entry entry = shelf(account).find(id).orElse(null);
        if (entry == null && !idsOfTest(account).contains(id)) {
            throw ApiFailure.notFound();
        }
        return entry == null ? recordOfTest(account, id) : record(account, entry);
    }

    private Account allowed(Call call) {
        Account account = targets.own(call);
        if (cloud.settings().has(AdafruitRule.PAID_SERVICES) && !account.plan().isPaid()) {
            throw ApiFailure.forbidden("this service needs an IO+ subscription");
        }
        return account;
    }

    private Shelf shelf(Account account) {
        return kind.shelf().apply(estates.of(account));
    }

    private Map<String, @Nullable Object> record(Account account, Entry entry) {
        Map<String, @Nullable Object> record = entry.record();
        record.putAll(values(account, String.valueOf(entry.id())));
        return record;
    }

    private Map<String, @Nullable Object> recordOfTest(Account account, String id) {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        record.put("id", id);
        record.putAll(values(account, id));
        return record;
    }

    private List<String> idsOfTest(Account account) {
        return told(account).keySet().stream()
                .map(path -> path.substring(0, path.indexOf('/')))
                .distinct()
                .toList();
    }

    private Map<String, @Nullable Object> values(Account account, String id) {
        Map<String, String> told = told(account);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        kind.types().forEach(type -> values.put(type, json(told.getOrDefault(id + "/" + type, kind.otherwise()))));
        return values;
    }

    private Map<String, String> told(Account account) {
        return cloud.services().told(account, "integration/" + kind.word() + "/");
    }

    private static @Nullable Object json(String text) {
        try {
            return Json.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException plain) {
            return text;
        }
    }
}
