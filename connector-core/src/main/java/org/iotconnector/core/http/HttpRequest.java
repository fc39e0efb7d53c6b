package org.iotconnector.core.http;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iotconnector.core.settings.Secret;
import org.jspecify.annotations.Nullable;

/** One request. Immutable; its {@code toString} shows neither the query, nor the body, nor secret headers. */
public final class HttpRequest {
    /** 15 s: the time a call may take unless it says otherwise. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(15);

    /** 4 MiB: the largest body of an answer that is taken unless the request says otherwise. */
    public static final int DEFAULT_LARGEST_ANSWER = 4 << 20;

    private final HttpMethod method;
    private final URI uri;
    private final List<HttpHeader> headers;
    private final @Nullable HttpBody body;
    private final Duration timeout;
    private final int largestAnswer;

    private HttpRequest(Builder builder) {
        this.method = builder.method;
        this.uri = builder.uri;
        this.headers = List.copyOf(builder.headers);
        this.body = builder.body;
        this.timeout = builder.timeout;
        this.largestAnswer = builder.largestAnswer;
    }

    /** A GET of {@code uri}, as a start. */
    public static Builder get(URI uri) {
        return new Builder(HttpMethod.GET, uri);
    }

    /** A POST of {@code body} to {@code uri}, as a start. */
    public static Builder post(URI uri, HttpBody body) {
        return new Builder(HttpMethod.POST, uri).body(body);
    }

    /**
     * A request without a body, as a start.
     *
     * @param uri absolute, http or https, without user and password
     */
    public static Builder of(HttpMethod method, URI uri) {
        return new Builder(method, uri);
    }

    /** A builder that begins with this request. */
    public Builder extend() {
        Builder builder = new Builder(method, uri);
        builder.headers.addAll(headers);
        builder.body = body;
        builder.timeout = timeout;
        builder.largestAnswer = largestAnswer;
        return builder;
    }

    public HttpMethod method() {
        return method;
    }

    /** The address with its query, which may hold what should not be logged; {@link #target()} is for logs. */
    public URI uri() {
        return uri;
    }

    /** In the order added; unmodifiable. */
    public List<HttpHeader> headers() {
        return headers;
    }

    public Optional<HttpBody> body() {
        return Optional.ofNullable(body);
    }

    /** From the attempt to connect until the answer has been read. */
    public Duration timeout() {
        return timeout;
    }

    /** How many bytes the body of the answer may have. */
    public int largestAnswer() {
        return largestAnswer;
    }

    /** Method and address without the query, for logs and errors. */
    public String target() {
        String text = uri.toString();
        int query = text.indexOf('?');
        return method + " " + (query < 0 ? text : text.substring(0, query));
    }

    @Override
    public String toString() {
        return "HttpRequest[" + target() + ", headers=" + headers + ", body=" + (body == null ? "none" : body) + "]";
    }

    /** Collects a request. Not thread-safe. */
    public static final class Builder {
        private final HttpMethod method;
        private URI uri;
        private final List<HttpHeader> headers = new ArrayList<>();
        private @Nullable HttpBody body;
        private Duration timeout = DEFAULT_TIMEOUT;
        private int largestAnswer = DEFAULT_LARGEST_ANSWER;

        private Builder(HttpMethod method, URI uri) {
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (!(scheme.equals("http") || scheme.equals("https")) || uri.getHost() == null) {
                throw new IllegalArgumentException("An address for HTTP begins with http:// or https:// and a host; \""
                        + withoutQuery(uri) + "\" does not.");
            }
            if (uri.getUserInfo() != null) {
                throw new IllegalArgumentException(
                        "The address of " + uri.getHost() + " holds a user name; put credentials into a header.");
            }
            this.method = method;
            this.uri = uri;
        }

        private static String withoutQuery(URI uri) {
            String text = uri.toString();
            int query = text.indexOf('?');
            return query < 0 ? text : text.substring(0, query);
        }

        /** Adds a parameter to the query, encoded. */
        public Builder query(String name, String value) {
            this.uri = Query.with(uri, name, value);
            return this;
        }

        /** Adds a header; a name may come more than once. */
        public Builder header(String name, String value) {
            headers.add(new HttpHeader(name, Secret.of(value), false));
            return this;
        }

        /** Adds a header whose value is never shown, and never sent to another host than this request's. */
        public Builder header(String name, Secret value) {
            headers.add(new HttpHeader(name, value, true));
            return this;
        }

        /** Sets the body; null for none. GET and HEAD have none. */
        public Builder body(@Nullable HttpBody content) {
            if (content != null && !method.takesBody()) {
                throw new IllegalArgumentException("A " + method + " request has no body.");
            }
            this.body = content;
            return this;
        }

        /** Sets how long it may take to connect and to read the whole answer: 1 ms or more, default 15 s. */
        public Builder timeout(Duration limit) {
            if (limit.toMillis() < 1) {
                throw new IllegalArgumentException("The timeout is " + limit + "; use 1 ms or more.");
            }
            this.timeout = limit;
            return this;
        }

        /** Sets how many bytes the body of the answer may have: 0 or more, default 4 MiB. */
        public Builder largestAnswer(int bytes) {
            if (bytes < 0) {
                throw new IllegalArgumentException("The largest answer is " + bytes + " bytes; use 0 or more.");
            }
            this.largestAnswer = bytes;
            return this;
        }

        public HttpRequest build() {
            return new HttpRequest(this);
        }
    }
}
