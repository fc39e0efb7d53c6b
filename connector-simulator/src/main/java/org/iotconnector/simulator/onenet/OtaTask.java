package org.iotconnector.simulator.onenet;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** An upgrade of one device as the cloud side sees it. Implemented by the simulator only, so it may grow. Thread-safe. */
public interface OtaTask {

    /** The task's number ({@code tid}). */
    long id();

    /** What it replaces. */
    OtaType type();

    /** The version the device shall have. */
    String targetVersion();

    /** Its state. */
    OtaStatus status();

    /** Accepted progress and result codes in the order they came: 0 to 100 percent, 101 to 107, 201 to 207. */
    List<Integer> steps();

    /** Byte ranges that were asked for, in order, as {@code first-last}; a download that was cut is among them in full. */
    List<String> downloads();

    /** The device's reply to the notice ({@code ota/inform}) that went out when the task was made. */
    CompletableFuture<DeviceReply> announcement();

    /** Ends it from the cloud side. Has no effect when it has ended. */
    void cancel();

    /**
     * Waits until it has this state, or had it and went on.
     *
     * @throws org.iotconnector.simulator.SimulatorTimeoutException if it has not in time
     */
    void await(OtaStatus status, Duration timeout);
}
