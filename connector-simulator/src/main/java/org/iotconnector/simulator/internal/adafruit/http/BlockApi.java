package org.iotconnector.simulator.internal.adafruit.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.internal.adafruit.store.Account;
import org.iotconnector.simulator.internal.adafruit.store.Feed;
import org.iotconnector.simulator.internal.adafruit.store.FeedPlace;
import org.iotconnector.simulator.internal.adafruit.store.Group;
import org.iotconnector.simulator.internal.http.Response;
import org.jspecify.annotations.Nullable;

/** {@code …/dashboards/{D}/blocks}. Adafruit IO API docs, "Blocks", read 2026-11. */
final class BlockApi {
    private static final String BODY = "block";
    private static final String MODEL = "Block";
    private static final String FEEDS = "block_feeds";
    private static final int DEFAULT_SIZE = 4;
    private static final Template TEMPLATE = new Template()
            .text("name", null)
            .text("description", null)
            .text("visual_type", null)
            .whole("column", null)
            .whole("row", null)
            .whole("size_x", DEFAULT_SIZE)
            .whole("size_y", DEFAULT_SIZE)
            .text("source_key", null)
            .text("source", null)
            .any("properties", Map.of());

    private final Targets targets;
    private final Estates estates;
    private final Stationery stationery;

    BlockApi(Targets targets, Estates estates, Stationery stationery) {
        this.targets = targets;
        this.estates = estates;
        this.stationery = stationery;
    }

    void addTo(Routes routes) {
        routes.get("{U}/dashboards/{D}/blocks", this::list);
        routes.post("{U}/dashboards/{D}/blocks", this::create);
        routes.get("{U}/dashboards/{D}/blocks/{id}", call -> {
            Account account = targets.own(call);
            return Response.json(200, find(call, dashboard(call, account)).record(account));
        });
        routes.change("{U}/dashboards/{D}/blocks/{id}", this::change);
        routes.delete("{U}/dashboards/{D}/blocks/{id}", this::delete);
    }

    private Response list(Call call) {
        Account account = targets.own(call);
        return Response.json(
                200,
                dashboard(call, account).blocks().stream()
                        .map(block -> block.record(account))
                        .toList());
    }

    private Response create(Call call) {
        Account account = targets.own(call);
        Dashboard dashboard = dashboard(call, account);
        Fields fields = call.fields(BODY);
        fields.requiredText("visual_type");
        Block block = new Block(stationery.entry(TEMPLATE.fresh(fields)), blockFeeds(account, fields.raw(FEEDS)));
        dashboard.blocks().add(block);
        return Response.json(200, noted("create", account, block));
    }

    private Response change(Call call) {
        Account account = targets.own(call);
        Block block = find(call, dashboard(call, account));
        Fields fields = call.fields(BODY);
        Map<String, @Nullable Object> change = TEMPLATE.change(fields);
        if (fields.has(FEEDS)) {
            block.feeds(blockFeeds(account, fields.raw(FEEDS)));
        }
        block.entry().change(change, stationery.now());
        return Response.json(200, noted("update", account, block));
    }

    private Response delete(Call call) {
        Account account = targets.own(call);
        Dashboard dashboard = dashboard(call, account);
        Block block = find(call, dashboard);
        dashboard.blocks().remove(block);
        noted("destroy", account, block);
        return Response.json(200, "OK");
    }

    private Dashboard dashboard(Call call, Account account) {
        return estates.of(account).dashboard(call.variable("{D}")).orElseThrow(ApiFailure::notFound);
    }

    private static Block find(Call call, Dashboard dashboard) {
        return dashboard.block(call.variable("{id}")).orElseThrow(ApiFailure::notFound);
    }

    private List<Block.BlockFeed> blockFeeds(Account account, @Nullable Object list) {
        List<Block.BlockFeed> feeds = new ArrayList<>();
        if (list != null) {
            for (Fields entry : Fields.objects(list, FEEDS)) {
                FeedPlace place = place(account, entry);
                feeds.add(new Block.BlockFeed(String.valueOf(stationery.nextId()), place));
            }
        }
        return feeds;
    }

    /** A feed is named by its id or key; with a group, by its key in that group. */
    private static FeedPlace place(Account account, Fields entry) {
        String feed = entry.requiredText("feed_id");
        String groupName = entry.text("group_id");
        Optional<FeedPlace> plain = Targets.find(account, feed);
        if (groupName == null || groupName.isEmpty()) {
            return plain.orElseThrow(() -> noFeed(feed));
        }
        Group group = Targets.findGroup(account, groupName)
                .orElseThrow(() -> ApiFailure.invalid("group_id is [" + groupName + "], there is no such group"));
        Optional<Feed> within = plain.map(FeedPlace::feed)
                .filter(found -> found.groups().contains(group))
                .or(() -> group.feedByKeyOrName(feed.substring(feed.indexOf('.') + 1)));
        return new FeedPlace(group, within.orElseThrow(() -> noFeed(feed)));
    }

    private static ApiFailure noFeed(String feed) {
        return ApiFailure.invalid("feed_id is [" + feed + "], there is no such feed");
    }

    private Map<String, @Nullable Object> noted(String action, Account account, Block block) {
        Map<String, @Nullable Object> record = block.record(account);
        estates.of(account).activities().note(action, MODEL, record);
        return record;
    }
}
