package org.iotconnector.simulator.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.iotconnector.simulator.Endpoint;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.onenet.OneNetDevice;
import org.iotconnector.simulator.onenet.OneNetSimulator;
import org.iotconnector.simulator.testing.OneNetCredentials;
import org.iotconnector.simulator.testing.OneNetThing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Simulator files with OneNET and its first generation. */
class OneNetFileTest {
    @TempDir
    private Path folder;

    @Test
    void load_oneNetOverHttp_startsWhatItSays() throws IOException {
        Files.writeString(folder.resolve("simulator.yaml"), """
                onenet:
                  http: 0
                  https: 0
                  quotedTextValues: true
                  push:
                    - {url: "http://127.0.0.1:1/push", token: t, aesKey: 0123456789abcdef}
                    - {url: "http://127.0.0.1:1/old", token: t, form: legacy}
                """);

        try (Simulator simulator =
                Simulator.load(folder.resolve("simulator.yaml")).start()) {
            OneNetSimulator onenet = simulator.onenet();
            onenet.await("both verifications", () -> onenet.pushes().size() == 2, Duration.ofSeconds(5));

            assertThat(simulator.endpoints().stream().map(Endpoint::name))
                    .containsExactly("onenet http", "onenet https");
            assertThat(onenet.pushes().stream().map(attempt -> attempt.target().getPath()))
                    .containsExactlyInAnyOrder("/push", "/old");
        }
    }

    @Test
    void load_everyKeyOfOneNet_startsWhatItSays() throws IOException {
        String key = OneNetCredentials.key("any");
        Files.writeString(folder.resolve("simulator.yaml"), """
                onenet:
                  mqtt: 0
                  mqtts: 0
                  http: 0
                  https: 0
                  strictProductKey: false
                  closeAtTokenExpiry: false
                  connectBan: false
                  subscriptionLimit: false
                  publishRate: false
                  strictApiVersion: false
                  httpStatus401: false
                  propertiesAsListObject: false
                  quotedTextValues: false
                  users: [{userId: "1", accessKey: KEY}]
                  projects: [{projectId: p, accessKey: KEY, products: [Demo0Prod1]}]
                  products:
                    - productId: Demo0Prod1
                      accessKey: KEY
                      dataProtocol: onejson
                      nodeType: gateway
                      thingModel: lamp.json
                      devices: [{deviceName: lamp-1, deviceKey: KEY}]
                    - {productId: Sub0Prod01, nodeType: sub_device, devices: [{deviceName: child-1, deviceKey: KEY}]}
                    - {productId: Stream0001, dataProtocol: datastream}
                """.replace("KEY", key));
        Files.writeString(
                folder.resolve("lamp.json"),
                "{\"properties\":[{\"identifier\":\"X\",\"dataType\":{\"type\":\"int32\",\"specs\":{\"max\":\"1\"}}}]}");

        try (Simulator simulator =
                        Simulator.load(folder.resolve("simulator.yaml")).start();
                OneNetThing lamp = new OneNetThing(simulator, "Demo0Prod1", "lamp-1", key)) {
            Object code = lamp.ask("thing/property/post", "{'id':'1','params':{'X':{'value':2}}}")
                    .get("code");

            assertThat(simulator.endpoints().stream().map(Endpoint::name))
                    .containsExactly("onenet mqtt", "onenet mqtts", "onenet http", "onenet https");
            assertThat(simulator.onenet().devices())
                    .extracting(OneNetDevice::id)
                    .containsExactly("Demo0Prod1/lamp-1", "Sub0Prod01/child-1");
            assertThat(code).isEqualTo(302);
        }
    }

    @Test
    void parse_keyThatIsNotBase64_isNamedWithoutShowingIt() {
        String yaml =
                "onenet: {mqtt: 0, products: [{productId: a, devices: [{deviceName: d, deviceKey: 'not base64!'}]}]}";

        assertThatThrownBy(() -> SimulatorFile.parse(yaml, folder))
                .hasMessageContaining("The key of device [a/d] is empty or not Base64")
                .hasMessageNotContaining("not base64!");
    }

    @Test
    void load_firstGenerationOfOneNet_startsWhatItSays() throws IOException {
        Files.writeString(folder.resolve("simulator.yaml"), """
                onenetLegacy:
                  mqtt: 0
                  http: 0
                  bigEndianFloats: true
                  will: false
                  keepAliveRange: true
                  products:
                    - productId: "86540"
                      apiKey: pk
                      registerCode: rc
                      devices: [{deviceId: "101", authInfo: sn-101}]
                """);

        try (Simulator simulator =
                Simulator.load(folder.resolve("simulator.yaml")).start()) {
            assertThat(simulator.endpoints().stream().map(Endpoint::name))
                    .containsExactly("onenetLegacy mqtt", "onenetLegacy http");
            assertThat(simulator.onenetLegacy().device("86540/101").isOnline()).isFalse();
        }
    }
}
