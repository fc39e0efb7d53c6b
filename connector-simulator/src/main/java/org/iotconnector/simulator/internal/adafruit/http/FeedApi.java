package org.iotconnector.simulator.internal.adafruit.http;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.iotconnector.simulator.internal.adafruit.store.Access;
import org.iotconnector.simulator.internal.adafruit.store.Account;
import org.iotconnector.simulator.internal.adafruit.store.Feed;
import org.iotconnector.simulator.internal.adafruit.store.FeedFields;
import org.iotconnector.simulator.internal.adafruit.store.FeedPlace;
import org.iotconnector.simulator.internal.adafruit.store.Group;
import org.iotconnector.simulator.internal.http.Response;
import org.jspecify.annotations.Nullable;

/** {@code …/feeds}. Adafruit IO API docs, "Feeds", read 2026-11. */
final class FeedApi {
    private static final String MODEL = "Feed";

    private final Targets targets;
    private final Budget budget;
    private final Estates estates;
    private final Clock clock;

    FeedApi(Targets targets, Budget budget, Estates estates, Clock clock) {
        this.targets = targets;
        this.budget = budget;
        this.estates = estates;
        this.clock = clock;
    }

    void addTo(Routes routes) {
        routes.get("{U}/feeds", this::list);
        routes.post("{U}/feeds", this::create);
        routes.get("{U}/feeds/{K}", call -> Response.json(200, record(targets.readableFeed(call))));
        routes.change("{U}/feeds/{K}", this::change);
        routes.delete("{U}/feeds/{K}", this::delete);
        routes.get(
                "{U}/feeds/{K}/details",
                call -> Response.json(200, FeedRecord.details(targets.readableFeed(call), clock)));
        routes.get("{U}/groups/{G}/feeds", this::listOfGroup);
        routes.post("{U}/groups/{G}/feeds", call -> create(call, targets.ownGroup(call)));
    }

    private Response list(Call call) {
        return Response.json(
                200,
                targets.own(call).feeds().stream()
                        .map(feed -> FeedRecord.of(feed, clock))
                        .toList());
    }

    private Response listOfGroup(Call call) {
        return Response.json(
                200,
                targets.readableGroup(call).feeds().stream()
                        .map(feed -> FeedRecord.of(feed, clock))
                        .toList());
    }

    private Response create(Call call) {
        Account account = targets.own(call);
        String group = call.fields("feed").text("group_key");
        return create(
                call,
                group == null
                        ? account.defaultGroup()
                        : Targets.findGroup(account, group).orElseThrow(ApiFailure::notFound));
    }

    private Response create(Call call, Group group) {
        Fields fields = call.fields("feed");
        FeedFields feedFields = read(fields);
        Boolean open = open(fields);
        budget.edit(group.owner());
        Feed feed = group.owner().createFeed(group, feedFields);
        apply(open, feed.access());
        return Response.json(201, noted("create", feed));
    }

    private Response change(Call call) {
        FeedPlace place = targets.ownFeed(call);
        Fields fields = call.fields("feed");
        FeedFields change = read(fields);
        Boolean open = open(fields);
        budget.edit(place.feed().owner());
        place.feed().owner().changeFeed(place.feed(), change);
        apply(open, place.feed().access());
        return Response.json(200, noted("update", place.feed()));
    }

    private Response delete(Call call) {
        Feed feed = targets.ownFeed(call).feed();
        budget.edit(feed.owner());
        Map<String, @Nullable Object> record = noted("destroy", feed);
        feed.owner().deleteFeed(feed);
        return Response.json(200, record);
    }

    private Map<String, @Nullable Object> record(FeedPlace place) {
        return FeedRecord.of(place.feed(), clock);
    }

    private Map<String, @Nullable Object> noted(String action, Feed feed) {
        Map<String, @Nullable Object> record = FeedRecord.of(feed, clock);
        estates.of(feed.owner()).activities().note(action, MODEL, record);
        return record;
    }

    private static FeedFields read(Fields fields) {
        return new FeedFields(
                fields.text("name"),
                fields.text("key"),
                fields.text("description"),
                fields.text("unit_type"),
                fields.text("unit_symbol"),
                fields.flag("history"),
                fields.text("license"),
                fields.flag("status_notify"),
                fields.whole("status_timeout"));
    }

    /** What {@code visibility} says, in any case, since the Python client writes it with a capital; null if nothing. */
    static @Nullable Boolean open(Fields fields) {
        String visibility = fields.text("visibility");
        if (visibility == null) {
            return null;
        }
        return switch (visibility.toLowerCase(Locale.ROOT)) {
            case "public" -> true;
            case "private" -> false;
            default -> throw ApiFailure.invalid("visibility is [" + visibility + "], expected public or private");
        };
    }

    static void apply(@Nullable Boolean open, Access access) {
        if (open != null) {
            access.open(open);
        }
    }
}
