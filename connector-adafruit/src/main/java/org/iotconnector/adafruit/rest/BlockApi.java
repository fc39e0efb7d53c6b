package org.iotconnector.adafruit.rest;

import java.util.List;
import org.iotconnector.adafruit.internal.rest.RestClient;
import org.iotconnector.core.http.ApiCall;
import org.iotconnector.core.http.HttpMethod;
import org.iotconnector.core.thing.Values;

/** The blocks of a dashboard: {@code /blocks}. Thread-safe. Adafruit IO API docs, "Blocks", read 2026-11. */
public final class BlockApi {
    private static final String ROOT = "block";

    private final Records<Block> blocks;

    BlockApi(RestClient client, String dashboardKey) {
        this.blocks = new Records<>(client, client.path("dashboards", dashboardKey, "blocks"), Block::new);
    }

    public ApiCall<List<Block>> list() {
        return blocks.list();
    }

    public ApiCall<Block> create(BlockAttributes attributes) {
        return blocks.create(Values.of(ROOT, attributes.values()));
    }

    public ApiCall<Block> get(String id) {
        return blocks.get(id);
    }

    /** Changes the attributes given and leaves the others. */
    public ApiCall<Block> update(String id, BlockAttributes attributes) {
        return blocks.update(HttpMethod.PATCH, id, Values.of(ROOT, attributes.values()), false);
    }

    public ApiCall<RestAnswer> delete(String id) {
        return blocks.delete(id);
    }
}
