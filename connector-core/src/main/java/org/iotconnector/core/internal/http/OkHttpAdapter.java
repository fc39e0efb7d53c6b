package org.iotconnector.core.internal.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import org.iotconnector.core.HttpException;
import org.iotconnector.core.HttpException.Reason;
import org.iotconnector.core.http.Download;
import org.iotconnector.core.http.DownloadJob;
import org.iotconnector.core.http.Http;
import org.iotconnector.core.http.HttpAnswer;
import org.iotconnector.core.http.HttpMethod;
import org.iotconnector.core.http.HttpRequest;
import org.iotconnector.core.tls.TlsOptions;

/** {@link Http} by OkHttp, on shared threads. */
final class OkHttpAdapter implements Http {
    private static final Duration TIME_LIMIT = Duration.ofSeconds(5);

    private final SharedHttp shared;
    private final OkHttpClient client;

    OkHttpAdapter(SharedHttp shared, OkHttpClient client) {
        this.shared = shared;
        this.client = client;
    }

    @Override
    public CompletableFuture<HttpAnswer> send(HttpRequest request) {
        if (shared.isClosed()) {
            return CompletableFuture.failedFuture(HttpFailures.closed(request));
        }
        Call call = client.newCall(Requests.toOkHttp(request).build());
        call.timeout().timeout(request.timeout().toNanos(), TimeUnit.NANOSECONDS);
        return PendingCall.start(call, request, shared);
    }

    @Override
    public DownloadJob download(Download download) {
        OkHttpClient patient = client.newBuilder()
                .readTimeout(download.stallTimeout())
                .writeTimeout(download.stallTimeout())
                .build();
        return DownloadRun.start(download, patient, shared);
    }

    @Override
    public CompletableFuture<Instant> timeOf(URI uri) {
        return askTime(HttpMethod.HEAD, uri)
                .thenCompose(time ->
                        time.isPresent() ? CompletableFuture.completedFuture(time) : askTime(HttpMethod.GET, uri))
                .thenApply(time -> time.orElseThrow(() -> new HttpException(
                        Reason.BAD_ANSWER,
                        "The server at " + uri.getHost() + " does not tell its time (no Date header).",
                        null)));
    }

    private CompletableFuture<Optional<Instant>> askTime(HttpMethod method, URI uri) {
        return send(HttpRequest.of(method, uri).timeout(TIME_LIMIT).build()).thenApply(HttpAnswer::serverTime);
    }

    @Override
    public CompletableFuture<Void> delay(Duration length) {
        return shared.delay(length);
    }

    @Override
    public Http withTls(TlsOptions tls) {
        return shared.client(tls);
    }

    @Override
    public void close() {
        // The threads belong to whoever made them.
    }
}
