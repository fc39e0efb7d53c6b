package org.iotconnector.simulator.internal.adafruit.http;

import java.time.Clock;
import java.util.Map;
import org.iotconnector.simulator.internal.adafruit.store.Account;
import org.iotconnector.simulator.internal.adafruit.store.Feed;
import org.iotconnector.simulator.internal.adafruit.store.FeedPlace;
import org.iotconnector.simulator.internal.adafruit.store.Group;
import org.iotconnector.simulator.internal.http.Response;
import org.jspecify.annotations.Nullable;

/** {@code …/groups}. Adafruit IO API docs, "Groups", read 2026-11. */
final class GroupApi {
    private static final String GROUP = "group";
    private static final String MODEL = "Group";

    private final Targets targets;
    private final Budget budget;
    private final Estates estates;
    private final Clock clock;

    GroupApi(Targets targets, Budget budget, Estates estates, Clock clock) {
        this.targets = targets;
        this.budget = budget;
        this.estates = estates;
        this.clock = clock;
    }

    void addTo(Routes routes) {
        routes.get("{U}/groups", this::list);
        routes.post("{U}/groups", this::create);
        routes.get("{U}/groups/{G}", call -> Response.json(200, FeedRecord.of(targets.readableGroup(call), clock)));
        routes.change("{U}/groups/{G}", this::change);
        routes.delete("{U}/groups/{G}", this::delete);
        routes.post("{U}/groups/{G}/add", call -> move(call, Account::addToGroup));
        routes.post("{U}/groups/{G}/remove", call -> move(call, Account::removeFromGroup));
    }

    private Response list(Call call) {
        return Response.json(
                200,
                targets.own(call).groups().stream()
                        .map(group -> FeedRecord.of(group, clock))
                        .toList());
    }

    private Response create(Call call) {
        Account account = targets.own(call);
        Fields fields = call.fields(GROUP);
        Boolean open = FeedApi.open(fields);
        budget.edit(account);
        Group group = account.createGroup(fields.text("name"), fields.text("key"), fields.text("description"));
        FeedApi.apply(open, group.access());
        return Response.json(201, noted("create", group));
    }

    private Response change(Call call) {
        Group group = targets.ownGroup(call);
        Fields fields = call.fields(GROUP);
        Boolean open = FeedApi.open(fields);
        budget.edit(group.owner());
        group.owner().changeGroup(group, fields.text("name"), fields.text("key"), fields.text("description"));
        FeedApi.apply(open, group.access());
        return Response.json(200, noted("update", group));
    }

    private Response delete(Call call) {
        Group group = targets.ownGroup(call);
        budget.edit(group.owner());
        Map<String, @Nullable Object> record = FeedRecord.of(group, clock);
        group.owner().deleteGroup(group);
        estates.of(group.owner()).activities().note("destroy", MODEL, record);
        return Response.json(200, record);
    }

    private interface Move {
        void run(Account account, Group group, Feed feed);
    }

    private Response move(Call call, Move move) {
        Group group = targets.ownGroup(call);
        String key = call.fields(GROUP).requiredText("feed_key");
        Feed feed = Targets.find(group.owner(), key).map(FeedPlace::feed).orElseThrow(ApiFailure::notFound);
        budget.edit(group.owner());
        move.run(group.owner(), group, feed);
        return Response.json(200, noted("update", group));
    }

    private Map<String, @Nullable Object> noted(String action, Group group) {
        Map<String, @Nullable Object> record = FeedRecord.of(group, clock);
        estates.of(group.owner()).activities().note(action, MODEL, record);
        return record;
    }
}
