package org.iotconnector.simulator.internal.onenet.ota;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.onenet.OtaType;

/** The upgrades of one device, at most one at a time for each type. */
public final class OtaTasks {
    /** Room for this many tasks between the numbers of two devices. */
    private static final long NUMBERS_PER_DEVICE = 1000;

    private static final String VERSION = "[A-Za-z0-9_.-]{1,20}";

    private final Map<Long, OtaJob> jobs = new LinkedHashMap<>();
    private long nextId;

    /**
     * Begins without tasks.
     *
     * @param deviceNumber unique, so that task numbers are too
     */
    public OtaTasks(long deviceNumber) {
        this.nextId = deviceNumber * NUMBERS_PER_DEVICE + 1;
    }

    /**
     * Makes a task, and cancels an unfinished one of this type.
     *
     * @param image the bytes to download, kept as they are
     */
    public OtaJob start(OtaType type, String target, byte[] image) {
        jobs.values().stream().filter(job -> job.type() == type).forEach(OtaJob::cancel);
        OtaJob job = new OtaJob(nextId++, type, target, image);
        jobs.put(job.id(), job);
        return job;
    }

    /** The unfinished task of this type. */
    public Optional<OtaJob> open(OtaType type) {
        return jobs.values().stream()
                .filter(job -> job.type() == type && !job.status().isFinal())
                .findFirst();
    }

    /** A task by its number. */
    public Optional<OtaJob> find(long id) {
        return Optional.ofNullable(jobs.get(id));
    }

    /** Whether a version is well-formed. */
    public static boolean isVersion(String version) {
        return version.matches(VERSION);
    }
}
