package org.iotconnector.adafruit.rest;

import java.util.List;
import org.iotconnector.adafruit.internal.rest.Keys;
import org.iotconnector.adafruit.internal.rest.RestClient;
import org.iotconnector.adafruit.internal.rest.RestPath;
import org.iotconnector.adafruit.internal.rest.RestRequest;
import org.iotconnector.core.http.ApiCall;
import org.iotconnector.core.http.HttpMethod;
import org.iotconnector.core.thing.Values;

/** Feeds: {@code /feeds}. Thread-safe. Adafruit IO API docs, "Feeds", read 2026-11. */
public final class FeedApi {
    private final Records<Feed> feeds;
    private final String path;

    FeedApi(RestClient client) {
        this.path = client.path("feeds");
        this.feeds = new Records<>(client, path, Feed::new);
    }

    /** All feeds of the account. */
    public ApiCall<List<Feed>> list() {
        return feeds.list();
    }

    /** Creates a feed in the default group; refused with 422 if the plan has no room or the key is taken. */
    public ApiCall<Feed> create(FeedAttributes attributes) {
        return feeds.create(Values.of("feed", attributes.values()));
    }

    /** Creates a feed in a group, which makes its key {@code group.feed}. */
    public ApiCall<Feed> create(FeedAttributes attributes, String groupKey) {
        return feeds.one(RestRequest.of(HttpMethod.POST, path)
                .query("group_key", Keys.part(groupKey))
                .json(Values.of("feed", attributes.values()))
                .build());
    }

    public ApiCall<Feed> get(String feedKey) {
        return feeds.get(Keys.feed(feedKey));
    }

    /** The feed with its {@link Feed#details()}. */
    public ApiCall<Feed> details(String feedKey) {
        return feeds.one(RestRequest.get(feeds.at(Keys.feed(feedKey)) + RestPath.of("details"))
                .build());
    }

    /** Changes the attributes given and leaves the others. */
    public ApiCall<Feed> update(String feedKey, FeedAttributes attributes) {
        boolean renames = attributes.values().has("key") || attributes.values().has("name");
        return feeds.update(HttpMethod.PATCH, Keys.feed(feedKey), Values.of("feed", attributes.values()), renames);
    }

    /** Deletes a feed with all its data. */
    public ApiCall<RestAnswer> delete(String feedKey) {
        return feeds.delete(Keys.feed(feedKey));
    }
}
