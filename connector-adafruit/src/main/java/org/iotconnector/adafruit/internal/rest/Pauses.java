package org.iotconnector.adafruit.internal.rest;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.core.http.Http;

/** The pause that the platform asked for, which holds back every request of a client. Thread-safe. */
final class Pauses {
    private final Http http;
    private Pause current = new Pause(CompletableFuture.completedFuture(null), Duration.ZERO, "");

    Pauses(Http http) {
        this.http = http;
    }

    /**
     * One pause.
     *
     * @param over completes at its end
     * @param text what the platform said
     */
    record Pause(CompletableFuture<Void> over, Duration length, String text) {
        boolean outlasts(Duration limit) {
            return !over.isDone() && length.compareTo(limit) > 0;
        }
    }

    synchronized Pause current() {
        return current;
    }

    /** Begins a pause; one that lasts longer stays. */
    synchronized void begin(Duration length, String text) {
        CompletableFuture<Void> passed = http.delay(length);
        boolean longer = current.over.isDone() || length.compareTo(current.length) > 0;
        CompletableFuture<Void> both = current.over.isDone() ? passed : CompletableFuture.allOf(current.over, passed);
        current = longer ? new Pause(both, length, text) : new Pause(both, current.length, current.text);
    }
}
