package org.iotconnector.adafruit.rest;

import static java.util.Map.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.iotconnector.adafruit.FeedLocation;
import org.iotconnector.core.http.ApiCall;
import org.iotconnector.core.http.HttpBody;
import org.iotconnector.core.http.HttpMethod;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/** The call that makes each documented request, by the name of its case. */
final class DocumentedCalls {
    private static final Secret WEBHOOK = Secret.of("abcdEFGHijklMNOPqrstUVWX1234");
    private static final String DATUM = "0G3TEB7TN0WY410FQ1ACCFSMNF";
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<NewDatum> TWO =
            List.of(NewDatum.of("21.5").at(NOON), NewDatum.of("22.4").at(Instant.parse("2026-03-01T12:00:20Z")));

    /** What each call brings, as the values received, so that it can be compared with the answer. */
    static final Map<String, Function<AdafruitRest, Object>> ALL = Map.ofEntries(
            call("feeds list", rest -> values(rest.feeds().list(), Feed::values)),
            call("create feed, wrapped JSON", rest -> feed(rest.feeds().create(FeedAttributes.named("Door One")))),
            call("create feed, bare JSON", rest -> raw(rest, "/tester/feeds", "create feed, bare JSON", 0)),
            call("create feed, form", rest -> form(rest, "/tester/feeds", "name", "counter", 0)),
            call(
                    "create feed in a group",
                    rest -> feed(rest.groups().createFeed("house", FeedAttributes.named("temp")))),
            call(
                    "create feed, group by query",
                    rest -> feed(rest.feeds().create(FeedAttributes.named("hum"), "house"))),
            call("feed limit reached", rest -> feed(rest.feeds().create(FeedAttributes.named("eleventh")))),
            call("get feed", rest -> feed(rest.feeds().get("temp"))),
            call("missing feed", rest -> feed(rest.feeds().get("nope"))),
            call(
                    "key that no route matches",
                    rest -> rest.get("/tester/feeds/mq6_gas", Map.of()).execute()),
            call("wrong key", rest -> values(rest.feeds().list(), Feed::values)),
            call(
                    "key in the query, other letter case",
                    rest -> feed(rest.feeds().get("temp"))),
            call("feed details", rest -> feed(rest.feeds().details("temp"))),
            call(
                    "update feed",
                    rest -> feed(
                            rest.feeds().update("temp", FeedAttributes.none().description("attic")))),
            call(
                    "delete feed",
                    rest -> rest.feeds().delete("door-two").execute().value()),
            call("create data", rest -> datum(rest.data("temp").create(NewDatum.of(21.5)))),
            call(
                    "create data with place",
                    rest -> datum(
                            rest.data("temp").create(NewDatum.of("22.0").at(FeedLocation.of(48.25, -3.5, 112.0))))),
            call(
                    "create data, old time",
                    rest -> datum(
                            rest.data("temp").create(NewDatum.of("5").at(Instant.parse("2026-02-01T00:00:00Z"))))),
            call("create data, form", rest -> form(rest, "/tester/feeds/temp/data", "value", "22.4", 1)),
            call(
                    "create data, nulls from the Python client",
                    rest -> raw(rest, "/tester/feeds/temp/data", "create data, nulls from the Python client", 1)),
            call("create data, no value", rest -> raw(rest, "/tester/feeds/temp/data", "create data, no value", 1)),
            call(
                    "create data on a missing feed",
                    rest -> datum(rest.data("nope").create(NewDatum.of(1)))),
            call("batch, wrapped", rest -> values(rest.data("temp").batch(TWO), Datum::values)),
            call("batch, bare array", rest -> raw(rest, "/tester/feeds/temp/data/batch", "batch, bare array", 1)),
            call("last", rest -> datum(rest.data("temp").last().execute())),
            call("first", rest -> datum(rest.data("temp").first().execute())),
            call(
                    "last, only two fields",
                    rest -> datum(rest.data("temp")
                            .last(DatumField.VALUE, DatumField.CREATED_AT)
                            .execute())),
            call("last on an empty feed", rest -> rest.data("empty").last().execute()),
            call("retain without place", rest -> rest.data("temp").retain().execute()),
            call("one datum", rest -> datum(rest.data("temp").get(DATUM))),
            call("update datum", rest -> datum(rest.data("temp").update(DATUM, NewDatum.of("23")))),
            call(
                    "delete datum",
                    rest -> rest.data("temp").delete(DATUM).execute().value()),
            call(
                    "group data",
                    rest -> values(
                            rest.groups()
                                    .createData(
                                            "house",
                                            NewGroupData.of("temp", NewDatum.of("21.5"))
                                                    .and("hum", NewDatum.of("40"))
                                                    .at(NOON)
                                                    .at(FeedLocation.of(1.5, 2.5, 3.0))),
                            Datum::values)),
            call(
                    "data in a group's feed",
                    rest -> datum(rest.data("house", "temp").create(NewDatum.of("20")))),
            call(
                    "create group",
                    rest -> group(
                            rest.groups().create(GroupAttributes.named("House").description("all rooms")))),
            call("add feed to group", rest -> group(rest.groups().addFeed("house", "temp"))),
            call("throttle state", rest -> Value.of(rest.throttle().execute().values())),
            call("user, documented", rest -> Value.of(rest.user().execute().values())),
            call("user, as captured", rest -> Value.of(rest.user().execute().values())),
            call("too fast", rest -> datum(rest.data("temp").create(NewDatum.of(1)))),
            call("too fast, plain text", rest -> values(rest.feeds().list(), Feed::values)),
            call(
                    "chart",
                    rest -> Value.of(rest.data("temp")
                            .chart(ChartQuery.lastHours(24)
                                    .resolution(Duration.ofHours(1))
                                    .field(ChartQuery.Field.AVG))
                            .execute()
                            .values())),
            call("webhook", rest -> datum(rest.webhook(WEBHOOK).send(NewDatum.of("65.5")))),
            call("webhook, payload field", rest -> datum(rest.webhook(WEBHOOK).sendPayload(NewDatum.of("66")))),
            call("webhook raw", rest -> datum(rest.webhook(WEBHOOK).sendRaw("any { text"))),
            call("webhook notify", rest -> datum(rest.webhook(WEBHOOK).sendNotify())),
            call(
                    "make feed public",
                    rest -> Value.of(rest.permissions(PermissionApi.Model.FEEDS, "temp")
                            .makePublic()
                            .execute()
                            .values())),
            call(
                    "create dashboard",
                    rest -> Value.of(rest.dashboards()
                            .create(DashboardAttributes.named("Weather Station"))
                            .execute()
                            .values())),
            call(
                    "create block",
                    rest -> Value.of(rest.blocks("weather-station")
                            .create(BlockAttributes.of(VisualType.GAUGE)
                                    .feed("temp")
                                    .property("minValue", "0")
                                    .property("maxValue", "40"))
                            .execute()
                            .values())),
            call(
                    "delete block",
                    rest -> rest.blocks("weather-station")
                            .delete("77")
                            .execute()
                            .value()),
            call(
                    "time struct",
                    rest -> Value.of(
                            rest.integrations().time().struct("UTC").execute().values())),
            call(
                    "time text",
                    rest -> Value.of(rest.integrations()
                            .time()
                            .strftime("%Y-%m-%d %H:%M:%S", "UTC")
                            .execute())),
            call(
                    "time without key",
                    rest -> rest.integrations().time().seconds().execute()),
            call("page 1", rest -> page(rest, DataQuery.all().limit(2))),
            call("page 2", DocumentedCalls::secondPage),
            call("limit above the maximum", rest -> page(rest, DataQuery.all().limit(5000))));

