package org.iotconnector.simulator.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.iotconnector.simulator.Endpoint;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.iotconnector.simulator.SimulatorRunner;
import org.iotconnector.simulator.adafruit.AdafruitPlan;
import org.iotconnector.simulator.testing.Lamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorFileTest {
    private static final String COMPLETE = """
            aliyun:
              mqtt: 0
              mqtts: 0
              ws: 0
              wss: 0
              strictTransport: false
              keepAliveRange: true
              strictEnvelope: false
              rateLimits: false
              products:
                - productKey: a1Demo0Prod
                  productSecret: demoProductSec01
                  dynamicRegistration: false
                  thingModel: lamp.json
                  validation: strong
                  devices:
                    - {deviceName: lamp-1, deviceSecret: 0123456789abcdef0123456789abcdef}
            bind: 127.0.0.1
            console: 0
            """;

    @TempDir
    private Path folder;

    @Test
    void load_adafruit_startsWhatTheFileSays() throws IOException {
        Files.writeString(folder.resolve("simulator.yaml"), """
                adafruit:
                  mqtt: 0
                  mqtts: 0
                  ws: 0
                  http: 0
                  accounts: [{username: demo, key: aio_demo, plan: plus}, {username: other, key: aio_other}]
                  quotedNotices: false
                """);

        try (Simulator simulator =
                Simulator.load(folder.resolve("simulator.yaml")).start()) {
            assertThat(simulator.endpoints().stream().map(Endpoint::name))
                    .containsExactly("adafruit mqtt", "adafruit mqtts", "adafruit ws", "adafruit http");
            assertThat(simulator.adafruit().account("demo").plan()).isEqualTo(AdafruitPlan.PLUS);
            assertThat(simulator.adafruit().account("other").plan()).isEqualTo(AdafruitPlan.FREE);
        }
    }

    @Test
    void load_everyKey_startsWhatItSays() throws IOException {
        Files.writeString(folder.resolve("simulator.yaml"), COMPLETE);
        Files.writeString(
                folder.resolve("lamp.json"),
                "{\"properties\":[{\"identifier\":\"X\",\"dataType\":{\"type\":\"int\",\"specs\":{\"max\":\"1\"}}}]}");

        try (Simulator simulator =
                        Simulator.load(folder.resolve("simulator.yaml")).start();
                Lamp lamp = new Lamp(simulator)) {
            lamp.ask("thing/event/property/post", "{'id':'1','params':{'X':2}}");

            assertThat(simulator.endpoints().stream().map(Endpoint::name))
                    .containsExactly("aliyun mqtt", "aliyun mqtts", "aliyun ws", "aliyun wss", "console");
            assertThat(lamp.device().rejected()).hasSize(1);
        }
    }

    @Test
    void runner_fromFile_tellsEndpointsAndWritesTheCa() throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), "aliyun: {mqtt: 0}\nconsole: 0\n");
        Path ca = folder.resolve("ca.pem");

        try (SimulatorRunner runner = SimulatorRunner.start(file, ca)) {
            List<String> lines = runner.readyLines();

            assertThat(lines).hasSize(3).endsWith("ready");
            assertThat(lines.get(0)).matches("aliyun mqtt mqtt://127\\.0\\.0\\.1:[1-9][0-9]*");
            assertThat(lines.get(1)).matches("console http://127\\.0\\.0\\.1:[1-9][0-9]*/");
            assertThat(runner.readyJson())
                    .startsWith("{\"ready\":true,\"endpoints\":[{\"name\":\"aliyun mqtt\",\"uri\":\"mqtt://")
                    .endsWith("\"caFile\":\"" + ca + "\"}");
            assertThat(ca).content().contains("BEGIN CERTIFICATE");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aliyun: {mqtt: 0, https: 0} | [aliyun.https]",
                "aliyun: {mqtt: 0, products: [{productKey: a, productSecret: s, dynamicRegistration: true}]} | [dynamicRegistration]",
            })
    void parse_whatThisVersionDoesNotHave_isNoticedAndTheRestStarts(String yaml, String notice) {
        try (Simulator simulator = SimulatorFile.parse(yaml, Path.of("")).start()) {
            assertThat(simulator.notices()).singleElement().asString().startsWith(notice);
            assertThat(simulator.aliyun().mqttUri()).hasScheme("mqtt");
        }
    }

    @Test
    void load_plainBrokers_startsWhatItSays() throws IOException {
        Files.writeString(folder.resolve("simulator.yaml"), """
                easyiot:
                  mqtt: 0
                  accounts: [{iotId: demoid, iotPwd: demopwd, topics: [Bkgk2zXb4, {topic: BJpHJt1VW, name: fan}]}]
                siot:
                  mqtt: 0
                  http: 0
                  users: [{username: siot, password: dfrobot}]
                mqtt:
                  mqtt: 0
                  mqtts: 0
                  allowAnonymous: true
                  users: []
                  acl: [{topic: "home/%u/#"}, {username: anna, access: read, topic: news}]
                  sysInterval: 1
                """);

        try (Simulator simulator =
                Simulator.load(folder.resolve("simulator.yaml")).start()) {
            assertThat(simulator.endpoints().stream().map(Endpoint::name))
                    .containsExactly("easyiot mqtt", "siot mqtt", "siot http", "mqtt mqtt", "mqtt mqtts");
            assertThat(simulator.easyiot().device("BJpHJt1VW").name()).isEqualTo("fan");
            assertThat(simulator.easyiot().device("Bkgk2zXb4").name()).isEqualTo("Bkgk2zXb4");
            assertThat(simulator.notices()).isEmpty();
        }
    }

    @Test
    void parse_malformedYaml_doesNotQuoteTheFile() {
        assertThatThrownBy(() -> SimulatorFile.parse("aliyun:\n  secret: geheim\n bad: [\n", Path.of("")))
                .hasMessageContaining("not YAML")
                .hasNoCause()
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("geheim"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aliyn: {mqtt: 0} | [aliyn] is not a known key; did you mean [aliyun]?",
                "aliyun: {mqt: 0} | [aliyun.mqt] is not a known key; did you mean [mqtt]?",
                "aliyun: {mqtt: 0, products: [{productkey: a}]} | [aliyun.products[0].productkey] is not a known key; did you mean [productKey]?",
                "aliyun: {mqtt: 0, products: [{devices: []}]} | [aliyun.products[0].productKey] is missing",
                "aliyun: {mqtt: 0, products: 7} | [aliyun.products] must be a list",
                "aliyun: {mqtt: 70000} | [aliyun.mqtt] is [70000], not a port",
                "aliyun: {mqtt: zero} | [aliyun.mqtt] is [zero], not a port",
                "aliyun: {mqtt: 0, rateLimits: often} | [aliyun.rateLimits] is [often]; give true or false",
                "aliyun: {} | [aliyun.mqtt] is missing",
                "onenet: {} | [onenet.mqtt] is missing",
                "onenet: {mqtt: 0, products: [{accessKey: a}]} | [onenet.products[0].productId] is missing",
                "onenet: {mqtt: 0, products: [{productId: a, dataProtocol: xml}]} | [onenet.products[0].dataProtocol] is [xml]; give onejson, raw or datastream",
                "onenet: {mqtt: 0, products: [{productId: a, nodeType: tree}]} | give direct, gateway or sub_device",
                "onenet: {mqtt: 0, products: [{productId: a, devices: [{deviceName: d}]}]} | [onenet.products[0].devices[0].deviceKey] is missing",
                "aliyun: [] | [aliyun] must be a mapping",
                "easyiot: {http: 0} | [easyiot.mqtt] is missing",
                "easyiot: {mqtt: 0, accounts: [{iotPwd: p}]} | [easyiot.accounts[0].iotId] is missing",
                "easyiot: {mqtt: 0, accounts: [{iotId: i, iotPwd: p, topics: [{name: lamp}]}]} | [easyiot.accounts[0].topics[0].topic] is missing",
                "easyiot: {mqtt: 0, accounts: [{iotId: i, iotPwd: p, topics: ['a/b']}]} | Topic [a/b]",
                "siot: {} | [siot.mqtt] is missing",
                "siot: {mqtt: 0, version: v3} | [siot.version] is [v3]; give v1 or v2",
                "siot: {mqtt: 0, ws: 0} | SIoT V1 has MQTT over TCP only",
                "siot: {mqtt: 0, zone: Mars} | [siot.zone] is [Mars]",
                "siot: {mqtt: 0, users: [{username: u}]} | [siot.users[0].password] is missing",
                "mqtt: {} | [mqtt.mqtt] is missing",
                "mqtt: {mqtt: 0, users: [{password: p}]} | [mqtt.users[0].username] is missing",
                "mqtt: {mqtt: 0, acl: [{topic: a, access: all}]} | [mqtt.acl[0].access] is [all]; give read, write or readwrite",
                "mqtt: {mqtt: 0, sysInterval: 0} | [mqtt.sysInterval] is [0]; give whole seconds",
                "mqtt: {mqtt: 0, alowAnonymous: true} | did you mean [allowAnonymous]?",
                "adafruit: {} | [adafruit.mqtt] is missing",
                "adafruit: {mqtt: 0, accounts: [{key: k}]} | [adafruit.accounts[0].username] is missing",
                "adafruit: {mqtt: 0, accounts: [{username: u}]} | [adafruit.accounts[0].key] is missing",
                "adafruit: {mqtt: 0, accounts: [{username: u, key: k, plan: gold}]} | [adafruit.accounts[0].plan] is [gold]; give free or plus",
                "adafruit: {mqtt: 0, quotedNotice: true} | did you mean [quotedNotices]?",
                "console: 0 | no platform is configured",
                "7 | the file must be a mapping",
                "'aliyun: [' | is not YAML",
                "'{aliyun: {mqtt: 0}, aliyun: {mqtt: 1}}' | is not YAML",
                "'{aliyun: {mqtt: 0}, bind: no.such.host.invalid}' | Cannot bind to [no.such.host.invalid]",
                "aliyun: {mqtt: 0, products: [{productKey: a, validation: hard}]} | [aliyun.products[0].validation] is [hard]; give none, weak or strong",
                "aliyun: {mqtt: 0, products: [{productKey: a, thingModel: none.json}]} | none.json] cannot be read",
                "aliyun: {mqtt: 0, products: [{productKey: a-b}]} | Product key [a-b]",
                "aliyun: {mqtt: 0, products: [{productKey: a, devices: [{deviceName: 'a b', deviceSecret: s}]}]} | Device name [a b]",
                "aliyun: {mqtt: 0, products: [{productKey: a, devices: [{deviceName: d, deviceSecret: ''}]}]} | [a/d] has an empty secret",
                "onenet: {http: 0, push: [{url: 'http://a b', token: t}]} | [onenet.push[0].url] is [http://a b], which is no URL",
                "onenet: {http: 0, push: [{url: 'ftp://a', token: t}]} | Push URL [ftp://a]",
                "onenet: {http: 0, push: [{url: 'http://a', token: t, aesKey: short}]} | a key of 16 characters",
                "onenet: {http: 0, push: [{url: 'http://a', token: t, form: new}]} | [onenet.push[0].form] is [new]; give studio or legacy",
                "onenet: {http: 0, push: [{url: 'http://a'}]} | [onenet.push[0].token] is missing",
                "aliyun: {mqtt: 0, products: [{productKey: a, devices: [{deviceName: d}]}]} | [aliyun.products[0].devices[0].deviceSecret] is missing"
            })
    void parse_mistake_isNamedWithItsPlace(String yaml, String message) {
        assertThatThrownBy(() -> SimulatorFile.parse(yaml, folder))
                .isInstanceOf(SimulatorConfigurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void parse_secretOfDigits_asksForQuotesWithoutShowingIt() {
        String yaml =
                "aliyun: {mqtt: 0, products: [{productKey: a, devices: [{deviceName: d, deviceSecret: 123456}]}]}";

        assertThatThrownBy(() -> SimulatorFile.parse(yaml, folder))
                .hasMessageContaining("deviceSecret] must be a text; put it in quotes")
                .hasMessageNotContaining("123456");
    }

    @Test
    void load_missingFile_namesIt() {
        assertThatThrownBy(() -> Simulator.load(folder.resolve("none.yaml")))
                .isInstanceOf(SimulatorConfigurationException.class)
                .hasMessageContaining("none.yaml");
    }

    @Test
    void start_unusableThingModel_namesProductAndPlace() {
        assertThatThrownBy(() -> Simulator.builder()
                        .aliyun(settings -> settings.product("a1", product -> product.thingModel("{\"properties\":1}")))
                        .start())
                .isInstanceOf(SimulatorConfigurationException.class)
                .hasMessageContaining("product [a1]")
                .hasMessageContaining("[/properties]");
    }

    @Test
    void nearest_word_isTheOneWithFewestEdits() {
        assertThat(Nearest.of("thingmodel", List.of("productKey", "thingModel")))
                .isEqualTo("thingModel");
    }
}
