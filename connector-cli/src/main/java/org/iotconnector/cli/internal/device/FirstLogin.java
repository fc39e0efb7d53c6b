package org.iotconnector.cli.internal.device;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.iotconnector.cli.internal.CommandFailure;
import org.iotconnector.core.Device;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.Registration;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.SessionState;

/** Waits for a device to be online, for a command that is called once: what waiting does not mend ends it at once. */
final class FirstLogin {
    private final PrintWriter progress;
    private final Duration timeout;
    private final CompletableFuture<Optional<Failure>> decided = new CompletableFuture<>();
    private volatile String last = "";

    private FirstLogin(PrintWriter progress, Duration timeout) {
        this.progress = progress;
        this.timeout = timeout;
    }

    /**
     * Waits.
     *
     * @param progress hears of failures that may pass
     */
    static void await(Device device, Duration timeout, PrintWriter progress)
            throws InterruptedException, ExecutionException {
        FirstLogin login = new FirstLogin(progress, timeout);
        Registration listening = device.session().onState(login::on);
        try {
            login.await();
        } finally {
            listening.close();
        }
    }

    private void await() throws InterruptedException, ExecutionException {
        try {
            Optional<Failure> failure = decided.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (failure.isPresent()) {
                throw CommandFailure.failed(failure.get().explain());
            }
        } catch (TimeoutException late) {
            String reason = last.isEmpty() ? "The server has not answered." : last;
            throw CommandFailure.failed("Not online after " + seconds() + " s. " + reason);
        }
    }

    private void on(SessionState state) {
        if (state.phase() == SessionPhase.ONLINE) {
            decided.complete(Optional.empty());
        }
        Failure failure = state.failure().orElse(null);
        if (failure == null) {
            return;
        }
        if (failure.kind().slowsDown()) {
            decided.complete(Optional.of(failure));
        } else if (!last.equals(failure.explain())) {
            last = failure.explain();
            progress.println("iotc: " + failure.message() + " Trying again for up to " + seconds() + " s.");
            progress.flush();
        }
    }

    private double seconds() {
        return timeout.toMillis() / 1000.0;
    }
}
