package org.iotconnector.adafruit.rest;

import java.util.List;
import java.util.Optional;
import org.iotconnector.adafruit.internal.rest.PageQuery;
import org.iotconnector.adafruit.internal.rest.Received;
import org.iotconnector.adafruit.internal.rest.RestClient;
import org.iotconnector.adafruit.internal.rest.RestPath;
import org.iotconnector.adafruit.internal.rest.RestRequest;
import org.iotconnector.core.http.ApiCall;
import org.iotconnector.core.http.HttpMethod;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/**
 * The data of a feed. Each datum that is created, changed or deleted counts 1 against the account's rate; reading is free.
 * Immutable, thread-safe. Adafruit IO API docs, "Data", read 2026-11.
 */
public final class DataApi {
    private static final String VALUE = "for the feed";

    private final RestClient client;
    private final String collection;
    private final String item;
    private final ValueSize size;

    private DataApi(RestClient client, String collection, String item, ValueSize size) {
        this.client = client;
        this.collection = collection;
        this.item = item;
        this.size = size;
    }

    /**
     * The data at two paths.
     *
     * @param collection where data are listed and created
     * @param item where all else is, which the paths of groups do not have
     */
    static DataApi of(RestClient client, String collection, String item) {
        return new DataApi(client, collection, item, ValueSize.WITH_HISTORY);
    }

    /** For a feed whose history is off: it takes values of 102 400 bytes instead of 1024, and keeps the newest only. */
    public DataApi withoutHistory() {
        return new DataApi(client, collection, item, ValueSize.WITHOUT_HISTORY);
    }

    /**
     * Stores a value. A feed that is not there is not made; MQTT makes it.
     *
     * @throws IllegalArgumentException if the value is too large
     */
    public ApiCall<Datum> create(NewDatum datum) {
        size.check(VALUE, datum.size());
        return one(RestRequest.of(HttpMethod.POST, collection)
                .json(datum.values())
                .cost(1)
                .build());
    }

    /**
     * Stores several values; counts 1 for each.
     *
     * @param data 1 or more, each with its time, since they would all have the same otherwise
     * @throws IllegalArgumentException if there is none, or a value is too large
     */
    public ApiCall<List<Datum>> batch(List<NewDatum> data) {
        if (data.isEmpty()) {
            throw new IllegalArgumentException("A batch has one value or more.");
        }
        data.forEach(datum -> size.check(VALUE, datum.size()));
        List<Value> items = data.stream().map(datum -> Value.of(datum.values())).toList();
        RestRequest request = RestRequest.of(HttpMethod.POST, collection + RestPath.of("batch"))
                .json(Values.of("data", items))
                .cost(data.size())
                .build();
        return ApiCall.of(() -> client.send(request, DataApi::data));
    }

    /** All data, newest first. */
    public DataList list() {
        return list(DataQuery.all());
    }

    /** The data that {@code query} names, newest first, page by page. */
    public DataList list(DataQuery query) {
        return new DataList(client, collection, PageQuery.of(query.parameters()));
    }

    public ApiCall<Datum> get(String id) {
        return one(RestRequest.get(item + RestPath.of(id)).build());
    }

    /**
     * Changes a datum.
     *
     * @throws IllegalArgumentException if the value is too large
     */
    public ApiCall<Datum> update(String id, NewDatum datum) {
        size.check(VALUE, datum.size());
        return one(RestRequest.of(HttpMethod.PUT, item + RestPath.of(id))
                .json(datum.values())
                .cost(1)
                .build());
    }

    public ApiCall<RestAnswer> delete(String id) {
        RestRequest request = RestRequest.of(HttpMethod.DELETE, item + RestPath.of(id))
                .cost(1)
                .build();
        return ApiCall.of(() -> client.send(request, RestAnswer::read));
    }

    /** The newest datum; empty if the feed has none or does not exist, which the platform does not tell apart. */
    public ApiCall<Optional<Datum>> last(DatumField... include) {
        return queue("last", true, include);
    }

    /** The oldest datum; empty as {@link #last}. */
    public ApiCall<Optional<Datum>> first(DatumField... include) {
        return queue("first", true, include);
    }

    /**
     * The oldest datum that was not taken yet, and takes it; empty if all were. The account has one such mark for each
     * feed. If the answer is lost, {@link #previous} tells what it was: it is not asked for again here.
     */
    public ApiCall<Optional<Datum>> next(DatumField... include) {
        return queue("next", false, include);
    }

    /** The datum that {@link #next} brought most recently; the mark stays. */
    public ApiCall<Optional<Datum>> previous(DatumField... include) {
        return queue("previous", true, include);
    }

    private ApiCall<Optional<Datum>> queue(String name, boolean repeatable, DatumField... include) {
        RestRequest.Builder builder = RestRequest.get(item + RestPath.of(name)).repeatable(repeatable);
        if (include.length > 0) {
            builder.query("include", DatumField.list(include));
        }
        RestRequest request = builder.build();
        return ApiCall.of(() -> client.sendForOptional(request, received -> new Datum(received.object())));
    }

    /** The newest value in the short form for small devices; empty as {@link #last}. */
    public ApiCall<Optional<Retained>> retain() {
        RestRequest request = RestRequest.get(item + RestPath.of("retain")).build();
        return ApiCall.of(() -> client.sendForOptional(request, received -> Retained.find(received.text()))
                .thenApply(found -> found.flatMap(line -> line)));
    }

    /** Values over time, put together by the platform. */
    public ApiCall<Chart> chart(ChartQuery query) {
        RestRequest.Builder request = RestRequest.get(item + RestPath.of("chart"));
        query.parameters().forEach(request::query);
        RestRequest built = request.build();
        return ApiCall.of(() -> client.send(built, received -> new Chart(received.object())));
    }

    private ApiCall<Datum> one(RestRequest request) {
        return ApiCall.of(() -> client.send(request, received -> new Datum(received.object())));
    }

    static List<Datum> data(Received received) {
        return received.objects().stream().map(Datum::new).toList();
    }
}
