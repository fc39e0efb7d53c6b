package org.iotconnector.simulator.internal.http;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A complete request. Its body array is shared and must not be changed. */
public final class Request {
    private final String method;
    private final String path;
    private final Map<String, String> query;
    private final HttpHeaders headers;
    private final byte[] body;

    private Request(String method, String path, Map<String, String> query, HttpHeaders headers, byte[] body) {
        this.method = method;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.body = body;
    }

    /**
     * Copies what netty decoded.
     *
     * @throws IllegalArgumentException if the percent encoding of path or query is malformed
     */
    static Request of(FullHttpRequest request) {
        QueryStringDecoder uri = new QueryStringDecoder(request.uri());
        Map<String, String> query = new LinkedHashMap<>();
        uri.parameters().forEach((name, values) -> query.put(name, values.get(0)));
        return new Request(
                request.method().name(),
                uri.path().startsWith("/") ? uri.path() : "/" + uri.path(),
                query,
                new DefaultHttpHeaders().add(request.headers()),
                ByteBufUtil.getBytes(request.content()));
    }

    /** For example {@code GET}. */
    public String method() {
        return method;
    }

    /** Decoded, with its leading slash, without the query. */
    public String path() {
        return path;
    }

    /** The path's parts between its slashes, without the empty one before the first. */
    public List<String> segments() {
        return List.of(path.substring(1).split("/", -1));
    }

    /** Parameters of the query; of a repeated one the first. */
    public Map<String, String> query() {
        return query;
    }

    /** The first header of this name, in any case of letters. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The content itself, not a copy. */
    public byte[] body() {
        return body;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
