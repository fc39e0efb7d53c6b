package org.iotconnector.simulator.internal.onenet.http;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.iotconnector.simulator.internal.http.HttpService;
import org.iotconnector.simulator.internal.http.Request;
import org.iotconnector.simulator.internal.http.Response;
import org.iotconnector.simulator.internal.onenet.OneNetCloud;
import org.jspecify.annotations.Nullable;

/** All that the platform offers over HTTP, by the first part of the path. */
final class OneNetHttp implements HttpService {
    private static final int MAX_BODY_BYTES = 4 * 1024 * 1024;

    private final Routes routes = new Routes();
    private final OtaApi ota;
    private final FileApi files;

    OneNetHttp(OneNetCloud cloud) {
        Authorization authorization = new Authorization(cloud);
        Targets targets = new Targets(cloud, authorization);
        new DeviceApi(
                        cloud,
                        targets,
                        new DeviceRecords(cloud.notices(), cloud.loop().clock()))
                .addTo(routes);
        new ThingModelApi(cloud, targets).addTo(routes);
        new CommandApi(cloud, targets).addTo(routes);
        new DesiredApi(cloud, targets).addTo(routes);
        new DatapointApi(targets).addTo(routes);
        this.ota = new OtaApi(cloud, authorization);
        this.files = new FileApi(cloud, authorization);
    }

    @Override
    public CompletableFuture<Response> answer(Request request) {
        Envelope envelope = envelope(request.path());
        try {
            return route(request, envelope).exceptionally(failed -> refusal(envelope, failed));
        } catch (ApiFailure failure) {
            return CompletableFuture.completedFuture(refusal(envelope, failure));
        }
    }

    private CompletableFuture<Response> route(Request request, Envelope envelope) {
        String area = request.segments().get(0);
        if (area.equals("studio")) {
            return CompletableFuture.completedFuture(files.answer(request));
        }
        if (request.body().length > MAX_BODY_BYTES) {
            throw new ApiFailure(
                    413, ApiCode.TOO_LARGE, "the body is larger than " + MAX_BODY_BYTES + " bytes, send less");
        }
        if (area.equals("fuse-ota") || area.equals("ota")) {
            return CompletableFuture.completedFuture(ota.answer(request, envelope));
        }
        return routes.find(request).run(request).thenApply(envelope::success);
    }

    @Override
    public Response failure(String path, int status, String reason) {
        return envelope(path).failure(status, ApiCode.ofStatus(status), reason);
    }

    /** From the path, the query or the body, wherever this kind of request names it. */
    @Override
    public @Nullable String device(Request request) {
        List<String> path = request.segments();
        int first =
                path.get(0).equals("studio") && path.size() > 1 && path.get(1).equals("config") ? 2 : 1;
        if (List.of("studio", "fuse-ota", "ota").contains(path.get(0))) {
            return path.size() > first + 1 ? path.get(first) + "/" + path.get(first + 1) : null;
        }
        try {
            Parameters parameters = request.query().containsKey("device_name")
                    ? Parameters.ofQuery(request)
                    : Parameters.ofBody(request);
            return parameters.text("product_id") + "/" + parameters.text("device_name");
        } catch (ApiFailure unnamed) {
            return null;
        }
    }

    private static Envelope envelope(String path) {
        return path.startsWith("/studio/") || path.startsWith("/ota/") ? Envelope.STUDIO : Envelope.CURRENT;
    }

    private static Response refusal(Envelope envelope, Throwable failed) {
        Throwable cause =
                failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
        if (cause instanceof ApiFailure failure) {
            return envelope.failure(failure.status(), failure.code(), failure.text());
        }
        throw new CompletionException(cause);
    }
}
