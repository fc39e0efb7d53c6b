package org.iotconnector.adafruit.rest;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.iotconnector.adafruit.AdafruitConfig;
import org.iotconnector.adafruit.internal.rest.Keys;
import org.iotconnector.adafruit.internal.rest.RestClient;
import org.iotconnector.adafruit.internal.rest.RestPath;
import org.iotconnector.adafruit.internal.rest.RestRequest;
import org.iotconnector.adafruit.internal.rest.RetryPolicy;
import org.iotconnector.core.Connector;
import org.iotconnector.core.http.ApiCall;
import org.iotconnector.core.http.Http;
import org.iotconnector.core.http.HttpBody;
import org.iotconnector.core.http.HttpMethod;
import org.iotconnector.core.http.HttpRequest;
import org.iotconnector.core.session.RateBudget;
import org.iotconnector.core.settings.Secret;

/**
 * Adafruit IO's REST API, version 2. The key goes in a header and nowhere else. Immutable, thread-safe.
 *
 * <p>Data points that are created, changed or deleted count against the account's rate, which all its devices share; give
 * the connector's {@link RateBudget} so that they share the count too. Reading is free. After a 429 everything that this
 * object and its rooms send waits as long as the platform says, else 30 s, and is then sent again; so is a request for which
 * no connection could be made. After an outage (500, 502, 503, 504, no answer) that happens only where it does no harm: reading,
 * changing and deleting, not creating. One attempt takes 15 s at most. A refusal's code is the HTTP status.
 *
 * <pre>{@code
 * AdafruitRest rest = AdafruitRest.builder(connector, config).build();
 * rest.data("temperature").create(NewDatum.of(21.5)).execute();
 * rest.data("temperature").list().stream().limit(5000).forEach(datum -> …);
 * }</pre>
 *
 * <p>Adafruit IO API docs, "HTTP API", read 2026-11.
 */
public final class AdafruitRest {
    /** Where the API is. */
    public static final URI ADDRESS = URI.create("https://io.adafruit.com/api/v2");

    private final RestClient client;

    private AdafruitRest(RestClient client) {
        this.client = client;
    }

    /** Starts from a device's account, address and share of the account's rate, with the connector's HTTP client. */
    public static Builder builder(Connector connector, AdafruitConfig config) {
        return builder(connector.http(), config.username(), config.key())
                .address(config.apiEndpoint())
                .budget(connector.budget(config));
    }

    /**
     * Starts from the defaults.
     *
     * @param http the connector's, or one of the program's own; stays the caller's to close
     * @param username the account's name
     * @param key the AIO key
     */
    public static Builder builder(Http http, String username, Secret key) {
        return new Builder(http, username, Optional.of(key));
    }

    /** Starts without a key: what is public can be read, and webhooks can be used. */
    public static Builder keyless(Http http, String username) {
        return new Builder(http, username, Optional.empty());
    }

    /** The same access, to what another account has shared or made public. */
    public AdafruitRest of(String owner) {
        return new AdafruitRest(client.of(owner));
    }

    /** The account that the key belongs to. */
    public ApiCall<User> user() {
        return ApiCall.of(() ->
                client.send(RestRequest.get(RestPath.of("user")).build(), received -> User.read(received.object())));
    }

    /** What is left of the account's rate. */
    public ApiCall<Throttle> throttle() {
        return ApiCall.of(() -> client.send(
                RestRequest.get(client.path("throttle")).build(), received -> new Throttle(received.object())));
    }

    public FeedApi feeds() {
        return new FeedApi(client);
    }

    /**
     * The data of a feed.
     *
     * @param feedKey the feed's key, with its group's and a dot in front if it is in another group than the default
     * @throws IllegalArgumentException if it is no key; the text says what the key of such a name is
     */
    public DataApi data(String feedKey) {
        String path = client.path("feeds", Keys.feed(feedKey), "data");
        return DataApi.of(client, path, path);
    }

    /** The data of a feed in a group, by the path of the group. */
    public DataApi data(String groupKey, String feedKey) {
        String group = Keys.part(groupKey);
        String feed = Keys.part(feedKey);
        return DataApi.of(
                client,
                client.path("groups", group, "feeds", feed, "data"),
                client.path("feeds", group + "." + feed, "data"));
    }

    public GroupApi groups() {
        return new GroupApi(client);
    }

    public DashboardApi dashboards() {
        return new DashboardApi(client);
    }

    /** What is on a dashboard. */
    public BlockApi blocks(String dashboardKey) {
        return new BlockApi(client, Keys.part(dashboardKey));
    }

    /** Who may see or change a feed, group or dashboard. */
    public PermissionApi permissions(PermissionApi.Model model, String key) {
        return new PermissionApi(client, model, Keys.feed(key));
    }

