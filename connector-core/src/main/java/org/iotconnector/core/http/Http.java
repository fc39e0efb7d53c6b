package org.iotconnector.core.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.core.HttpException;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.internal.http.StandaloneHttp;
import org.iotconnector.core.tls.TlsOptions;

/**
 * Sends HTTP requests. Get it from {@code Connector.http()}, or from {@link #create()} in a program without a connector.
 * Only this toolkit implements it, so it may grow. Thread-safe.
 *
 * <p>At most 16 calls run at the same time, 8 of them to one host, on threads named {@code connector-http-1} …; more
 * wait for their turn, which their timeout does not count. Futures complete on the handler threads, where code of the application may
 * block. Redirects are followed within http or within https; secret headers stay with the host they were meant for.
 * A request that only reads is sent again if a kept connection turns out to be dead; any other is sent at most once.
 */
public interface Http extends AutoCloseable {
    /** A client with its own threads and timers, that speaks TLS as {@link TlsOptions#standard()} says. */
    static Http create() {
        return create(TlsOptions.standard());
    }

    /**
     * A client with its own threads and timers. Blocks to read the files of {@code tls}.
     *
     * @throws InvalidConfigurationException with every problem of these files
     */
    static Http create(TlsOptions tls) {
        return StandaloneHttp.create(tls);
    }

    /**
     * Sends {@code request} and reads the answer; returns at once. Cancelling the future ends the call.
     *
     * @return the answer, whatever its status; fails with {@link HttpException} if there is none, and with
     *     {@link java.util.concurrent.CancellationException}
     */
    CompletableFuture<HttpAnswer> send(HttpRequest request);

    /**
     * Starts a download; returns at once.
     *
     * @throws IllegalStateException if this client is downloading to the same file already
     */
    DownloadJob download(Download download);

    /**
     * The clock of the server at {@code uri}, in whole seconds, whatever else it answers: a HEAD, and a GET where HEAD
     * brings none. Takes 10 s at most. Meant for finding out that this machine's clock is wrong, so better asked at an
     * {@code http:} address: TLS needs a clock too.
     *
     * @return fails with {@link HttpException} if the server cannot be asked or tells no time
     */
    CompletableFuture<Instant> timeOf(URI uri);

    /**
     * Lets {@code length} pass, for callers that send again later. Cancelling it frees the timer.
     *
     * @return completes on a handler thread; fails with {@link HttpException.Reason#CLOSED} if this client is closed
     *     before
     */
    CompletableFuture<Void> delay(Duration length);

    /**
     * A client on the same threads that speaks TLS as {@code tls} says; closing it does nothing. Blocks to read the
     * files of {@code tls}.
     *
     * @throws InvalidConfigurationException with every problem of these files
     */
    Http withTls(TlsOptions tls);

    /**
     * Ends calls and downloads with {@link HttpException.Reason#CLOSED}, then the threads; waits 5 s at most. Idempotent.
     * Does nothing to a connector's client, which lives as long as the connector.
     */
    @Override
    void close();
}
