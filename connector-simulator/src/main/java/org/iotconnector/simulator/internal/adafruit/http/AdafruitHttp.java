package org.iotconnector.simulator.internal.adafruit.http;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.iotconnector.simulator.adafruit.AdafruitRule;
import org.iotconnector.simulator.adafruit.AdafruitSettings;
import org.iotconnector.simulator.internal.adafruit.AdafruitCloud;
import org.iotconnector.simulator.internal.adafruit.store.RefusedException;
import org.iotconnector.simulator.internal.http.HttpService;
import org.iotconnector.simulator.internal.http.Request;
import org.iotconnector.simulator.internal.http.Response;
import org.jspecify.annotations.Nullable;

/** Answers requests of the REST API. Adafruit IO API docs, "HTTP API", read 2026-11. */
final class AdafruitHttp implements HttpService {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final Routes routes = new Routes();
    private final AdafruitSettings settings;

    AdafruitHttp(AdafruitCloud cloud) {
        this.settings = cloud.settings();
        Clock clock = cloud.loop().clock();
        Targets targets = new Targets(cloud.accounts());
        Budget budget = new Budget(settings);
        Stationery stationery = new Stationery(new AtomicLong(), clock);
        Estates estates = new Estates(settings.has(AdafruitRule.ACTIVITY_DATA_TEXT), stationery);
        // What has a fixed word in its path comes before what takes any.
        new WebhookApi(cloud.accounts(), budget).addTo(routes);
        new UserApi(targets, settings.has(AdafruitRule.FLAT_USER)).addTo(routes);
        new TimeApi(targets, clock).addTo(routes);
        new ChartApi(targets, clock).addTo(routes);
        new DataApi(
                        targets,
                        budget,
                        new DatumInput(settings.has(AdafruitRule.BODY_AS_VALUE)),
                        new DataPages(settings.has(AdafruitRule.STANDARD_LINK), clock))
                .addTo(routes);
        new FeedApi(targets, budget, estates, clock).addTo(routes);
        new GroupApi(targets, budget, estates, clock).addTo(routes);
        new GroupDataApi(targets, budget).addTo(routes);
        new DashboardApi(targets, estates, stationery).addTo(routes);
        new BlockApi(targets, estates, stationery).addTo(routes);
        new TokenApi(targets, estates, stationery).addTo(routes);
        new PermissionApi(targets, estates, stationery).addTo(routes);
        new ActionApi(targets, estates, stationery).addTo(routes);
        new ActivityApi(targets, estates).addTo(routes);
        new PlaceApi(PlaceKind.weather(), targets, estates, cloud).addTo(routes);
        new PlaceApi(PlaceKind.airQuality(), targets, estates, cloud).addTo(routes);
        new WordApi(targets, cloud).addTo(routes);
    }

    @Override
    public CompletableFuture<Response> answer(Request request) {
        return CompletableFuture.completedFuture(answerNow(request));
    }

    private Response answerNow(Request request) {
        try {
            Routes.Match match = routes.find(request).orElseThrow(ApiFailure::noRoute);
            return match.operation().run(new Call(request, match.variables()));
        } catch (ApiFailure failure) {
            return failure(request.path(), failure.status(), failure.text());
        } catch (RefusedException refused) {
            return failure(request.path(), 422, refused.text());
        }
    }

    @Override
    public Response failure(String path, int status, String reason) {
        if (status == TOO_MANY_REQUESTS && settings.has(AdafruitRule.PLAIN_429)) {
            return text(status, "text/plain;charset=UTF-8", "Retry later");
        }
        if (status >= SERVER_ERROR && settings.has(AdafruitRule.HTML_5XX)) {
            return text(status, "text/html;charset=UTF-8", "<html><body><h1>" + status + "</h1></body></html>");
        }
        return Response.json(status, Map.of("error", reason));
    }

    private static Response text(int status, String type, String body) {
        return Response.of(status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The account of the path, so that a fault for it strikes what is asked of it by anybody. */
    @Override
    public @Nullable String device(Request request) {
        return Routes.username(request).orElse(null);
    }
}
