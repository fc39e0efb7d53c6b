package org.iotconnector.adafruit.rest;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.iotconnector.core.session.RateBudget;

/** Remembers what was taken of it; gives at once unless it is held. */
final class RecordingBudget implements RateBudget {
    final List<Integer> taken = new CopyOnWriteArrayList<>();
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    volatile CompletableFuture<Void> room = CompletableFuture.completedFuture(null);

    @Override
    public CompletableFuture<Void> take(int permits) {
        taken.add(permits);
        return room.copy();
    }

    @Override
    public void pause(Duration length) {
        pauses.add(length);
    }

    int sum() {
        return taken.stream().mapToInt(permits -> permits).sum();
    }
}
