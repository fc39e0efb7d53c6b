package org.iotconnector.core.internal.session;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.iotconnector.core.AuthenticationException;
import org.iotconnector.core.ConnectionLostException;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.Registration;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.SessionState;

/** Blocks a caller until a session is online, or until it is clear that waiting does not help. */
final class OnlineWaiter {
    private final StateListeners listeners;
    private final Supplier<SessionState> present;
    private final String name;

    OnlineWaiter(StateListeners listeners, Supplier<SessionState> present, String name) {
        this.listeners = listeners;
        this.present = present;
        this.name = name;
    }

    void await(Duration timeout) {
        CompletableFuture<SessionState> decided = new CompletableFuture<>();
        Registration watching = listeners.add(
                state -> {
                    if (isDecided(state)) {
                        decided.complete(state);
                    }
                },
                present);
        try {
            check(decided.get(Math.max(0, timeout.toNanos()), TimeUnit.NANOSECONDS), " cannot come online.");
        } catch (TimeoutException e) {
            check(present.get(), " is not online after " + timeout.toMillis() + " ms.");
        } catch (ExecutionException e) {
            throw new IllegalStateException("Waiting for " + name + " failed; this is a bug in connector-core.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionLostException("Waiting for " + name + " was interrupted.", present.get());
        } finally {
            watching.close();
        }
    }

    private void check(SessionState state, String otherwise) {
        if (state.phase() == SessionPhase.ONLINE) {
            return;
        }
        Optional<Failure> refusal = state.failure().filter(OnlineWaiter::refused);
        if (refusal.isPresent()) {
            throw new AuthenticationException(refusal.get());
        }
        throw new ConnectionLostException(name + otherwise, state);
    }

    private static boolean isDecided(SessionState state) {
        return switch (state.phase()) {
            case ONLINE, STOPPED, CLOSING, CLOSED -> true;
            default -> state.failure().filter(OnlineWaiter::refused).isPresent();
        };
    }

    private static boolean refused(Failure failure) {
        return failure.kind() == FailureKind.CREDENTIAL_REFUSED || failure.kind() == FailureKind.NOT_AUTHORIZED;
    }
}
