package org.iotconnector.core.internal.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.iotconnector.core.http.Download;
import org.iotconnector.core.http.DownloadJob;
import org.iotconnector.core.http.Http;
import org.iotconnector.core.http.HttpAnswer;
import org.iotconnector.core.http.HttpRequest;
import org.iotconnector.core.internal.concurrent.HandlerPool;
import org.iotconnector.core.internal.concurrent.SystemTime;
import org.iotconnector.core.tls.TlsOptions;

/** A client that owns its threads and timers, for programs without a connector. */
public final class StandaloneHttp implements Http {
    private static final int HANDLERS = 4;

    private final SystemTime time = new SystemTime();
    private final HandlerPool handlers = new HandlerPool(HANDLERS);
    private final SharedHttp shared = new SharedHttp(
            time, handlers::complete, () -> ThreadLocalRandom.current().nextDouble());
    private final Http client;

    private StandaloneHttp(TlsOptions tls) {
        this.client = shared.client(tls);
    }

    /** A client of its own; blocks to read the files of {@code tls}. */
    public static Http create(TlsOptions tls) {
        return new StandaloneHttp(tls);
    }

    @Override
    public CompletableFuture<HttpAnswer> send(HttpRequest request) {
        return client.send(request);
    }

    @Override
    public DownloadJob download(Download download) {
        return client.download(download);
    }

    @Override
    public CompletableFuture<Instant> timeOf(URI uri) {
        return client.timeOf(uri);
    }

    @Override
    public CompletableFuture<Void> delay(Duration length) {
        return client.delay(length);
    }

    @Override
    public Http withTls(TlsOptions tls) {
        return client.withTls(tls);
    }

    @Override
    public void close() {
        shared.close();
        handlers.close();
        time.close();
    }
}
