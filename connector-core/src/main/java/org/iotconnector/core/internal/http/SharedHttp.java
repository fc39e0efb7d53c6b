package org.iotconnector.core.internal.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.iotconnector.core.HttpException;
import org.iotconnector.core.HttpException.Reason;
import org.iotconnector.core.http.Http;
import org.iotconnector.core.session.Registration;
import org.iotconnector.core.session.TimeSource;
import org.iotconnector.core.tls.TlsMaterial;
import org.iotconnector.core.tls.TlsOptions;

/** What all HTTP clients of one owner share: threads, kept connections, and the files being downloaded to. Thread-safe. */
public final class SharedHttp implements AutoCloseable {
    private static final int MOST_CALLS = 16;
    private static final int MOST_CALLS_PER_HOST = 8;
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final TimeSource time;
    private final Executor completions;
    private final DoubleSupplier jitter;
    private final ThreadPoolExecutor threads;
    private final OkHttpClient base;
    private final Set<Path> targets = ConcurrentHashMap.newKeySet();
    private final Set<DownloadRun> downloads = ConcurrentHashMap.newKeySet();
    private final Set<Runnable> delays = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Starts no thread yet.
     *
     * @param completions runs code of the application; must not refuse tasks
     */
    public SharedHttp(TimeSource time, Executor completions, DoubleSupplier jitter) {
        this.time = time;
        this.completions = completions;
        this.jitter = jitter;
        this.threads = threads();
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(MOST_CALLS);
        dispatcher.setMaxRequestsPerHost(MOST_CALLS_PER_HOST);
        this.base = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(MOST_CALLS_PER_HOST, 1, TimeUnit.MINUTES))
                .connectTimeout(CONNECT_LIMIT)
                // The call's own limit ends waiting for an answer; a long call may wait longer than any default.
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .followSslRedirects(false)
                .addNetworkInterceptor(new SecretHeaderGuard())
                .build();
    }

    private static ThreadPoolExecutor threads() {
        AtomicInteger number = new AtomicInteger();
        // The dispatcher bounds how many tasks there are, so the pool need not.
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "connector-http-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A client that speaks TLS as {@code options} says; blocks to read their files. */
    public Http client(TlsOptions options) {
        TlsMaterial tls = options.load();
        OkHttpClient.Builder builder = base.newBuilder()
                .sslSocketFactory(tls.sslContext().getSocketFactory(), tls.trustManager())
                .connectionSpecs(List.of(
                        new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS)
                                .tlsVersions(tls.protocols().toArray(new String[0]))
                                .build(),
                        ConnectionSpec.CLEARTEXT));
        tls.hostnameVerifier().ifPresent(builder::hostnameVerifier);
        return new OkHttpAdapter(this, builder.build());
    }

    TimeSource time() {
        return time;
    }

    Executor completions() {
        return completions;
    }

    DoubleSupplier jitter() {
        return jitter;
    }

    boolean isClosed() {
        return closed;
    }

    CompletableFuture<Void> delay(Duration length) {
        CompletableFuture<Void> passed = new CompletableFuture<>();
        Registration timer = time.schedule(length, () -> completions.execute(() -> passed.complete(null)));
        Runnable end = () -> completions.execute(() -> passed.completeExceptionally(new HttpException(
                Reason.CLOSED, "The client was closed while a request waited for its time to be sent.", null)));
        delays.add(end);
        passed.whenComplete((nothing, failure) -> {
            delays.remove(end);
            timer.close();
        });
        if (closed) {
            end.run();
        }
        return passed;
    }

    void begin(DownloadRun run, Path target) {
        if (!targets.add(target)) {
            throw new IllegalStateException(
                    "A download to " + target + " is running already; wait for it or cancel it.");
        }
        downloads.add(run);
    }

    void end(DownloadRun run, Path target) {
        downloads.remove(run);
        targets.remove(target);
    }

    /** Ends what runs, then the threads; waits 5 s at most for them. Idempotent. */
    @Override
    public void close() {
        closed = true;
        downloads.forEach(DownloadRun::cancel);
        delays.forEach(Runnable::run);
        base.dispatcher().cancelAll();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        base.connectionPool().evictAll();
    }
}
