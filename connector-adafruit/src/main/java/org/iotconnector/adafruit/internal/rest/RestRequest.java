package org.iotconnector.adafruit.internal.rest;

import java.net.URI;
import java.util.Optional;
import org.iotconnector.core.http.HttpBody;
import org.iotconnector.core.http.HttpMethod;
import org.iotconnector.core.http.HttpRequest;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.Values;
import org.jspecify.annotations.Nullable;

/**
 * One request of the API, without the key. Immutable.
 *
 * @see Builder
 */
public final class RestRequest {
    /** A page of 1000 data of 1 KB each, each byte escaped, and the rest of the records. */
    static final int LARGEST_ANSWER = 16 << 20;

    private final HttpMethod method;
    private final String path;
    private final Optional<Secret> hidden;
    private final String query;
    private final @Nullable HttpBody body;
    private final int cost;
    private final boolean repeatable;
    private final boolean keyed;

    private RestRequest(Builder builder) {
        this.method = builder.method;
        this.path = builder.path;
        this.hidden = builder.hidden;
        this.query = builder.query.toString();
        this.body = builder.body;
        this.cost = builder.cost;
        this.repeatable = builder.repeatable;
        this.keyed = builder.keyed;
    }

    public static Builder get(String path) {
        return of(HttpMethod.GET, path);
    }

    /**
     * A request that is repeated after a failure in which it may have been done, unless it is a POST.
     *
     * @param path below the base address, with a slash in front, encoded
     */
    public static Builder of(HttpMethod method, String path) {
        return new Builder(method, path);
    }

    HttpMethod method() {
        return method;
    }

    /** How many data points of the account's rate it counts as. */
    int cost() {
        return cost;
    }

    /** Whether doing it twice is as good as doing it once. */
    boolean isRepeatable() {
        return repeatable;
    }

    /** Method and address for messages: without query, and without what must not be seen. */
    String target(URI base) {
        return method + " " + base + hide(path);
    }

    /** Without the secret that this request has in its path. */
    String hide(String text) {
        return hidden.map(secret -> text.replace(secret.reveal(), "[redacted]")).orElse(text);
    }

    HttpRequest toHttp(URI base, Optional<Secret> key) {
        HttpRequest.Builder builder = HttpRequest.of(method, URI.create(base + path + query))
                .largestAnswer(LARGEST_ANSWER)
                .body(body);
        if (keyed) {
            key.ifPresent(secret -> builder.header("X-AIO-Key", secret));
        }
        return builder.build();
    }

    /** Collects a request. Not thread-safe. */
    public static final class Builder {
        private final HttpMethod method;
        private final String path;
        private final StringBuilder query = new StringBuilder();
        private Optional<Secret> hidden = Optional.empty();
        private @Nullable HttpBody body;
        private int cost;
        private boolean repeatable;
        private boolean keyed = true;

        private Builder(HttpMethod method, String path) {
            this.method = method;
            this.path = path;
            this.repeatable = method != HttpMethod.POST;
        }

        /** Adds a parameter, encoded here. */
        public Builder query(String name, String value) {
            return encodedQuery(RestPath.encode(name) + "=" + RestPath.encode(value));
        }

        /** Adds parameters that are encoded already; nothing for an empty text. */
        public Builder encodedQuery(String parameters) {
            if (!parameters.isEmpty()) {
                query.append(query.isEmpty() ? '?' : '&').append(parameters);
            }
            return this;
        }

        public Builder json(Values values) {
            return body(HttpBody.json(values));
        }

        public Builder body(HttpBody content) {
            this.body = content;
            return this;
        }

        /** Sets how many data points of the account's rate it counts as; default 0. */
        public Builder cost(int dataPoints) {
            this.cost = dataPoints;
            return this;
        }

        /** Sets whether doing it twice is as good as doing it once. */
        public Builder repeatable(boolean again) {
            this.repeatable = again;
            return this;
        }

        /** Leaves the key out. */
        public Builder keyless() {
            this.keyed = false;
            return this;
        }

        /** Sets a part of the path that messages do not show. */
        public Builder hide(Secret part) {
            this.hidden = Optional.of(part);
            return this;
        }

        public RestRequest build() {
            return new RestRequest(this);
        }
    }
}
