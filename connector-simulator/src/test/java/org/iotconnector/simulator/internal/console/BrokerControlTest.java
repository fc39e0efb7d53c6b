package org.iotconnector.simulator.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.testing.Client;
import org.iotconnector.simulator.testing.Credentials;
import org.iotconnector.simulator.testing.HttpCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The control API of Easy IoT, SIoT and the general broker. */
class BrokerControlTest {
    private final Simulator simulator =
            Simulator.builder().demoEasyIot().demoSiot().demoMqtt().console(0).start();
    private final HttpCaller console = new HttpCaller(simulator.consoleUri().orElseThrow());

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void easyIot_devices_areTopicsWithNamesAndWithoutPasswords() {
        simulator.easyiot().device(DemoSet.EASYIOT_TOPIC).send("on");

        assertThat(console.get("/control/easyiot/devices", Map.of()).body())
                .isEqualTo("{\"devices\":[{\"device\":\"Bkgk2zXb4\",\"online\":false,\"account\":\"demoid\","
                        + "\"name\":\"lamp\",\"stored\":1,\"last\":\"on\"}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "set | {'device':'Bkgk2zXb4','values':{'value':'on'}}",
                "set | {'device':'Bkgk2zXb4','values':{'value':true}}",
                "invoke | {'device':'Bkgk2zXb4','service':'send','input':{'value':'on'}}",
                "publish | {'topic':'Bkgk2zXb4','payload':'on'}"
            })
    void easyIot_anyWayToSend_reachesTheSubscriberAndIsStored(String operation, String body) {
        try (Client board = Client.to(
                        simulator.easyiot().mqttUri(),
                        new Credentials("board", DemoSet.EASYIOT_ID, DemoSet.EASYIOT_PASSWORD))
                .connect()) {
            board.subscribe(DemoSet.EASYIOT_TOPIC);

            HttpResponse<String> answer = post("easyiot", operation, body);

            assertThat(answer.body()).isEqualTo("{\"outcome\":\"SENT\",\"sent\":true,\"devices\":[\"board\"]}");
            assertThat(board.nextText()).isIn("on", "true");
            assertThat(simulator.easyiot().device(DemoSet.EASYIOT_TOPIC).history())
                    .hasSize(1);
        }
    }

    @Test
    void easyIot_historyAndClear_areServices() {
        simulator.easyiot().device(DemoSet.EASYIOT_TOPIC).send("one");
        simulator.easyiot().device(DemoSet.EASYIOT_TOPIC).send("two");

        String history = post("easyiot", "invoke", "{'device':'Bkgk2zXb4','service':'history','input':{'count':1}}")
                .body();
        String cleared = post("easyiot", "invoke", "{'device':'Bkgk2zXb4','service':'clear'}")
                .body();

        assertThat(history).contains("\"text\":\"two\"").doesNotContain("one");
        assertThat(cleared).isEqualTo("{\"outcome\":\"DONE\",\"removed\":2}");
        assertThat(simulator.easyiot().device(DemoSet.EASYIOT_TOPIC).history()).isEmpty();
    }

    @Test
    void siot_sendHistoryAndClear_workOnATopic() {
        String sent = post("siot", "set", "{'device':'xzr/001','values':{'value':11}}")
                .body();
        String history = post("siot", "invoke", "{'device':'xzr/001','service':'history'}")
                .body();
        String devices = console.get("/control/siot/devices", Map.of()).body();
        String cleared =
                post("siot", "invoke", "{'device':'xzr/001','service':'clear'}").body();

        assertThat(sent).isEqualTo("{\"outcome\":\"SENT\",\"sent\":false,\"devices\":[]}");
        assertThat(history).contains("\"text\":\"11\"");
        assertThat(devices)
                .isEqualTo("{\"devices\":[{\"device\":\"xzr/001\",\"online\":false,\"stored\":1,\"last\":\"11\"}]}");
        assertThat(cleared).isEqualTo("{\"outcome\":\"DONE\",\"removed\":1}");
    }

    @Test
    void mqtt_devicesSetAndKick_areAboutClientsAndTopics() {
        try (Client client = Client.to(simulator.mqtt().mqttUri(), new Credentials("c1", "a", "b"))
                .connect()) {
            client.subscribe("a/b");

            String devices = console.get("/control/mqtt/devices", Map.of()).body();
            String sent =
                    post("mqtt", "set", "{'device':'a/b','values':{'value':7}}").body();
            String kicked =
                    post("mqtt", "invoke", "{'device':'c1','service':'kick'}").body();

            assertThat(devices)
                    .isEqualTo("{\"devices\":[{\"device\":\"c1\",\"online\":true,\"subscriptions\":[\"a/b\"]}]}");
            assertThat(sent).isEqualTo("{\"sent\":true,\"devices\":[\"c1\"]}");
            assertThat(kicked).isEqualTo("{\"outcome\":\"KICKED\"}");
            assertThat(client.isDisconnectedSoon()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "easyiot | set | {'device':'none','values':{'value':1}} | 404 | There is no device [none]",
                "easyiot | set | {'device':'Bkgk2zXb4','values':{}} | 400 | Member [value] is missing",
                "easyiot | invoke | {'device':'Bkgk2zXb4','service':'x'} | 400 | it has send, history and clear",
                "easyiot | invoke | {'device':'Bkgk2zXb4','service':'history','input':{'count':0}} | 400 | give 1 or more",
                "siot | set | {'device':'none','values':{'value':1}} | 400 | project/device",
                "siot | invoke | {'device':'a/b','service':'clear'} | 404 | There is no device [a/b]",
                "mqtt | set | {'device':'a/+','values':{'value':1}} | 400 | give a name without + and #",
                "mqtt | set | {'device':'a','values':{}} | 400 | Member [value] is missing",
                "mqtt | invoke | {'device':'nobody','service':'kick'} | 404 | No client [nobody] is connected",
                "mqtt | invoke | {'device':'a','service':'x'} | 400 | no service [x]"
            })
    void post_mistake_isNamed(String platform, String operation, String body, int status, String message) {
        HttpResponse<String> answer = post(platform, operation, body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(message);
    }

    private HttpResponse<String> post(String platform, String operation, String body) {
        return console.post("/control/" + platform + "/" + operation, null, body);
    }
}
