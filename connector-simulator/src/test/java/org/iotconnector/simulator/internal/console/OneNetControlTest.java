package org.iotconnector.simulator.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.testing.Client;
import org.iotconnector.simulator.testing.OneNetThing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneNetControlTest {
    private static final String DEVICE = "\"device\":\"Demo0Prod1/lamp-1\"";

    private final Simulator simulator =
            Simulator.builder().demoOneNet().console(0).start();
    private final URI console = simulator.consoleUri().orElseThrow();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void devices_get_tellsStateAndPropertiesWithoutKeys() {
        try (OneNetThing lamp = new OneNetThing(simulator)) {
            lamp.send("thing/property/post", "{'id':'1','params':{'LightSwitch':{'value':true}}}");

            assertThat(Client.await(http.sendAsync(
                                    HttpRequest.newBuilder(console.resolve("control/onenet/devices"))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString()))
                            .body())
                    .contains(DEVICE + ",\"online\":true,\"status\":\"ONLINE\",\"properties\":{\"LightSwitch\":true}")
                    .doesNotContain(DemoSet.ONENET_DEVICE_KEY)
                    .doesNotContain(DemoSet.ONENET_ACCESS_KEY);
        }
    }

    @Test
    void set_deviceReplies_outcomeCodeAndMessageComeBack() {
        try (OneNetThing lamp = new OneNetThing(simulator).subscribe("thing/#")) {
            CompletableFuture<HttpResponse<String>> response =
                    post("set", "{" + DEVICE + ",\"values\":{\"LightSwitch\":true}}");

            Map<String, @Nullable Object> request = lamp.answer("_reply", "'code':200,'msg':'success'");

            assertThat(request).containsEntry("params", Map.of("LightSwitch", true));
            assertThat(Client.await(response).body())
                    .isEqualTo("{\"outcome\":\"REPLIED\",\"code\":200,\"message\":\"success\",\"data\":{}}");
        }
    }

    @Test
    void invoke_againstTheModel_isAnOutcomeWithItsReason() {
        assertThat(Client.await(post("invoke", "{" + DEVICE + ",\"service\":\"measure\"}"))
                        .body())
                .isEqualTo("{\"outcome\":\"INVALID\",\"message\":\"identifier: Samples, error: required value\"}");
    }

    @Test
    void publish_topicOfADevice_reachesIt() {
        try (OneNetThing lamp = new OneNetThing(simulator).subscribe("thing/#")) {
            HttpResponse<String> response = Client.await(
                    post("publish", "{\"topic\":\"" + lamp.topic("thing/property/set") + "\",\"payload\":\"hello\"}"));

            assertThat(response.body()).isEqualTo("{\"sent\":true,\"devices\":[\"Demo0Prod1/lamp-1\"]}");
            assertThat(lamp.client().nextText()).isEqualTo("hello");
        }
    }

    @Test
    void publish_topicOfNobody_isTheCallersMistake() {
        HttpResponse<String> response = Client.await(post("publish", "{\"topic\":\"a/b\",\"payload\":\"\"}"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("belongs to no device here; devices: Demo0Prod1/lamp-1.");
    }

    @ParameterizedTest
    @CsvSource({"duplicateReply, DuplicateReply[times=2]", "wrongReplyId, WrongReplyId[times=2]"})
    void faults_ofReplies_areArmed(String name, String armed) {
        HttpResponse<String> response = Client.await(post("faults", "{\"fault\":\"" + name + "\",\"times\":2}"));

        assertThat(response.body()).isEqualTo("{\"armed\":\"" + armed + "\"}");
    }

    private CompletableFuture<HttpResponse<String>> post(String operation, String body) {
        HttpRequest request = HttpRequest.newBuilder(console.resolve("control/onenet/" + operation))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }
}