    /** What the platform does when a feed changes or a time comes. The docs call it so since 2022. */
    public ActionApi actions() {
        return new ActionApi(client, "actions", HttpMethod.PUT);
    }

    /** The {@link #actions()} by their older path. */
    public ActionApi triggers() {
        return new ActionApi(client, "triggers", HttpMethod.PATCH);
    }

    /** Keys of the account that are good for less than the AIO key. */
    public TokenApi tokens() {
        return new TokenApi(client);
    }

    /** What was done to the account's feeds, groups, dashboards and actions. */
    public ActivityApi activities() {
        return new ActivityApi(client);
    }

    /** What the platform offers beside the account's own data. */
    public IntegrationApi integrations() {
        return new IntegrationApi(client);
    }

    /**
     * A feed's webhook, which takes data without a key.
     *
     * @param token the last part of the webhook's address; who knows it may send
     */
    public WebhookApi webhook(Secret token) {
        return WebhookApi.of(client, token);
    }

    /**
     * Any operation that reads and is not offered here.
     *
     * @param path below the address and with a slash in front, such as {@code /demo/feeds}
     */
    public ApiCall<RestAnswer> get(String path, Map<String, String> parameters) {
        RestRequest.Builder request = RestRequest.get(checked(path));
        Map.copyOf(parameters).forEach(request::query);
        RestRequest built = request.build();
        return ApiCall.of(() -> client.send(built, RestAnswer::read));
    }

    /**
     * Any operation that takes a body and is not offered here. All but POST are repeated after an outage.
     *
     * @param path below the address and with a slash in front, such as {@code /demo/feeds}
     * @param dataPoints as how many data points it counts against the account's rate
     */
    public ApiCall<RestAnswer> send(HttpMethod method, String path, HttpBody body, int dataPoints) {
        RestRequest request = RestRequest.of(method, checked(path))
                .body(body)
                .cost(dataPoints)
                .build();
        return ApiCall.of(() -> client.send(request, RestAnswer::read));
    }

    private static String checked(String path) {
        if (!path.startsWith("/") || path.contains("?") || path.contains("#")) {
            throw new IllegalArgumentException("A path begins with a slash and has no query; \""
                    + path.split("[?#]", 2)[0] + "\" does not. Give parameters by themselves.");
        }
        return path;
    }

    /** Collects the settings. Not thread-safe. */
    public static final class Builder {
        private final Http http;
        private final String username;
        private final Optional<Secret> key;
        private URI address = ADDRESS;
        private RateBudget budget = RateBudget.UNLIMITED;
        private int attempts = 4;
        private Duration longestWait = Duration.ofMinutes(2);
        private DoubleSupplier jitter = () -> ThreadLocalRandom.current().nextDouble();

        private Builder(Http http, String username, Optional<Secret> key) {
            if (username.isEmpty()) {
                throw new IllegalArgumentException("The account's name is empty.");
            }
            if (key.isPresent() && key.get().reveal().isEmpty()) {
                throw new IllegalArgumentException("The AIO key is empty; without a key use keyless.");
            }
            this.http = http;
            this.username = username;
            this.key = key;
        }

        /** Sets where the API is; default {@link #ADDRESS}. Over {@code http:} the key can be read on the way. */
        public Builder address(URI base) {
            URI checked = HttpRequest.get(base).build().uri();
            if (checked.getRawQuery() != null || checked.getRawFragment() != null) {
                throw new IllegalArgumentException("The address of the API has no query: " + base.getHost());
            }
            String text = checked.toString();
            this.address = text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : checked;
            return this;
        }

        /** Sets what the account may send; default no limit. */
        public Builder budget(RateBudget shared) {
            this.budget = shared;
            return this;
        }

        /** Sets how often a request is sent at most, repetitions included: 1 or more, default 4. */
        public Builder attempts(int most) {
            if (most < 1) {
                throw new IllegalArgumentException("attempts is " + most + "; use 1 or more.");
            }
            this.attempts = most;
            return this;
        }

        /** Sets the longest pause between attempts that a call waits for; if more is asked it fails. Default 2 min. */
        public Builder longestWait(Duration longest) {
            if (longest.isNegative()) {
                throw new IllegalArgumentException("longestWait is " + longest + "; use 0 s or more.");
            }
            this.longestWait = longest;
            return this;
        }

        /** Sets the random numbers for the waits after outages, from 0 inclusive to 1 exclusive. */
        public Builder jitter(DoubleSupplier source) {
            this.jitter = source;
            return this;
        }

        public AdafruitRest build() {
            RetryPolicy policy = new RetryPolicy(attempts, longestWait, jitter);
            return new AdafruitRest(new RestClient(http, address, username, key, budget, policy));
        }
    }
}
