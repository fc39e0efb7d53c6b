package org.iotconnector.onenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.PlatformRejectedException;
import org.iotconnector.core.http.DownloadProgress;
import org.iotconnector.core.http.Downloaded;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.simulator.onenet.OtaStatus;
import org.iotconnector.simulator.onenet.OtaType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Upgrades and files of a device against the simulated platform. */
class OneNetOtaTest {
    private static final byte[] IMAGE = image();

    @TempDir
    private Path folder;

    private final SimulatedOneNet cloud = new SimulatedOneNet();
    private final Connector connector = Connector.create();
    private final OneNetConfig config = config(Devices.DEVICE_KEY);
    private final OneNetOta ota = OneNetOta.of(connector.http(), config);

    private static byte[] image() {
        byte[] image = new byte[200_000];
        new Random(7).nextBytes(image);
        return image;
    }

    private OneNetConfig config(String key) {
        return Devices.withoutKey()
                .deviceKey(Secret.of(key))
                .endpoint(cloud.platform().mqttUri().toString())
                .apiEndpoint(cloud.platform().httpUri())
                .build();
    }

    @AfterEach
    void close() {
        connector.close();
        cloud.close();
    }

    @Test
    void versions_reported_areWhatThePlatformKnows() {
        ota.reportVersions(OtaVersions.ofSoftware("1.0").withFirmware("V2.3")).join();

        assertThat(ota.versions().join())
                .isEqualTo(OtaVersions.ofSoftware("1.0").withFirmware("V2.3"));
    }

    @Test
    void check_withoutATask_isEmpty() {
        assertThat(ota.check(OtaKind.SOFTWARE, "1.0").join()).isEmpty();
    }

    @Test
    void check_withATask_describesIt() {
        cloud.device().startOta(OtaType.SOFTWARE, "1.1", IMAGE);

        OtaTask task = ota.check(OtaKind.SOFTWARE, "1.0").join().orElseThrow();

        assertThat(task.target()).isEqualTo("1.1");
        assertThat(task.size()).isEqualTo(IMAGE.length);
        assertThat(task.state()).isEqualTo(OtaState.PENDING);
        assertThat(task.differential()).isFalse();
    }

    @Test
    void download_ofATask_isCheckedAndToldInSteps() throws Exception {
        var simulated = cloud.device().startOta(OtaType.SOFTWARE, "1.1", IMAGE);
        OtaTask task = ota.check(OtaKind.SOFTWARE, "1.0").join().orElseThrow();
        List<DownloadProgress> told = Collections.synchronizedList(new ArrayList<>());

        Downloaded downloaded = ota.download(task, folder.resolve("image.bin"), told::add)
                .result()
                .get(20, TimeUnit.SECONDS);

        assertThat(downloaded.file()).hasBinaryContent(IMAGE);
        assertThat(simulated.steps()).last().isEqualTo(100);
        assertThat(simulated.status()).isEqualTo(OtaStatus.UPGRADING);
        assertThat(told).isNotEmpty();
        assertThat(ota.state(task).join()).isEqualTo(OtaState.UPGRADING);
    }

    @Test
    void success_reported_endsTheTaskWithTheNewVersion() throws Exception {
        var simulated = cloud.device().startOta(OtaType.SOFTWARE, "1.1", IMAGE);
        OtaTask task = ota.check(OtaKind.SOFTWARE, "1.0").join().orElseThrow();
        ota.download(task, folder.resolve("image.bin"), progress -> {}).result().get(20, TimeUnit.SECONDS);

        ota.reportSuccess(task).join();

        assertThat(simulated.status()).isEqualTo(OtaStatus.SUCCEEDED);
        assertThat(ota.versions().join().software()).contains("1.1");
    }

    @Test
    void failure_reported_endsTheTask() {
        var simulated = cloud.device().startOta(OtaType.SOFTWARE, "1.1", IMAGE);
        OtaTask task = ota.check(OtaKind.SOFTWARE, "1.0").join().orElseThrow();

        ota.reportFailure(task, OtaFailure.BATTERY_LOW).join();

        assertThat(simulated.status()).isEqualTo(OtaStatus.FAILED);
    }

    @Test
    void call_withAWrongKey_isRejectedWithAdvice() {
        OneNetOta wrong = OneNetOta.of(connector.http(), config(Devices.PRODUCT_KEY.replace('M', 'N')));

        assertThatThrownBy(() -> wrong.versions().join())
                .hasCauseInstanceOf(PlatformRejectedException.class)
                .hasMessageContaining("clock");
    }

    @Test
    void notice_ofATask_isAnsweredAndTold() throws Exception {
        Device device = connector.open(config);
        CountDownLatch noticed = new CountDownLatch(1);
        OneNetOta.onNotice(device, config, noticed::countDown);
        device.awaitOnline(Duration.ofSeconds(10));
        cloud.device()
                .awaitSubscribed(
                        "$sys/" + Devices.PRODUCT_ID + "/" + Devices.DEVICE_NAME + "/ota/inform",
                        Duration.ofSeconds(10));

        var reply = cloud.device().informOta().get(10, TimeUnit.SECONDS);

        assertThat(noticed.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(reply.code()).hasValue(200);
    }

    @Test
    void file_uploadedAndDownloaded_isTheSame() throws Exception {
        OneNetFiles files = OneNetFiles.of(connector.http(), config);
        Path log = Files.writeString(folder.resolve("log.txt"), "23.6 °C\n");

        String id = files.upload(log).join();
        Path copy = files.download(id, folder.resolve("copy.txt"), progress -> {})
                .result()
                .get(20, TimeUnit.SECONDS)
                .file();

        assertThat(copy).hasContent("23.6 °C\n");
        assertThat(cloud.device().files()).hasSize(1);
    }

    @Test
    void upload_ofAnotherKindOfFile_isRejectedWithAdvice() throws Exception {
        OneNetFiles files = OneNetFiles.of(connector.http(), config);
        Path program = Files.writeString(folder.resolve("tool.exe"), "MZ");

        assertThatThrownBy(() -> files.upload(program).join())
                .hasCauseInstanceOf(PlatformRejectedException.class)
                .hasMessageContaining("jpeg");
    }

    @Test
    void upload_ofAMissingFile_saysSo() {
        OneNetFiles files = OneNetFiles.of(connector.http(), config);

        assertThatThrownBy(() -> files.upload(folder.resolve("none.txt")).join())
                .hasMessageContaining("none.txt")
                .hasMessageContaining("cannot be read");
    }

    @Test
    void remoteConfiguration_published_isFetched() {
        OneNetFiles files = OneNetFiles.of(connector.http(), config);
        assertThat(files.remoteConfiguration().join()).isEqualTo(Optional.empty());
        cloud.device().remoteConfig("{\"interval\":5}");

        byte[] fetched = files.remoteConfiguration().join().orElseThrow().toArray();

        assertThat(new String(fetched, StandardCharsets.UTF_8)).isEqualTo("{\"interval\":5}");
    }
}
