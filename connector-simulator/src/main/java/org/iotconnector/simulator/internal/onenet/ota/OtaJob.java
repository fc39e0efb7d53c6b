package org.iotconnector.simulator.internal.onenet.ota;

import java.util.ArrayList;
import java.util.List;
import org.iotconnector.simulator.internal.onenet.Digest;
import org.iotconnector.simulator.onenet.OtaStatus;
import org.iotconnector.simulator.onenet.OtaType;

/** One upgrade and its state machine. Its image array is shared and must not be changed. */
public final class OtaJob {
    private static final int ALL_PERCENT = 100;
    private static final int DOWNLOADED = 101;
    private static final int LAST_DOWNLOAD_FAILURE = 107;
    private static final int SUCCESS = 201;
    private static final int LAST_UPGRADE_FAILURE = 207;

    private final long id;
    private final OtaType type;
    private final String target;
    private final byte[] image;
    private final String md5;
    private final List<Integer> steps = new ArrayList<>();
    private final List<String> downloads = new ArrayList<>();
    private final List<OtaStatus> passed = new ArrayList<>(List.of(OtaStatus.PENDING));

    OtaJob(long id, OtaType type, String target, byte[] image) {
        this.id = id;
        this.type = type;
        this.target = target;
        this.image = image;
        this.md5 = Digest.md5Hex(image);
    }

    /** The task's number. */
    public long id() {
        return id;
    }

    /** What it replaces. */
    public OtaType type() {
        return type;
    }

    /** The version to come. */
    public String target() {
        return target;
    }

    /** The bytes to download, not a copy. */
    public byte[] image() {
        return image;
    }

    /** Digest of the bytes, hexadecimal. */
    public String md5() {
        return md5;
    }

    /** Its state. */
    public OtaStatus status() {
        return passed.get(passed.size() - 1);
    }

    /** Whether it has or had this state. */
    boolean reached(OtaStatus status) {
        return passed.contains(status);
    }

    /** Accepted codes. */
    List<Integer> steps() {
        return List.copyOf(steps);
    }

    /** Ranges asked for. */
    List<String> downloads() {
        return List.copyOf(downloads);
    }

    /** A part is being downloaded. The first one begins the download. */
    public void download(long first, long last) {
        requireOpen();
        if (status() == OtaStatus.PENDING) {
            enter(OtaStatus.DOWNLOADING);
        }
        downloads.add(first + "-" + last);
    }

    /**
     * Takes a progress or result code.
     *
     * @throws OtaRefusal if it is none, or does not fit the state
     */
    public void step(int step) {
        requireOpen();
        OtaStatus next = next(step);
        steps.add(step);
        if (next != status()) {
            enter(next);
        }
    }

    private OtaStatus next(int step) {
        OtaStatus now = status();
        if (step >= 0 && step <= DOWNLOADED) {
            require(now == OtaStatus.DOWNLOADING, step);
            return step < ALL_PERCENT ? now : OtaStatus.UPGRADING;
        }
        if (step > DOWNLOADED && step <= LAST_DOWNLOAD_FAILURE) {
            // A device may find out before its first byte that it lacks room or power.
            require(now == OtaStatus.PENDING || now == OtaStatus.DOWNLOADING, step);
            return OtaStatus.FAILED;
        }
        if (step == SUCCESS) {
            require(now == OtaStatus.UPGRADING, step);
            return OtaStatus.SUCCEEDED;
        }
        if (step > SUCCESS && step <= LAST_UPGRADE_FAILURE) {
            require(now == OtaStatus.DOWNLOADING || now == OtaStatus.UPGRADING, step);
            return OtaStatus.FAILED;
        }
        throw new OtaRefusal(OtaCode.PARAMETER, "step is " + step + ", expected 0 to 107 or 201 to 207");
    }

    private void require(boolean fits, int step) {
        if (!fits) {
            throw new OtaRefusal(OtaCode.INVALID_STATE, "step " + step + " does not fit state " + status());
        }
    }

    /** Ends it from the cloud side. */
    void cancel() {
        if (!status().isFinal()) {
            enter(OtaStatus.CANCELLED);
        }
    }

    private void requireOpen() {
        if (status() == OtaStatus.CANCELLED) {
            throw new OtaRefusal(OtaCode.CANCELLED, "");
        }
        if (status().isFinal()) {
            throw new OtaRefusal(OtaCode.FINISHED, "");
        }
    }

    private void enter(OtaStatus status) {
        passed.add(status);
    }
}
