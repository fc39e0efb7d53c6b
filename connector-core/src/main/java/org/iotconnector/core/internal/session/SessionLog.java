package org.iotconnector.core.internal.session;

import java.time.Duration;
import org.iotconnector.core.internal.trace.SessionTrace;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.RetryLaterException;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.session.SessionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * What a session says in the log: silent while healthy, INFO when connected or recovered, WARN on the first loss and on
 * every new kind of failure, DEBUG for the attempts between; every state goes to its trace. Lives on the session's mailbox.
 */
final class SessionLog {
    private static final Logger LOG = LoggerFactory.getLogger("org.iotconnector.core.session");

    private final String name;
    private final SessionTrace trace;
    private String where = "";
    private boolean plainSaid;
    private long lostAt;
    private boolean lost;
    private boolean wasOnline;
    private String lastWarning = "";
    private String lastEnd = "";

    SessionLog(String name, SessionTrace trace) {
        this.name = name;
        this.trace = trace;
    }

    /** Where the session's packets and timers are written down, too. */
    SessionTrace trace() {
        return trace;
    }

    void on(SessionState state, long now) {
        trace.state(state);
        if (state.phase() == SessionPhase.ONLINE) {
            online(state, now);
        } else if (state.phase() == SessionPhase.CLOSED) {
            LOG.debug("{}: closed", name);
        } else {
            state.failure()
                    .ifPresentOrElse(failure -> failed(state, failure, now), () -> LOG.debug("{}: {}", name, state));
        }
    }

    private void online(SessionState state, long now) {
        if (lost) {
            LOG.info(
                    "{}: online again at {}, attempt {}, after {} ms",
                    name,
                    where,
                    state.attempt(),
                    Duration.ofNanos(now - lostAt).toMillis());
        } else if (wasOnline) {
            LOG.debug("{}: online at {} with new credentials", name, where);
        } else {
            LOG.info("{}: online at {}", name, where);
        }
        wasOnline = true;
        lost = false;
        lastWarning = "";
    }

    private void failed(SessionState state, Failure failure, long now) {
        if (!lost) {
            lost = true;
            lostAt = now;
        }
        String warning = failure.kind().name();
        if (warning.equals(lastWarning)) {
            LOG.debug("{}: {}", name, state);
            return;
        }
        lastWarning = warning;
        LOG.warn(
                "{}: {} {} {}",
                name,
                failure.message(),
                failure.advice(),
                state.retryIn()
                        .map(delay -> "Next attempt in " + delay.toMillis() + " ms.")
                        .orElse(""));
    }

    /** The next attempt goes to {@code endpoint}; of one without TLS the log says so once. */
    void connectingTo(Endpoint endpoint) {
        where = endpoint.toString();
        if (!endpoint.tls() && !plainSaid) {
            plainSaid = true;
            LOG.info("{}: {} has no TLS: what is sent, the password included, can be read on the way", name, where);
        }
    }

    /** Says once what will not work for long. */
    void warned(Failure warning) {
        if (!warning.message().equals(lastEnd)) {
            lastEnd = warning.message();
            LOG.warn("{}: {} {}", name, warning.message(), warning.advice());
        }
    }

    void handlerFailed(String topic, Throwable e) {
        LOG.warn("{}: the handler for [{}] failed; the next message is delivered all the same", name, topic, e);
    }

    /** {@code again} for every try after the first. */
    void putOff(String topic, RetryLaterException e, boolean again) {
        LOG.atLevel(again ? Level.DEBUG : Level.WARN)
                .log(
                        "{}: the handler for [{}] puts the message off and gets it again in {} ms: {}",
                        name,
                        topic,
                        e.delay().toMillis(),
                        e.getMessage());
    }

    void listenerFailed(Throwable e) {
        LOG.warn("{}: a state listener failed; the next notice is given all the same", name, e);
    }

    void dropped(String topic, String why) {
        LOG.debug("{}: message on [{}] dropped: {}", name, topic, why);
    }

    void quarantined(String topic, String why) {
        LOG.warn("{}: a message on [{}] was set aside: {}", name, topic, why);
    }

    private static String placeOf(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }

    void refusedParameters(Throwable e) {
        // Not its text: it may quote what it was computed from, and that is a secret.
        LOG.warn(
                "{}: computing the connect parameters failed with {} at {}",
                name,
                e.getClass().getName(),
                placeOf(e));
    }
}
