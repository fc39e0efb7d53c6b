package org.iotconnector.cli.internal.simulator;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A simulated platform with one lamp on it that a virtual device can be. */
interface DemoPlatform extends AutoCloseable {
    /** The platform's id. */
    String id();

    /** The settings of the lamp, by key, its secret included. */
    Map<String, String> settings();

    /** Tells the lamp to switch, as the cloud would; completes when the lamp has answered, or failed to. */
    CompletableFuture<Answer> switchLight(boolean on);

    @Override
    void close();

    /**
     * What the platform got from the lamp.
     *
     * @param success whether the lamp says that it was done
     * @param text for people
     */
    record Answer(boolean success, String text) {}
}
