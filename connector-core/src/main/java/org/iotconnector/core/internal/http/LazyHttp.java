package org.iotconnector.core.internal.http;

import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import org.iotconnector.core.http.Http;
import org.iotconnector.core.session.TimeSource;
import org.iotconnector.core.tls.TlsOptions;
import org.jspecify.annotations.Nullable;

/** A connector's HTTP client, made when it is first asked for: most devices never need one. Thread-safe. */
public final class LazyHttp implements AutoCloseable {
    private final TimeSource time;
    private final Executor completions;
    private final DoubleSupplier jitter;
    private @Nullable SharedHttp shared;
    private @Nullable Http client;
    private boolean closed;

    public LazyHttp(TimeSource time, Executor completions, DoubleSupplier jitter) {
        this.time = time;
        this.completions = completions;
        this.jitter = jitter;
    }

    /** The client; the first call blocks to read the Java runtime's trusted certificates. */
    public synchronized Http get() {
        if (closed) {
            throw new IllegalStateException("The connector is closed.");
        }
        Http made = client;
        if (made == null) {
            SharedHttp owner = new SharedHttp(time, completions, jitter);
            made = owner.client(TlsOptions.standard());
            shared = owner;
            client = made;
        }
        return made;
    }

    @Override
    public void close() {
        SharedHttp made;
        synchronized (this) {
            closed = true;
            made = shared;
        }
        if (made != null) {
            made.close();
        }
    }
}
