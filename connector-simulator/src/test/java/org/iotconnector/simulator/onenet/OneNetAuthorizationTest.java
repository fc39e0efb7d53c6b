package org.iotconnector.simulator.onenet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.VirtualTime;
import org.iotconnector.simulator.testing.OneNetCaller;
import org.iotconnector.simulator.testing.OneNetTokens;
import org.iotconnector.simulator.testing.OneNetVectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens of the HTTP side. OneNET, "Security authentication", read 2026-04-30. */
class OneNetAuthorizationTest {
    private static final String PROJECT_KEY = "E1lx/Xl+Z+t+kgLVQk22NRXQo+q88PfXy0PoPi+tK4w=";
    private static final String DETAIL = "/device/detail?product_id=Demo0Prod1&device_name=lamp-1";
    private static final String VERSION = "/fuse-ota/Demo0Prod1/lamp-1/version";
    private static final String PRODUCT = "products/Demo0Prod1";
    private static final String LAMP = PRODUCT + "/devices/lamp-1";

    private @Nullable Simulator simulator;

    @AfterEach
    void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {OneNetTokens.API_VERSION, OneNetTokens.DEVICE_VERSION})
    void api_userToken_isAccepted(String version) {
        String token = OneNetTokens.of(version, "userid/" + DemoSet.ONENET_USER_ID, DemoSet.ONENET_USER_KEY);

        assertThat(code(settings -> {}, token, DETAIL)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {OneNetTokens.API_VERSION, OneNetTokens.DEVICE_VERSION})
    void api_productTokenOutsideProjects_isAccepted(String version) {
        assertThat(code(settings -> {}, OneNetTokens.of(version, PRODUCT, DemoSet.ONENET_ACCESS_KEY), DETAIL))
                .isZero();
    }

    @Test
    void api_productTokenInProject_isRefused() {
        String token = OneNetTokens.of(OneNetTokens.API_VERSION, PRODUCT, DemoSet.ONENET_ACCESS_KEY);

        assertThat(code(OneNetAuthorizationTest::project, token, DETAIL)).isEqualTo(10403);
    }

    @Test
    void api_projectTokenOfItsProduct_isAccepted() {
        String token = OneNetTokens.of(OneNetTokens.API_VERSION, "projects/Pq9Rs8Tu", PROJECT_KEY);

        assertThat(code(OneNetAuthorizationTest::project, token, DETAIL)).isZero();
    }

    @Test
    void api_projectTokenOfOtherProducts_isRefused() {
        String token = OneNetTokens.of(OneNetTokens.API_VERSION, "projects/Pq9Rs8Tu", PROJECT_KEY);

        assertThat(code(settings -> settings.project("Pq9Rs8Tu", PROJECT_KEY, List.of()), token, DETAIL))
                .isEqualTo(10403);
    }

    @Test
    void api_deviceTokenOfOlderVersion_isAcceptedForThatDevice() {
        assertThat(code(settings -> {}, OneNetTokens.lamp(), DETAIL)).isZero();
    }

    @Test
    void api_deviceTokenOfApiVersion_isRefused() {
        String token = OneNetTokens.of(OneNetTokens.API_VERSION, LAMP, DemoSet.ONENET_DEVICE_KEY);

        assertThat(code(settings -> {}, token, DETAIL)).isEqualTo(10403);
    }

    @Test
    void api_deviceTokenForItsProduct_isRefused() {
        assertThat(code(settings -> {}, OneNetTokens.lamp(), "/device/list?product_id=Demo0Prod1"))
                .isEqualTo(10403);
    }

    @Test
    void api_olderVersionWhenStrict_isRefused() {
        String token = OneNetTokens.of(OneNetTokens.DEVICE_VERSION, PRODUCT, DemoSet.ONENET_ACCESS_KEY);

        assertThat(code(settings -> settings.rule(OneNetRule.STRICT_API_VERSION, true), token, DETAIL))
                .isEqualTo(10403);
    }

    @Test
    void api_noToken_isRefusedWithStatus200() {
        HttpResponse<byte[]> response = call(settings -> {}, null, DETAIL);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(OneNetCaller.json(response)).containsEntry("code", 10403).containsKey("request_id");
    }

    @Test
    void api_noTokenWithSwitch_isRefusedWithStatus401() {
        assertThat(call(settings -> settings.rule(OneNetRule.HTTP_STATUS_401, true), null, DETAIL)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void api_wrongKey_isRefusedWithoutTellingTheKey() {
        String token = OneNetTokens.of(OneNetTokens.API_VERSION, PRODUCT, DemoSet.ONENET_USER_KEY);

        Map<String, @Nullable Object> answer = OneNetCaller.json(call(settings -> {}, token, DETAIL));

        assertThat(String.valueOf(answer.get("msg")))
                .contains("sign not match")
                .doesNotContain(DemoSet.ONENET_USER_KEY);
    }

    @Test
    void api_expiredByTheSimulatorsClock_isRefused() {
        VirtualTime time = VirtualTime.startingAt(Instant.parse("2200-01-01T00:00:00Z"));
        simulator = Simulator.builder().demoOneNet().time(time).start();

        assertThat(new OneNetCaller(simulator, OneNetTokens.user()).get(DETAIL))
                .containsEntry("code", 10403)
                .hasEntrySatisfying(
                        "msg", text -> assertThat(String.valueOf(text)).contains("expired"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"token-api-user-current", "token-api-product-current", "token-api-project-current"})
    void api_vectorToken_isAccepted(String name) {
        OneNetVectors.Vector vector = OneNetVectors.one(name);
        String res = vector.input("res");
        String key = vector.input("accessKey");
        simulator = Simulator.builder()
                .time(VirtualTime.startingAt(Instant.parse("2026-11-21T10:00:00Z")))
                .onenet(settings -> {
                    settings.product(
                            "a1B2c3D4e5",
                            product -> product.accessKey(res.startsWith("products/") ? key : DemoSet.ONENET_ACCESS_KEY)
                                    .device("sensor-01", DemoSet.ONENET_DEVICE_KEY));
                    if (res.startsWith("userid/")) {
                        settings.user("123456", key);
                    }
                    if (res.startsWith("projects/")) {
                        settings.project("Pq9Rs8Tu", key, List.of("a1B2c3D4e5"));
                    }
                })
                .start();

        assertThat(new OneNetCaller(simulator, vector.expected("token"))
                        .get("/device/detail?product_id=a1B2c3D4e5&device_name=sensor-01"))
                .containsEntry("code", 0);
    }

    @Test
    void ota_deviceToken_isAccepted() {
        assertThat(code(settings -> {}, OneNetTokens.lamp(), VERSION)).isZero();
    }

    @Test
    void ota_productToken_isAccepted() {
        String token = OneNetTokens.of(OneNetTokens.DEVICE_VERSION, PRODUCT, DemoSet.ONENET_ACCESS_KEY);

        assertThat(code(settings -> {}, token, VERSION)).isZero();
    }

    @Test
    void ota_userToken_isRefused() {
        assertThat(code(settings -> {}, OneNetTokens.user(), VERSION)).isEqualTo(10403);
    }

    @Test
    void ota_tokenOfOtherDevice_isRefused() {
        assertThat(code(settings -> {}, OneNetTokens.lamp(), "/fuse-ota/Demo0Prod1/lamp-2/version"))
                .isEqualTo(10403);
    }

    private static void project(OneNetSettings.Builder settings) {
        settings.project("Pq9Rs8Tu", PROJECT_KEY, List.of("Demo0Prod1"));
    }

    private int code(Consumer<OneNetSettings.Builder> settings, @Nullable String token, String path) {
        return Integer.parseInt(
                String.valueOf(OneNetCaller.json(call(settings, token, path)).get("code")));
    }

    private HttpResponse<byte[]> call(Consumer<OneNetSettings.Builder> settings, @Nullable String token, String path) {
        simulator = Simulator.builder().demoOneNet(settings).start();
        OneNetCaller caller = new OneNetCaller(simulator, token);
        return caller.send(caller.request(path));
    }
}
