package org.iotconnector.adafruit.rest;

import java.util.List;
import org.iotconnector.adafruit.internal.rest.RestClient;
import org.iotconnector.core.http.ApiCall;
import org.iotconnector.core.http.HttpMethod;
import org.iotconnector.core.thing.Values;

/**
 * Actions: {@code /actions}, or {@code /triggers} by their older name. What they are made of is hardly documented, so it is
 * given as values. Thread-safe. Adafruit IO API docs, "Actions", read 2026-11.
 */
public final class ActionApi {
    private static final String ROOT = "trigger";

    private final Records<Action> actions;
    private final HttpMethod change;

    ActionApi(RestClient client, String name, HttpMethod change) {
        this.actions = new Records<>(client, client.path(name), Action::new);
        this.change = change;
    }

    public ApiCall<List<Action>> list() {
        return actions.list();
    }

    /**
     * Creates an action.
     *
     * @param members such as {@code feed_id}, {@code operator}, {@code value}, {@code action}, {@code action_feed_id} and
     *     {@code action_value}
     */
    public ApiCall<Action> create(Values members) {
        return actions.create(Values.of(ROOT, members));
    }

    public ApiCall<Action> get(String id) {
        return actions.get(id);
    }

    /** Changes the members given and leaves the others. */
    public ApiCall<Action> update(String id, Values members) {
        return actions.update(change, id, Values.of(ROOT, members), false);
    }

    public ApiCall<RestAnswer> delete(String id) {
        return actions.delete(id);
    }
}
