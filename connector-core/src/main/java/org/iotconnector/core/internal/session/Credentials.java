package org.iotconnector.core.internal.session;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.iotconnector.core.AuthenticationException;
import org.iotconnector.core.internal.concurrent.Mailbox;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.SessionConfig;
import org.jspecify.annotations.Nullable;

/**
 * What each CONNECT needs, computed by the platform's clock as far as that is known, and what a refusal means when the
 * two clocks differ. Lives on the session's mailbox.
 */
final class Credentials {
    /** How long a refused session waits for the platform's time before it goes by what it knows. */
    private static final Duration ASK_LIMIT = Duration.ofSeconds(5);

    private static final Duration LONGEST_MARGIN = Duration.ofSeconds(30);
    /** Without a known end of the credentials, a clock that is less behind does not explain a refusal. */
    private static final Duration TOLERATED = Duration.ofMinutes(1);

    private final SessionConfig config;
    private final SessionContext context;
    private final Mailbox mailbox;
    private final SessionLog log;

    private Optional<Instant> validUntil = Optional.empty();

    Credentials(SessionConfig config, SessionContext context, Mailbox mailbox, SessionLog log) {
        this.config = config;
        this.context = context;
        this.mailbox = mailbox;
        this.log = log;
    }

    /** Is told what a failure turned out to be. */
    interface Verdict {
        /** {@code mended} says whether the next attempt will not fail for the same reason. */
        void accept(Failure failure, boolean mended);
    }

    /**
     * Computes the parameters for an attempt now.
     *
     * @throws AuthenticationException when that fails
     */
    ConnectParameters compute() {
        try {
            ConnectParameters parameters = config.parameters().apply(now());
            validUntil = parameters.validUntil();
            return parameters;
        } catch (AuthenticationException known) {
            throw known;
        } catch (RuntimeException | Error e) {
            log.refusedParameters(e);
            throw new AuthenticationException(Failure.of(
                    FailureKind.CREDENTIAL_REFUSED,
                    "The connect parameters of " + config.name() + " could not be computed.",
                    "The log names the exception and its place.",
                    null));
        }
    }

    private Instant now() {
        return context.clocks().now(config.timeReference());
    }

    /** When the credentials of the connection that was just made have to be replaced; empty for never. */
    Optional<Duration> renewIn() {
        return validUntil
                .map(end -> Duration.between(now(), end))
                .filter(life -> !life.isNegative() && !life.isZero())
                .map(life -> life.minus(margin(life)));
    }

    private static Duration margin(Duration life) {
        Duration fifth = life.dividedBy(5);
        return fifth.compareTo(LONGEST_MARGIN) < 0 ? fifth : LONGEST_MARGIN;
    }

    /** Finds out whether a refusal is the clock's fault; answers once, on the mailbox or at once. */
    void diagnose(Failure failure, Verdict verdict) {
        Optional<URI> reference = config.timeReference();
        if (failure.kind() != FailureKind.CREDENTIAL_REFUSED || reference.isEmpty()) {
            verdict.accept(failure, false);
            return;
        }
        AtomicBoolean answered = new AtomicBoolean();
        Instant ours = now();
        context.time().schedule(ASK_LIMIT, () -> answer(answered, failure, null, ours, verdict));
        context.clocks()
                .correct(reference.get())
                .whenComplete(
                        (behind, unknown) -> answer(answered, failure, unknown == null ? behind : null, ours, verdict));
    }

    private void answer(
            AtomicBoolean answered, Failure failure, @Nullable Duration behind, Instant ours, Verdict verdict) {
        if (!answered.compareAndSet(false, true)) {
            return;
        }
        mailbox.post(() -> {
            if (behind != null && explainsRefusal(behind, ours)) {
                verdict.accept(clockFailure(failure, behind, ours), true);
            } else {
                verdict.accept(failure, false);
            }
        });
    }

    private boolean explainsRefusal(Duration behind, Instant ours) {
        Instant theirs = ours.plus(behind);
        return validUntil.map(end -> !end.isAfter(theirs)).orElseGet(() -> behind.compareTo(TOLERATED) > 0);
    }

    private static Failure clockFailure(Failure failure, Duration behind, Instant ours) {
        return new Failure(
                FailureKind.CLOCK,
                "This machine's clock is " + behind.toSeconds() + " s behind the platform's (it said " + ours
                        + "), so the credentials had ended before they were sent.",
                "Set the clock, for example by NTP. Until then this connector goes by the platform's time.",
                failure.code(),
                Optional.empty(),
                failure.cause());
    }
}