    private DocumentedCalls() {}

    private static Map.Entry<String, Function<AdafruitRest, Object>> call(
            String name, Function<AdafruitRest, Object> run) {
        return entry(name, run);
    }

    private static <T> Value values(ApiCall<List<T>> call, Function<T, Values> values) {
        return Value.of(call.execute().stream().map(values).toList());
    }

    private static Value feed(ApiCall<Feed> call) {
        return Value.of(call.execute().values());
    }

    private static Value group(ApiCall<Group> call) {
        return Value.of(call.execute().values());
    }

    private static Value datum(ApiCall<Datum> call) {
        return Value.of(call.execute().values());
    }

    private static Value datum(Optional<Datum> found) {
        return Value.of(found.orElseThrow().values());
    }

    private static Value secondPage(AdafruitRest rest) {
        DataPage first =
                rest.data("temp").list(DataQuery.all().limit(2)).firstPage().execute();
        DataPage second = first.next().orElseThrow().execute();
        return Value.of(second.data().stream().map(Datum::values).toList());
    }

    private static Value page(AdafruitRest rest, DataQuery query) {
        DataPage page = rest.data("temp").list(query).firstPage().execute();
        return Value.of(page.data().stream().map(Datum::values).toList());
    }

    /** A form of the request that the API takes but that no operation here has: through the open one. */
    private static Value raw(AdafruitRest rest, String path, String name, int cost) {
        byte[] json = Json.write(Documented.named(name).requestBody().orElseThrow());
        return rest.send(HttpMethod.POST, path, HttpBody.json(json), cost)
                .execute()
                .value();
    }

    private static Value form(AdafruitRest rest, String path, String name, String value, int cost) {
        HttpBody body = HttpBody.form().field(name, value).build();
        return rest.send(HttpMethod.POST, path, body, cost).execute().value();
    }
}
