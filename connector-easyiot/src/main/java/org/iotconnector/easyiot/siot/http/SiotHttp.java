package org.iotconnector.easyiot.siot.http;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.iotconnector.core.HttpException;
import org.iotconnector.core.HttpException.Reason;
import org.iotconnector.core.http.Http;
import org.iotconnector.core.http.HttpRequest;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.easyiot.internal.SiotPrefix;
import org.iotconnector.easyiot.internal.http.SiotCalls;
import org.iotconnector.easyiot.internal.http.SiotRows;
import org.iotconnector.easyiot.siot.SiotConfig;
import org.iotconnector.easyiot.siot.SiotStore;
import org.iotconnector.easyiot.siot.SiotVersion;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP interface of SIoT V1; V2 offers at least some of it, so try before relying on it. <b>The server takes user
 * name and password in the address, without TLS</b>; they are kept out of logs and exceptions here, but a proxy on the way
 * may write them down. SIoT manual, "Web API", read 2026-11. Immutable, thread-safe.
 *
 * <p>Every call returns at once. Its future completes on a handler thread; cancelling it ends the call. It fails with
 * {@link org.iotconnector.core.PlatformRejectedException} if the server refuses, with {@link HttpException} if it cannot
 * be asked or answers something else, with {@link org.iotconnector.core.MappingException} if a row lacks what is
 * documented.
 */
public final class SiotHttp {
    private static final int WEB_SOCKET_PORT = 1888;
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(5);
    private static final String TOPIC = "topic";

    private final SiotCalls calls;
    private final URI webSocket;

    private SiotHttp(SiotCalls calls, URI webSocket) {
        this.calls = calls;
        this.webSocket = webSocket;
    }

    /** The interface of the server that a device is on. */
    public static SiotHttp of(Http http, SiotConfig config) {
        return of(http, config.apiEndpoint(), config.username(), config.password());
    }

    /**
     * The interface of a server.
     *
     * @param http the connector's, or one of the program's own; stays the caller's to close
     * @param address that of the web page, such as {@code http://192.168.1.20:8080}
     */
    public static SiotHttp of(Http http, URI address, String username, Secret password) {
        return new SiotHttp(
                new SiotCalls(http, address, username, password),
                URI.create("http://" + address.getHost() + ":" + WEB_SOCKET_PORT + "/ws"));
    }

    /** Fails unless the server takes user name and password. */
    public CompletableFuture<Void> checkLogin() {
        return done("/checkLogin", Map.of());
    }

    /**
     * Sends a message to a topic.
     *
     * @param topic project and device; V1 makes both with their first message
     * @param store whether the server stores it
     */
    public CompletableFuture<Void> publish(String topic, String text, SiotStore store) {
        String message = store == SiotStore.NO ? SiotPrefix.UNSTORED + text : text;
        return done("/publish", parameters(TOPIC, topic, "msg", message));
    }

    /** The newest stored message of a topic; empty if there is none. */
    public CompletableFuture<Optional<SiotMessage>> lastMessage(String topic) {
        return calls.send("/lastmessage", Map.of(TOPIC, topic))
                .thenApply(answer ->
                        SiotRows.list(answer, SiotRows::message).stream().findFirst());
    }

    /** A page of the stored messages of a topic. */
    public CompletableFuture<List<SiotMessage>> messages(SiotMessageQuery query) {
        Map<String, String> parameters = parameters(
                TOPIC, query.topic(), "pnum", Integer.toString(query.page()), "psize", Integer.toString(query.size()));
        query.begin().ifPresent(begin -> parameters.put("begin", SiotRows.format(begin)));
        query.end().ifPresent(end -> parameters.put("end", SiotRows.format(end)));
        if (query.newestFirst()) {
            parameters.put("order", "desc");
        }
        return calls.send("/messages", parameters).thenApply(answer -> SiotRows.list(answer, SiotRows::message));
    }

    /** Removes the stored messages of a topic, and gives how many there were. */
    public CompletableFuture<Long> clearMessages(String topic) {
        return calls.send("/clearmsg", Map.of(TOPIC, topic)).thenApply(answer -> answer.longInteger("data"));
    }

