package org.iotconnector.simulator.onenet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.VirtualTime;
import org.iotconnector.simulator.testing.OneNetCaller;
import org.iotconnector.simulator.testing.OneNetTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OneNET Studio, "File management" and "Remote configuration", read 2026-11. */
class OneNetFilesTest {
    private static final String BASE = "/studio/Demo0Prod1/lamp-1/";
    private static final String CONFIG = "/studio/config/Demo0Prod1/lamp-1/outdownload";
    private static final byte[] CONTENT = "hello file".getBytes(StandardCharsets.US_ASCII);
    private static final String MD5 = "cf0be5077e7ed25a944c353d77df0f10";
    private static final String BOUNDARY = "boundary-of-the-test";

    private final VirtualTime time = VirtualTime.startingAt(Instant.parse("2026-11-21T10:00:00Z"));
    private final Simulator simulator =
            Simulator.builder().demoOneNet().time(time).start();
    private final OneNetDevice lamp = simulator.onenet().device("Demo0Prod1/lamp-1");
    private final OneNetCaller device = new OneNetCaller(simulator, OneNetTokens.lamp());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void upload_goodForm_storesTheFile() {
        Map<String, @Nullable Object> answer = upload(form(), CONTENT);

        assertThat(answer).containsEntry("errno", 0).containsEntry("error", "succ");
        assertThat(lamp.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("log.txt");
            assertThat(file.content()).isEqualTo(CONTENT);
            assertThat(file.md5()).isEqualTo(MD5);
            assertThat(answer.get("data")).isEqualTo(Map.of("uuid", file.uuid()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"md5", "filename", "size"})
    void upload_fieldMissing_isErrno3(String field) {
        Map<String, String> form = form();
        form.remove(field);

        assertThat(upload(form, CONTENT)).containsEntry("errno", 3);
        assertThat(lamp.files()).isEmpty();
    }

    @Test
    void upload_fileMissing_isErrno3() {
        assertThat(upload(form(), null)).containsEntry("errno", 3);
    }

    @ParameterizedTest
    @CsvSource({"size, 11, 10", "size, ten, 2", "md5, 00000000000000000000000000000000, 11", "filename, tool.exe, 6"})
    void upload_fieldWrong_isItsErrno(String field, String value, int errno) {
        Map<String, String> form = form();
        form.put(field, value);

        assertThat(upload(form, CONTENT)).containsEntry("errno", errno);
    }

    @Test
    void upload_noForm_isErrno2() {
        assertThat(device.post(BASE + "outupload", "{}")).containsEntry("errno", 2);
    }

    @Test
    void upload_moreThan20MiB_isErrno9() {
        byte[] large = new byte[20 * 1024 * 1024 + 1];

        assertThat(upload(form(), large)).containsEntry("errno", 9);
    }

    @Test
    void upload_foreignToken_isErrno1() {
        OneNetCaller stranger = new OneNetCaller(simulator, OneNetTokens.user());

        Map<String, @Nullable Object> answer = OneNetCaller.json(stranger.send(multipart(stranger, form(), CONTENT)));

        assertThat(answer).containsEntry("errno", 1);
    }

    @Test
    void download_stored_comesWithErrnoHeader() {
        DeviceFile file = lamp.putFile("map.txt", CONTENT);

        HttpResponse<byte[]> response = device.send(device.request(BASE + file.uuid() + "/outdownload"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(CONTENT);
        assertThat(response.headers().firstValue("Studio-SysFile-Errno")).contains("0");
    }

    @Test
    void download_range_comesInPart() {
        DeviceFile file = lamp.putFile("map.txt", CONTENT);

        HttpResponse<byte[]> response =
                device.send(device.request(BASE + file.uuid() + "/outdownload").header("Range", "bytes=6-"));

        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(new String(response.body(), StandardCharsets.US_ASCII)).isEqualTo("file");
    }

    @Test
    void download_unknown_isErrno5InBodyAndHeader() {
        HttpResponse<byte[]> response = device.send(device.request(BASE + "no-such-file/outdownload"));

        assertThat(OneNetCaller.json(response)).containsEntry("errno", 5);
        assertThat(response.headers().firstValue("Studio-SysFile-Errno")).contains("5");
    }

    @Test
    void download_afterThreeMonths_isErrno5() {
        DeviceFile file = lamp.putFile("map.txt", CONTENT);

        time.advance(Duration.ofDays(90));

        assertThat(device.get(BASE + file.uuid() + "/outdownload")).containsEntry("errno", 5);
    }

    @Test
    void putFile_thousandAndOne_dropsTheOldest() {
        for (int i = 0; i <= 1000; i++) {
            lamp.putFile(i + ".txt", CONTENT);
        }

        assertThat(lamp.files()).hasSize(1000);
        assertThat(lamp.files().get(0).name()).isEqualTo("1.txt");
    }

    @Test
    void config_set_isDownloaded() {
        lamp.remoteConfig("{\"period\":30}");

        HttpResponse<byte[]> response = device.send(device.request(CONFIG));

        assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("{\"period\":30}");
        assertThat(response.headers().firstValue("errno")).contains("0");
    }

    @Test
    void config_neverSet_isErrno7() {
        assertThat(configErrno(device)).isEqualTo("7");
    }

    @Test
    void config_deleted_isErrno3() {
        lamp.remoteConfig("{}");
        lamp.deleteRemoteConfig();

        assertThat(configErrno(device)).isEqualTo("3");
    }

    @Test
    void config_badToken_isErrno6() {
        assertThat(configErrno(new OneNetCaller(simulator, null))).isEqualTo("6");
    }

    private static String configErrno(OneNetCaller caller) {
        return caller.send(caller.request(CONFIG)).headers().firstValue("errno").orElseThrow();
    }

    private static Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("md5", MD5);
        form.put("filename", "log.txt");
        form.put("size", Integer.toString(CONTENT.length));
        return form;
    }

    private Map<String, @Nullable Object> upload(Map<String, String> form, byte @Nullable [] file) {
        return OneNetCaller.json(device.send(multipart(device, form, file)));
    }

    private static HttpRequest.Builder multipart(
            OneNetCaller caller, Map<String, String> form, byte @Nullable [] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        form.forEach((name, value) -> body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        if (file != null) {
            body.writeBytes(("--" + BOUNDARY
                            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"log.txt\"\r\n"
                            + "Content-Type: text/plain\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return caller.request(BASE + "outupload")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    }
}
