package org.iotconnector.simulator.onenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.iotconnector.simulator.Fault;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.SimulatorTimeoutException;
import org.iotconnector.simulator.testing.Client;
import org.iotconnector.simulator.testing.OneNetCaller;
import org.iotconnector.simulator.testing.OneNetThing;
import org.iotconnector.simulator.testing.OneNetTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OneNET, "OTA", read 2026-11. */
class OneNetOtaTest {
    private static final String BASE = "/fuse-ota/Demo0Prod1/lamp-1";
    private static final byte[] IMAGE = "0123456789".repeat(100).getBytes(StandardCharsets.US_ASCII);

    private final Simulator simulator = Simulator.builder().demoOneNet().start();
    private final OneNetDevice lamp = simulator.onenet().device("Demo0Prod1/lamp-1");
    private final OneNetCaller device = new OneNetCaller(simulator, OneNetTokens.lamp());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void version_reported_isReadBack() {
        device.post(BASE + "/version", "{'s_version':'V1.3','f_version':'V2.0'}");

        assertThat(device.get(BASE + "/version"))
                .containsEntry("code", 0)
                .containsEntry("msg", "succ")
                .containsEntry("data", Map.of("s_version", "V1.3", "f_version", "V2.0"));
    }

    @Test
    void version_onlyOneKind_isEnough() {
        device.post(BASE + "/version", "{'s_version':'V1.3'}");

        assertThat(device.get(BASE + "/version")).containsEntry("data", Map.of("s_version", "V1.3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'s_version':'1 3'}", "{'s_version':'123456789012345678901'}"})
    void version_malformed_isCode27(String body) {
        assertThat(device.post(BASE + "/version", body)).containsEntry("code", 27);
    }

    @Test
    void version_neither_isCode2() {
        assertThat(device.post(BASE + "/version", "{}")).containsEntry("code", 2);
    }

    @Test
    void check_noTask_isCode11() {
        assertThat(device.get(BASE + "/check?type=1&version=1.0")).containsEntry("code", 11);
    }

    @Test
    void check_task_tellsAllAboutIt() {
        OtaTask task = lamp.startOta(OtaType.SOFTWARE, "1.4", IMAGE);

        assertThat(device.get(BASE + "/check?type=2&version=1.3"))
                .containsEntry("code", 0)
                .containsEntry(
                        "data",
                        Map.of(
                                "target",
                                "1.4",
                                "tid",
                                (int) task.id(),
                                "size",
                                1000,
                                "md5",
                                "427008b3fe192f663d665f56cd75716c",
                                "status",
                                1,
                                "type",
                                1));
    }

    @Test
    void check_otherType_findsNoTask() {
        lamp.startOta(OtaType.SOFTWARE, "1.4", IMAGE);

        assertThat(device.get(BASE + "/check?type=1&version=1.3")).containsEntry("code", 11);
    }

    @Test
    void check_targetIsRunning_findsNoTask() {
        lamp.startOta(OtaType.SOFTWARE, "1.4", IMAGE);

        assertThat(device.get(BASE + "/check?type=2&version=1.4")).containsEntry("code", 11);
    }

    @ParameterizedTest
    @CsvSource({"check?version=1.3, 10400", "check?type=3&version=1, 10400", "check?type=2&version=a%20b, 27"})
    void check_badParameter_isRefused(String call, int code) {
        assertThat(device.get(BASE + "/" + call)).containsEntry("code", code);
    }

    @Test
    void download_whole_isStatus200WithName() {
        OtaTask task = lamp.startOta(OtaType.SOFTWARE, "1.4", IMAGE);

        HttpResponse<byte[]> response = device.send(device.request(BASE + "/" + task.id() + "/download"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(IMAGE);
        assertThat(response.headers().firstValue("Ota-Errno")).contains("0");
        assertThat(response.headers().firstValue("Content-Disposition")).contains("attachment;filename=\"1.4.bin\"");
    }

    @ParameterizedTest
    @CsvSource({"0-9, 0, 10", "bytes=100-, 100, 1000", "bytes=-10, 990, 1000"})
    void download_range_isStatus206WithItsBytes(String range, int first, int end) {
        OtaTask task = lamp.startOta(OtaType.SOFTWARE, "1.4", IMAGE);

        HttpResponse<byte[]> response =
                device.send(device.request(BASE + "/" + task.id() + "/download").header("Range", range));

        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(response.body()).isEqualTo(Arrays.copyOfRange(IMAGE, first, end));
        assertThat(response.headers().firstValue("Content-Range"))
                .contains("bytes " + first + "-" + (end - 1) + "/1000");
        assertThat(task.downloads()).containsExactly(first + "-" + (end - 1));
    }

    @Test
    void download_first_movesTaskToDownloading() {
        OtaTask task = lamp.startOta(OtaType.SOFTWARE, "1.4", IMAGE);

        device.send(device.request(BASE + "/" + task.id() + "/download"));

        assertThat(device.get(BASE + "/" + task.id() + "/check")).containsEntry("data", Map.of("status", 2));
        assertThat(task.status()).isEqualTo(OtaStatus.DOWNLOADING);
    }

    @Test
    void status_fullUpgrade_endsInSuccessWithTheNewVersion() {
        OtaTask task = lamp.startOta(OtaType.SOFTWARE, "1.4", IMAGE);
        device.send(device.request(BASE + "/" + task.id() + "/download"));

        step(task, 50);
        step(task, 100);
        step(task, 201);

        assertThat(task.status()).isEqualTo(OtaStatus.SUCCEEDED);
        assertThat(task.steps()).containsExactly(50, 100, 201);
        assertThat(device.get(BASE + "/version")).containsEntry("data", Map.of("s_version", "1.4"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 101, 201, 205})
    void status_beforeDownload_isInvalidState(int step) {
        OtaTask task = lamp.startOta(OtaType.SOFTWARE, "1.4", IMAGE);

        assertThat(step(task, step)).isEqualTo(17);
        assertThat(task.steps()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 100, 101, 102})
    void status_downloadStepWhileUpgrading_isInvalidState(int step) {
        OtaTask task = lamp.startOta(OtaType.SOFTWARE, "1.4", IMAGE);
        device.send(device.request(BASE + "/" + task.id() + "/download"));
        step(task, 100);

        assertThat(step(task, step)).isEqualTo(17);
    }

    @Test
    void status_successWhileDownloading_isInvalidState() {
        OtaTask task = lamp.startOta(OtaType.SOFTWARE, "1.4", IMAGE);
        device.send(device.request(BASE + "/" + task.id() + "/download"));

        assertThat(step(task, 201)).isEqualTo(17);
    }

    @ParameterizedTest
    @ValueSource(ints = {102, 107, 202, 205, 207})
    void status_failure_endsTheTask(int step) {
        OtaTask task = lamp.startOta(OtaType.SOFTWARE, "1.4", IMAGE);
        device.send(device.request(BASE + "/" + task.id() + "/download"));

        step(task, step);

        assertThat(task.status()).isEqualTo(OtaStatus.FAILED);
        assertThat(step(task, 50)).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {108, 150, 208, 999})
    void status_unknownStep_isCode2(int step) {
        OtaTask task = lamp.startOta(OtaType.SOFTWARE, "1.4", IMAGE);

        assertThat(step(task, step)).isEqualTo(2);
    }

    @Test
    void download_finishedTask_isCode20InBodyAndHeader() {
        OtaTask task = lamp.startOta(OtaType.SOFTWARE, "1.4", IMAGE);
        step(task, 105);

        HttpResponse<byte[]> response = device.send(device.request(BASE + "/" + task.id() + "/download"));

        assertThat(OneNetCaller.json(response)).containsEntry("code", 20).containsEntry("msg", "task finish");
        assertThat(response.headers().firstValue("Ota-Errno")).contains("20");
    }

    @Test
    void cancel_whileDownloading_isToldToTheDevice() {
        OtaTask task = lamp.startOta(OtaType.SOFTWARE, "1.4", IMAGE);
        device.send(device.request(BASE + "/" + task.id() + "/download"));

        task.cancel();

        assertThat(step(task, 50)).isEqualTo(22);
        assertThat(device.get(BASE + "/" + task.id() + "/check")).containsEntry("data", Map.of("status", 6));
    }

    @Test
    void startOta_secondOfSameType_cancelsTheFirst() {
        OtaTask first = lamp.startOta(OtaType.SOFTWARE, "1.4", IMAGE);

        OtaTask second = lamp.startOta(OtaType.SOFTWARE, "1.5", IMAGE);

        assertThat(first.status()).isEqualTo(OtaStatus.CANCELLED);
        assertThat(second.status()).isEqualTo(OtaStatus.PENDING);
    }

    @Test
    void startOta_malformedVersion_isRefused() {
        assertThatThrownBy(() -> lamp.startOta(OtaType.SOFTWARE, "1 4", IMAGE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[1 4]");
    }

    @Test
    void startOta_emptyImage_isRefused() {
        assertThatThrownBy(() -> lamp.startOta(OtaType.SOFTWARE, "1.4", new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void startOta_offlineDevice_announcementSaysSo() {
        OtaTask task = lamp.startOta(OtaType.SOFTWARE, "1.4", IMAGE);

        assertThat(task.announcement().join().outcome()).isEqualTo(DeviceReply.Outcome.OFFLINE);
    }

    @Test
    void startOta_onlineDevice_isAnnouncedByInform() {
        try (OneNetThing thing = new OneNetThing(simulator).subscribe("ota/inform")) {
            OtaTask task = lamp.startOta(OtaType.SOFTWARE, "1.4", IMAGE);

            thing.answer("_reply", "'code':200,'msg':'success'");

            assertThat(Client.await(task.announcement()).isSuccess()).isTrue();
        }
    }

    @Test
    void download_cutAndResumed_isComplete() {
        OtaTask task = lamp.startOta(OtaType.SOFTWARE, "1.4", IMAGE);
        String path = BASE + "/" + task.id() + "/download";
        simulator.onenet().inject(lamp.id(), new Fault.CutHttp("/download", 400, 1));

        assertThatThrownBy(() -> device.send(device.request(path))).hasCauseInstanceOf(IOException.class);
        HttpResponse<byte[]> rest = device.send(device.request(path).header("Range", "bytes=400-"));

        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(IMAGE, 400, 1000));
        assertThat(task.downloads()).containsExactly("0-999", "400-999");
    }

    @Test
    void await_stateThatDoesNotCome_timesOut() {
        OtaTask task = lamp.startOta(OtaType.SOFTWARE, "1.4", IMAGE);

        assertThatThrownBy(() -> task.await(OtaStatus.SUCCEEDED, Duration.ofMillis(10)))
                .isInstanceOf(SimulatorTimeoutException.class);
    }

    @Test
    void await_statePassed_returnsAtOnce() {
        OtaTask task = lamp.startOta(OtaType.SOFTWARE, "1.4", IMAGE);
        device.send(device.request(BASE + "/" + task.id() + "/download"));
        step(task, 100);

        task.await(OtaStatus.DOWNLOADING, Duration.ofSeconds(5));

        assertThat(task.status()).isEqualTo(OtaStatus.UPGRADING);
    }

    @Test
    void taskOfOtherDevice_anyCall_isCode11() {
        assertThat(device.get(BASE + "/1/check")).containsEntry("code", 11);
    }

    @Test
    void studioBase_anyCall_hasStudioEnvelope() {
        assertThat(device.get("/ota/Demo0Prod1/lamp-1/check?type=1&version=1.0"))
                .containsEntry("errno", 11)
                .containsEntry("error", "no task")
                .doesNotContainKey("request_id");
    }

    private int step(OtaTask task, int step) {
        Object code = device.post(BASE + "/" + task.id() + "/status", "{'step':" + step + "}")
                .get("code");
        return Integer.parseInt(String.valueOf(code));
    }
}