    /** Projects, at most {@code size}. */
    public CompletableFuture<List<SiotProject>> projects(int size) {
        return calls.send("/projects", Map.of("psize", Integer.toString(size)))
                .thenApply(answer -> SiotRows.list(answer, SiotRows::project));
    }

    /** The projects whose id {@code filter} fits as the server compares it, at most {@code size}. */
    public CompletableFuture<List<SiotProject>> projects(String filter, int size) {
        return calls.send("/projects", parameters("id", filter, "psize", Integer.toString(size)))
                .thenApply(answer -> SiotRows.list(answer, SiotRows::project));
    }

    /** Describes a project. */
    public CompletableFuture<Void> updateProject(String project, String description) {
        return done("/updateprj", parameters("pid", project, "desc", description));
    }

    /** Deletes a project with its devices and their messages. */
    public CompletableFuture<Void> deleteProject(String project) {
        return done("/deleteprj", Map.of("pid", project));
    }

    /** The devices of a project, at most {@code size}. */
    public CompletableFuture<List<SiotDevice>> devices(String project, int size) {
        return calls.send("/devices", parameters("pid", project, "psize", Integer.toString(size)))
                .thenApply(answer -> SiotRows.list(answer, SiotRows::device));
    }

    /** The devices of a project whose name {@code filter} fits as the server compares it, at most {@code size}. */
    public CompletableFuture<List<SiotDevice>> devices(String project, String filter, int size) {
        return calls.send("/devices", parameters("pid", project, "deviceName", filter, "psize", Integer.toString(size)))
                .thenApply(answer -> SiotRows.list(answer, SiotRows::device));
    }

    /** Describes a device, whose new description is in {@code device}. The manual says that servers have a bug here. */
    public CompletableFuture<Void> updateDevice(SiotDevice device) {
        return done(
                "/updatedev",
                parameters(
                        "pid", device.project(),
                        "dname", device.name(),
                        "desc", device.description(),
                        "id", Long.toString(device.id())));
    }

    /** Deletes a device with its messages. */
    public CompletableFuture<Void> deleteDevice(String topic) {
        return done("/deldev", Map.of(TOPIC, topic));
    }

    /**
     * Finds out the server's generation: V2 listens for WebSocket on port 1888, and V1 does not. Fails with the reason of
     * the HTTP interface if the host answers on neither port.
     */
    public CompletableFuture<SiotVersion> probeVersion() {
        return webSocketAnswers().thenCompose(open -> {
            if (open) {
                return CompletableFuture.completedFuture(SiotVersion.V2);
            }
            return checkLogin().handle((done, failure) -> {
                if (cause(failure) instanceof HttpException unreachable && unreachable.reason() != Reason.BAD_ANSWER) {
                    throw unreachable;
                }
                return SiotVersion.V1;
            });
        });
    }

    /** The same interface of a server that listens for WebSocket elsewhere. */
    SiotHttp webSocketAt(URI other) {
        return new SiotHttp(calls, other);
    }

    /** Whether something listens there, be it what it may. */
    private CompletableFuture<Boolean> webSocketAnswers() {
        HttpRequest request = HttpRequest.get(webSocket).timeout(PROBE_LIMIT).build();
        return calls.http()
                .send(request)
                .handle((answer, failure) -> !(cause(failure) instanceof HttpException none
                        && (none.reason() == Reason.UNREACHABLE
                                || none.reason() == Reason.TIMEOUT
                                || none.reason() == Reason.UNKNOWN_HOST
                                || none.reason() == Reason.CLOSED)));
    }

    private static @Nullable Throwable cause(@Nullable Throwable failure) {
        return failure instanceof CompletionException ? failure.getCause() : failure;
    }

    private CompletableFuture<Void> done(String path, Map<String, String> parameters) {
        return calls.send(path, parameters).thenAccept(answer -> {});
    }

    private static Map<String, String> parameters(String... namesAndValues) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return parameters;
    }

    @Override
    public String toString() {
        return "SiotHttp[" + calls + "]";
    }
}
