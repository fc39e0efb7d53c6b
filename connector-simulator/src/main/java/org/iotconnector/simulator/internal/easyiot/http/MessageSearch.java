package org.iotconnector.simulator.internal.easyiot.http;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.easyiot.EasyIotMessage;
import org.iotconnector.simulator.internal.easyiot.store.Account;
import org.iotconnector.simulator.internal.easyiot.store.Device;
import org.iotconnector.simulator.internal.easyiot.store.Site;
import org.iotconnector.simulator.internal.http.HttpService;
import org.iotconnector.simulator.internal.http.Request;
import org.iotconnector.simulator.internal.http.Response;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** {@code POST /easyiot/apiv3/messages/search}. Path, body and token were seen by others; the answer's shape is a choice. */
public final class MessageSearch implements HttpService {
    private static final String PATH = "/easyiot/apiv3/messages/search";
    private static final int MOST = 10_000;

    private final Site site;
    private final SiteTokens tokens;

    /** Searches in what a site has stored. */
    public MessageSearch(Site site, SiteTokens tokens) {
        this.site = site;
        this.tokens = tokens;
    }

    @Override
    public CompletableFuture<Response> answer(Request request) {
        return CompletableFuture.completedFuture(search(request));
    }

    private Response search(Request request) {
        if (!request.path().equals(PATH)) {
            return failure(request.path(), 404, "there is no such path");
        }
        if (!request.method().equals("POST")) {
            return failure(request.path(), 405, "use POST");
        }
        Optional<Account> caller =
                request.header("Authorization").flatMap(tokens::owner).flatMap(site::account);
        if (caller.isEmpty()) {
            return failure(request.path(), 401, "the token is missing, forged or over; log in to the site again");
        }
        Map<String, @Nullable Object> query;
        try {
            query = Json.object(Json.read(request.body())).orElse(Map.of());
        } catch (IOException malformed) {
            return failure(request.path(), 400, "the body is no JSON");
        }
        if (!(query.get("topic") instanceof String topic)
                || !(query.get("count") instanceof Integer count)
                || count < 1
                || count > MOST) {
            return failure(request.path(), 400, "topic and a count of 1 to 10000 are needed");
        }
        return caller.get()
                .device(topic)
                .map(device -> found(device, count))
                .orElseGet(() -> failure(request.path(), 403, "the topic is not one of this account"));
    }

    private static Response found(Device device, int count) {
        List<Map<String, Object>> messages = device.history().stream()
                .limit(count)
                .map(message -> row(device, message))
                .toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("code", 1);
        answer.put("messages", messages);
        return Response.json(200, answer);
    }

    private static Map<String, Object> row(Device device, EasyIotMessage message) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", message.id());
        row.put("topic", device.topic());
        row.put("message", message.text());
        row.put("time", message.time().toString());
        return row;
    }

    @Override
    public Response failure(String path, int status, String reason) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", 0);
        body.put("msg", reason);
        return Response.json(status, body);
    }

    @Override
    public @Nullable String device(Request request) {
        return null;
    }
}
