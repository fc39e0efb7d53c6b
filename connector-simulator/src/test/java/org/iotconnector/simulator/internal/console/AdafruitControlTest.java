package org.iotconnector.simulator.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.adafruit.AdafruitAccount;
import org.iotconnector.simulator.testing.Client;
import org.iotconnector.simulator.testing.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdafruitControlTest {
    private final Simulator simulator =
            Simulator.builder().demoAdafruit().console(0).start();
    private final AdafruitAccount account = simulator.adafruit().account(DemoSet.ADAFRUIT_USERNAME);
    private final URI console = simulator.consoleUri().orElseThrow();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void devices_get_areAccountsAndFeedsWithoutKeys() {
        account.createFeed("default", "Temp").put("21.5");

        String body = Client.await(http.sendAsync(
                        HttpRequest.newBuilder(console.resolve("control/adafruit/devices"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString()))
                .body();

        assertThat(body)
                .isEqualTo("{\"devices\":[{\"device\":\"demo\",\"online\":false,\"plan\":\"free\",\"banned\":false,"
                        + "\"activeDataRate\":0},{\"device\":\"demo/temp\",\"online\":false,\"name\":\"Temp\","
                        + "\"lastValue\":\"21.5\",\"values\":1}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "demo/temp | {\"value\":5} | temp | 5",
                "demo | {\"temp\":\"6\"} | temp | 6",
                "demo/house | {\"door\":true} | house.door | true"
            })
    void set_accountGroupOrFeed_storesAsADashboardDoes(String device, String values, String key, String value) {
        account.createGroup("House");
        account.createFeed("house", "Door");
        account.createFeed("default", "Temp");

        String body = post("set", "{\"device\":\"" + device + "\",\"values\":" + values + "}")
                .body();

        assertThat(body).isEqualTo("{\"outcome\":\"STORED\",\"feeds\":[\"" + key + "\"]}");
        assertThat(account.feed(key).last())
                .hasValueSatisfying(last -> assertThat(last.value()).isEqualTo(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "set | {\"device\":\"nobody/temp\",\"values\":{}} | 404 | There is no account or feed [nobody/temp]",
                "set | {\"device\":\"demo/none\",\"values\":{}} | 404 | There is no feed or group [demo/none]",
                "set | {\"device\":\"demo\",\"values\":{\"none\":1}} | 404 | There is no feed [demo/none]",
                "set | {\"device\":\"demo/temp\",\"values\":{}} | 400 | Member [value] is missing",
                "invoke | {\"device\":\"demo/temp\",\"service\":\"x\"} | 400 | Adafruit IO has no services"
            })
    void post_mistake_isNamed(String operation, String body, int status, String message) {
        account.createFeed("default", "Temp");

        HttpResponse<String> response = post(operation, body);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains(message);
    }

    @Test
    void publish_throttleText_reachesWhoIsSubscribed() {
        try (Client client = Client.to(
                        simulator.adafruit().mqttUri(),
                        new Credentials("c1", DemoSet.ADAFRUIT_USERNAME, DemoSet.ADAFRUIT_KEY))
                .connect()) {
            client.subscribe("demo/throttle");

            String body = post("publish", "{\"topic\":\"demo/throttle\",\"payload\":\"slow down\"}")
                    .body();

            assertThat(body).isEqualTo("{\"sent\":true,\"devices\":[\"demo/c1\"]}");
            assertThat(client.nextText()).isEqualTo("slow down");
        }
    }

    private HttpResponse<String> post(String operation, String body) {
        return Client.await(http.sendAsync(
                HttpRequest.newBuilder(console.resolve("control/adafruit/" + operation))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString()));
    }
}
