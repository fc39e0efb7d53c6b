package org.iotconnector.simulator.internal.adafruit.http;

import java.util.List;
import java.util.Map;
import org.iotconnector.simulator.internal.adafruit.store.Account;
import org.iotconnector.simulator.internal.http.Response;
import org.jspecify.annotations.Nullable;

/**
 * {@code …/actions}, which older documents and the Ruby client call {@code …/triggers}. They are kept and given back; none of them acts.
 * Adafruit IO API docs, "Actions", read 2026-11.
 */
final class ActionApi {
    private static final String BODY = "trigger";
    private static final String MODEL = "Trigger";
    private static final Template TEMPLATE = new Template()
            .text("name", null)
            .any("feed_id", null)
            .text("operator", null)
            .text("value", null)
            .text("action", null)
            .any("action_feed_id", null)
            .text("action_value", null)
            .any("to_feed_id", null)
            .text("trigger_type", "reactive")
            .flag("enabled", true)
            .text("description", null);

    private final Targets targets;
    private final Estates estates;
    private final Stationery stationery;

    ActionApi(Targets targets, Estates estates, Stationery stationery) {
        this.targets = targets;
        this.estates = estates;
        this.stationery = stationery;
    }

    void addTo(Routes routes) {
        for (String path : List.of("{U}/actions", "{U}/triggers")) {
            routes.get(path, call -> estate(call).actions().list());
            routes.post(path, this::create);
            routes.get(path + "/{id}", call -> Response.json(200, entry(call).record()));
            routes.change(path + "/{id}", this::change);
            routes.delete(path + "/{id}", this::delete);
        }
    }

    private Response create(Call call) {
        Account account = targets.own(call);
        Shelf actions = estates.of(account).actions();
        Map<String, @Nullable Object> members = TEMPLATE.fresh(checked(call.fields(BODY)));
        if (actions.all().size() >= account.plan().actions()) {
            throw ApiFailure.invalid("action limit of " + account.plan().actions() + " reached");
        }
        return Response.json(200, noted("create", call, actions.add(members)));
    }

    private Response change(Call call) {
        Entry action = entry(call);
        action.change(TEMPLATE.change(checked(call.fields(BODY))), stationery.now());
        return Response.json(200, noted("update", call, action));
    }

    private Response delete(Call call) {
        Entry action = entry(call);
        estate(call).actions().remove(action);
        return Response.json(200, noted("destroy", call, action));
    }

    private static Fields checked(Fields fields) {
        String type = fields.text("trigger_type");
        if (type != null && !type.equals("reactive") && !type.equals("schedule")) {
            throw ApiFailure.invalid("trigger_type is [" + type + "], expected reactive or schedule");
        }
        return fields;
    }

    private Estate estate(Call call) {
        return estates.of(targets.own(call));
    }

    private Entry entry(Call call) {
        return estate(call).actions().get(call.variable("{id}"));
    }

    private Map<String, @Nullable Object> noted(String action, Call call, Entry entry) {
        Map<String, @Nullable Object> record = entry.record();
        estate(call).activities().note(action, MODEL, record);
        return record;
    }
}
