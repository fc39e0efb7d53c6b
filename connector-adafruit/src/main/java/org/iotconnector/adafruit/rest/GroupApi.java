package org.iotconnector.adafruit.rest;

import java.util.List;
import org.iotconnector.adafruit.internal.rest.Keys;
import org.iotconnector.adafruit.internal.rest.RestClient;
import org.iotconnector.adafruit.internal.rest.RestPath;
import org.iotconnector.adafruit.internal.rest.RestRequest;
import org.iotconnector.core.http.ApiCall;
import org.iotconnector.core.http.HttpMethod;
import org.iotconnector.core.thing.Values;

/** Groups of feeds: {@code /groups}. Thread-safe. Adafruit IO API docs, "Groups", read 2026-11. */
public final class GroupApi {
    private final RestClient client;
    private final Records<Group> groups;
    private final ValueSize size;

    GroupApi(RestClient client) {
        this(client, ValueSize.WITH_HISTORY);
    }

    private GroupApi(RestClient client, ValueSize size) {
        this.client = client;
        this.groups = new Records<>(client, client.path("groups"), Group::new);
        this.size = size;
    }

    /** For groups whose feeds all have their history off: each takes values of 102 400 bytes instead of 1024. */
    public GroupApi withoutHistory() {
        return new GroupApi(client, ValueSize.WITHOUT_HISTORY);
    }

    public ApiCall<List<Group>> list() {
        return groups.list();
    }

    public ApiCall<Group> create(GroupAttributes attributes) {
        return groups.create(attributes.values());
    }

    public ApiCall<Group> get(String groupKey) {
        return groups.get(Keys.part(groupKey));
    }

    /** Changes the attributes given and leaves the others. */
    public ApiCall<Group> update(String groupKey, GroupAttributes attributes) {
        boolean renames = attributes.values().has("key") || attributes.values().has("name");
        return groups.update(HttpMethod.PATCH, Keys.part(groupKey), attributes.values(), renames);
    }

    /** Deletes a group. What becomes of its feeds is not documented. */
    public ApiCall<RestAnswer> delete(String groupKey) {
        return groups.delete(Keys.part(groupKey));
    }

    /** Puts a feed into one group more; it can be addressed by both keys then. */
    public ApiCall<Group> addFeed(String groupKey, String feedKey) {
        return member(groupKey, "add", feedKey);
    }

    /** Takes a feed out of a group. */
    public ApiCall<Group> removeFeed(String groupKey, String feedKey) {
        return member(groupKey, "remove", feedKey);
    }

    private ApiCall<Group> member(String groupKey, String operation, String feedKey) {
        return groups.one(RestRequest.of(HttpMethod.POST, at(groupKey, operation))
                .json(Values.of("feed_key", Keys.feed(feedKey)))
                .build());
    }

    /** The feeds of a group. */
    public ApiCall<List<Feed>> feeds(String groupKey) {
        return feedsOf(groupKey).list();
    }

    /** Creates a feed in a group, which makes its key {@code group.feed}. */
    public ApiCall<Feed> createFeed(String groupKey, FeedAttributes attributes) {
        return feedsOf(groupKey).create(Values.of("feed", attributes.values()));
    }

    private Records<Feed> feedsOf(String groupKey) {
        return new Records<>(client, at(groupKey, "feeds"), Feed::new);
    }

    /**
     * Stores values of several feeds; counts 1 for each against the account's rate.
     *
     * @throws IllegalArgumentException if a value is too large
     */
    public ApiCall<List<Datum>> createData(String groupKey, NewGroupData data) {
        data.check(size);
        RestRequest request = RestRequest.of(HttpMethod.POST, at(groupKey, "data"))
                .json(data.values())
                .cost(data.count())
                .build();
        return ApiCall.of(() -> client.send(request, DataApi::data));
    }

    private String at(String groupKey, String operation) {
        return groups.at(Keys.part(groupKey)) + RestPath.of(operation);
    }
}
