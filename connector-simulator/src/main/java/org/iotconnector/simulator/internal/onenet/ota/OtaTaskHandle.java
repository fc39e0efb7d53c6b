package org.iotconnector.simulator.internal.onenet.ota;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.SimulatedPlatform;
import org.iotconnector.simulator.internal.time.SimulatorLoop;
import org.iotconnector.simulator.onenet.DeviceReply;
import org.iotconnector.simulator.onenet.OtaStatus;
import org.iotconnector.simulator.onenet.OtaTask;
import org.iotconnector.simulator.onenet.OtaType;

/** A task for callers of any thread. */
public final class OtaTaskHandle implements OtaTask {
    private final SimulatedPlatform platform;
    private final SimulatorLoop loop;
    private final OtaJob job;
    private final CompletableFuture<DeviceReply> announcement;

    /** Wraps a task. */
    public OtaTaskHandle(
            SimulatedPlatform platform, SimulatorLoop loop, OtaJob job, CompletableFuture<DeviceReply> announcement) {
        this.platform = platform;
        this.loop = loop;
        this.job = job;
        this.announcement = announcement;
    }

    @Override
    public long id() {
        return job.id();
    }

    @Override
    public OtaType type() {
        return job.type();
    }

    @Override
    public String targetVersion() {
        return job.target();
    }

    @Override
    public OtaStatus status() {
        return loop.call(job::status);
    }

    @Override
    public List<Integer> steps() {
        return loop.call(job::steps);
    }

    @Override
    public List<String> downloads() {
        return loop.call(job::downloads);
    }

    @Override
    public CompletableFuture<DeviceReply> announcement() {
        return announcement.copy();
    }

    @Override
    public void cancel() {
        loop.run(job::cancel);
    }

    @Override
    public void await(OtaStatus status, Duration timeout) {
        platform.await(
                "OTA task [" + id() + "] to reach " + status, () -> loop.call(() -> job.reached(status)), timeout);
    }

    @Override
    public String toString() {
        return "OtaTask[" + id() + " " + type() + " " + targetVersion() + "]";
    }
}
