package org.iotconnector.simulator.internal.adafruit.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.iotconnector.simulator.internal.adafruit.Csv;
import org.iotconnector.simulator.internal.adafruit.store.Account;
import org.iotconnector.simulator.internal.adafruit.store.Datum;
import org.iotconnector.simulator.internal.adafruit.store.Feed;
import org.iotconnector.simulator.internal.adafruit.store.FeedData;
import org.iotconnector.simulator.internal.adafruit.store.FeedPlace;
import org.iotconnector.simulator.internal.adafruit.store.Location;
import org.iotconnector.simulator.internal.adafruit.store.NewDatum;
import org.iotconnector.simulator.internal.adafruit.store.StoredValues.Origin;
import org.iotconnector.simulator.internal.http.Response;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** {@code …/data} of a feed. Adafruit IO API docs, "Data", read 2026-11. */
final class DataApi {
    private final Targets targets;
    private final Budget budget;
    private final DatumInput input;
    private final DataPages pages;

    DataApi(Targets targets, Budget budget, DatumInput input, DataPages pages) {
        this.targets = targets;
        this.budget = budget;
        this.input = input;
        this.pages = pages;
    }

    void addTo(Routes routes) {
        for (String feed : List.of("{U}/feeds/{K}", "{U}/groups/{G}/feeds/{K}")) {
            String data = feed + "/data";
            routes.get(data, call -> pages.list(call, targets.readableFeed(call)));
            routes.post(data, this::create);
            routes.post(data + "/batch", this::batch);
            routes.get(data + "/next", call -> read(call, FeedData::next));
            routes.get(data + "/previous", call -> read(call, FeedData::previous));
            // The Ruby client's word for it.
            routes.get(data + "/prev", call -> read(call, FeedData::previous));
            routes.get(data + "/last", call -> read(call, FeedData::last));
            routes.get(data + "/first", call -> read(call, FeedData::first));
            routes.get(data + "/retain", this::retain);
            routes.get(data + "/{id}", call -> read(call, stored -> stored.find(call.variable("{id}"))));
            routes.change(data + "/{id}", this::change);
            routes.delete(data + "/{id}", this::delete);
        }
    }

    private Response create(Call call) {
        FeedPlace place = targets.writableFeed(call);
        NewDatum value = input.one(call);
        Account.checkSize(place.feed(), value);
        budget.data(targets.caller(call), 1);
        return Response.json(200, DatumRecord.of(place, store(place, value)));
    }

    private Response batch(Call call) {
        FeedPlace place = targets.writableFeed(call);
        List<NewDatum> values = new ArrayList<>();
        for (Fields entry : Fields.objects(entries(call), "data")) {
            NewDatum value = DatumInput.read(entry, "value");
            Account.checkSize(place.feed(), value);
            values.add(value);
        }
        budget.data(targets.caller(call), values.size());
        List<Map<String, @Nullable Object>> records = new ArrayList<>();
        values.forEach(value -> records.add(DatumRecord.of(place, store(place, value))));
        return Response.json(200, records);
    }

    /** Bare, or within {@code data}. */
    private static @Nullable Object entries(Call call) {
        Object body = Bodies.read(call.request());
        return Json.object(body).map(object -> object.get("data")).orElse(body);
    }

    private static Datum store(FeedPlace place, NewDatum value) {
        return place.feed().owner().store(place.group(), place.feed(), value, Origin.REST);
    }

    private Response read(Call call, Function<FeedData, Optional<Datum>> choice) {
        FeedPlace place = targets.readableFeed(call);
        Datum datum = choice.apply(place.feed().data()).orElseThrow(ApiFailure::notFound);
        return Response.json(200, DatumRecord.of(place, datum, call.query()));
    }

    private Response retain(Call call) {
        String line = targets.readableFeed(call)
                .feed()
                .data()
                .last()
                .map(last -> Csv.field(last.value()) + "," + last.location().csv())
                .orElse("");
        return Response.of(200, "text/csv;charset=UTF-8", line.getBytes(StandardCharsets.UTF_8));
    }

    private Response change(Call call) {
        FeedPlace place = targets.writableFeed(call);
        Feed feed = place.feed();
        Datum old = feed.data().find(call.variable("{id}")).orElseThrow(ApiFailure::notFound);
        Fields fields = call.fields("datum");
        String value = fields.text("value");
        Location given = DatumInput.location(fields);
        NewDatum changed = new NewDatum(value == null ? old.value() : value, merge(old.location(), given), null);
        Account.checkSize(feed, changed);
        budget.data(targets.caller(call), 1);
        return Response.json(
                200,
                DatumRecord.of(
                        place,
                        feed.data()
                                .change(old.id(), changed.value(), changed.location())
                                .orElseThrow(ApiFailure::notFound)));
    }

    private static Location merge(Location old, Location given) {
        return new Location(
                given.lat() == null ? old.lat() : given.lat(),
                given.lon() == null ? old.lon() : given.lon(),
                given.ele() == null ? old.ele() : given.ele());
    }

    private Response delete(Call call) {
        FeedPlace place = targets.writableFeed(call);
        FeedData data = place.feed().data();
        String id = data.find(call.variable("{id}"))
                .orElseThrow(ApiFailure::notFound)
                .id();
        budget.data(targets.caller(call), 1);
        return Response.json(200, DatumRecord.of(place, data.remove(id).orElseThrow(ApiFailure::notFound)));
    }
}
