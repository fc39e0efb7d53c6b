package org.iotconnector.simulator.internal.adafruit.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.internal.adafruit.store.Account;
import org.iotconnector.simulator.internal.adafruit.store.Datum;
import org.iotconnector.simulator.internal.adafruit.store.Feed;
import org.iotconnector.simulator.internal.adafruit.store.FeedFields;
import org.iotconnector.simulator.internal.adafruit.store.FeedPlace;
import org.iotconnector.simulator.internal.adafruit.store.Group;
import org.iotconnector.simulator.internal.adafruit.store.Location;
import org.iotconnector.simulator.internal.adafruit.store.NewDatum;
import org.iotconnector.simulator.internal.adafruit.store.StoredValues.Origin;
import org.iotconnector.simulator.internal.http.Response;
import org.jspecify.annotations.Nullable;

/** {@code POST …/groups/{G}/data}: one value each for several feeds of a group. Feeds that are not there are made. */
final class GroupDataApi {
    private final Targets targets;
    private final Budget budget;

    GroupDataApi(Targets targets, Budget budget) {
        this.targets = targets;
        this.budget = budget;
    }

    void addTo(Routes routes) {
        routes.post("{U}/groups/{G}/data", this::create);
    }

    private Response create(Call call) {
        Group group = targets.ownGroup(call);
        Fields fields = call.fields("group");
        Location location = DatumInput.location(fields);
        Instant time = DatumInput.time(fields);
        Map<String, NewDatum> values = new LinkedHashMap<>();
        for (Fields entry : Fields.objects(fields.raw("feeds"), "feeds")) {
            String value = entry.text("value");
            if (value == null) {
                throw ApiFailure.invalid("value is missing");
            }
            values.put(bareKey(group, entry.requiredText("key")), new NewDatum(value, location, time));
        }
        if (values.isEmpty()) {
            throw ApiFailure.invalid("feeds is empty");
        }
        check(group, values);
        budget.data(group.owner(), values.size());
        return Response.json(200, store(group, values, location));
    }

    private static String bareKey(Group group, String key) {
        return key.startsWith(group.key() + ".") ? key.substring(group.key().length() + 1) : key;
    }

    /** All that can be wrong is found first, so that a refused request makes no feed. */
    private static void check(Group group, Map<String, NewDatum> values) {
        int newFeeds = 0;
        for (Map.Entry<String, NewDatum> entry : values.entrySet()) {
            Optional<Feed> feed = group.feedByKeyOrName(entry.getKey());
            if (feed.isPresent()) {
                Account.checkSize(feed.get(), entry.getValue());
            } else {
                Account.checkNew(entry.getKey(), entry.getValue());
                newFeeds++;
            }
        }
        group.owner().checkRoom(newFeeds);
    }

    private static List<Map<String, @Nullable Object>> store(
            Group group, Map<String, NewDatum> values, Location location) {
        Map<Feed, NewDatum> byFeed = new LinkedHashMap<>();
        values.forEach((key, value) -> byFeed.put(
                group.feedByKeyOrName(key).orElseGet(() -> group.owner().createFeed(group, FeedFields.named(key))),
                value));
        List<Datum> stored = group.owner().store(group, byFeed, location, Origin.REST);
        List<Feed> feeds = List.copyOf(byFeed.keySet());
        List<Map<String, @Nullable Object>> records = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            records.add(DatumRecord.of(new FeedPlace(group, feeds.get(i)), stored.get(i)));
        }
        return records;
    }
}
