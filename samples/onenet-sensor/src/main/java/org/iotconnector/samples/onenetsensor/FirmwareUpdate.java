package org.iotconnector.samples.onenetsensor;

import java.nio.file.Path;
import java.util.Optional;
import org.iotconnector.core.Connector;
import org.iotconnector.core.http.DownloadProgress;
import org.iotconnector.onenet.OneNetConfig;
import org.iotconnector.onenet.OneNetOta;
import org.iotconnector.onenet.OtaKind;
import org.iotconnector.onenet.OtaTask;
import org.iotconnector.onenet.OtaVersions;

/** Takes new firmware from the platform: version, task, download with a progress bar, result. */
final class FirmwareUpdate {
    private static final String RUNNING = "1.0";
    private static final int WIDTH = 30;

    private final OneNetOta ota;

    FirmwareUpdate(Connector connector, OneNetConfig config) {
        this.ota = OneNetOta.of(connector.http(), config);
    }

    /** Looks for new firmware and takes it; returns when that is done. */
    void run() {
        ota.reportVersions(OtaVersions.ofSoftware(RUNNING)).join();
        Optional<OtaTask> task = ota.check(OtaKind.SOFTWARE, RUNNING).join();
        if (task.isEmpty()) {
            System.out.println("update  none; " + RUNNING + " is the newest");
            return;
        }
        System.out.println("update  " + RUNNING + " to " + task.get().target());
        Path image = Path.of(
                System.getProperty("java.io.tmpdir"), "sensor-" + task.get().target() + ".bin");
        ota.download(task.get(), image, FirmwareUpdate::show).result().join();
        // Here a real device writes the image to its flash and restarts; the new version then reports this.
        ota.reportSuccess(task.get()).join();
        System.out.println("update  done, the image is " + image);
    }

    private static void show(DownloadProgress progress) {
        int done = (int) (progress.percent().orElse(0) * WIDTH / 100);
        System.out.printf(
                "\rupdate  [%s%s] %3d %%%s",
                "#".repeat(done),
                "-".repeat(WIDTH - done),
                progress.percent().orElse(0),
                done == WIDTH ? System.lineSeparator() : "");
    }
}
