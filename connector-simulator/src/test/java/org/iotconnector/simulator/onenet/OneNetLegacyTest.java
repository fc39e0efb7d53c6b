package org.iotconnector.simulator.onenet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.simulator.Disposition;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.iotconnector.simulator.onenet.legacy.DataPoint;
import org.iotconnector.simulator.onenet.legacy.OneNetLegacyDevice;
import org.iotconnector.simulator.onenet.legacy.OneNetLegacySettings;
import org.iotconnector.simulator.testing.Client;
import org.iotconnector.simulator.testing.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneNetLegacyTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Simulator simulator = Simulator.builder()
            .onenetLegacy(settings -> settings.http(0)
                    .product(
                            "86540",
                            product -> product.apiKey("pk")
                                    .registerCode("rc")
                                    .device("101", "sn-101")
                                    .device("102", "sn-102"))
                    .product("86541", product -> product.device("201", "sn-201")))
            .start();
    private final List<Client> clients = new ArrayList<>();

    @AfterEach
    void close() {
        clients.forEach(Client::close);
        simulator.close();
    }

    private Client client(String device, String product, String password) {
        Client client = Client.to(simulator.onenetLegacy().mqttUri(), new Credentials(device, product, password));
        clients.add(client);
        return client;
    }

    private Client connected(String device, String product) {
        return client(device, product, "sn-" + device).connect();
    }

    private OneNetLegacyDevice device() {
        return simulator.onenetLegacy().device("86540/101");
    }

    private static void upload(Client client, String json) {
        client.publish("$dp", "\u0003\u0000" + (char) json.length() + json, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sn-101", "pk"})
    void login_withAuthInfoOrApiKey_isAccepted(String password) {
        client("101", "86540", password).connect();

        assertThat(device().isOnline()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "101,86540,wrong,4",
        "101,86541,sn-101,4",
        "103,86540,sn-101,4",
        "lamp,86540,sn-101,2",
        "101,86540,sn-102,4"
    })
    void login_withWhatIsWrong_isRefused(String device, String product, String password, int code) {
        assertThatThrownBy(() -> client(device, product, password).connect())
                .isInstanceOfSatisfying(
                        Mqtt3ConnAckException.class,
                        refused -> assertThat(
                                        refused.getMqttMessage().getReturnCode().getCode())
                                .isEqualTo(code));
    }

    @Test
    void login_ofADeviceThatIsConnected_throwsTheFirstOut() {
        Client first = connected("101", "86540");

        connected("101", "86540");

        assertThat(first.isDisconnectedSoon()).isTrue();
        assertThat(simulator.onenetLegacy().counters().takeOvers()).isEqualTo(1);
    }

    @Test
    void keepAlive_outOfRange_isClosedWithoutAnAnswerWhenEnforced() {
        try (Simulator strict = Simulator.builder()
                .onenetLegacy(settings ->
                        settings.keepAliveRange(true).product("86540", product -> product.device("101", "sn-101")))
                .start()) {
            Client client = Client.to(strict.onenetLegacy().mqttUri(), new Credentials("101", "86540", "sn-101"));

            assertThatThrownBy(() -> client.connect(true, 60)).isNotInstanceOf(Mqtt3ConnAckException.class);
            assertThat(client.connect(true, 120).getReturnCode().getCode()).isZero();
            client.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"$creq/1", "$dp", "room/+", "#", "room-1", "/102/#"})
    void filter_withDollarWildcardOrOtherCharacters_isRefused(String filter) {
        Client client = connected("101", "86540");

        assertThatThrownBy(() -> client.subscribe(filter)).isInstanceOf(Mqtt3SubAckException.class);
    }

    @Test
    void data_always_isStoredAndGoesToSubscribersOfTheProduct() {
        Client neighbour = connected("102", "86540");
        Client stranger = connected("201", "86541");
        neighbour.subscribe("/101/t");
        stranger.subscribe("/101/t");

        upload(connected("101", "86540"), "{\"t\":22.5}");

        Mqtt3Publish heard = neighbour.next();
        assertThat(new String(heard.getPayloadAsBytes(), StandardCharsets.UTF_8))
                .isEqualTo("22.5");
        assertThat(heard.getQos().getCode()).isZero();
        assertThat(device().points()).containsExactly(new DataPoint("t", Optional.empty(), 22.5));
        assertThat(stranger.waiting()).isZero();
    }

    @Test
    void data_thatIsIllegal_isDroppedAndTheConnectionStays() {
        Client client = connected("101", "86540");

        client.publish("$dp", "rubbish", 1);
        upload(client, "{\"t\":1}");

        assertThat(simulator.onenetLegacy().received())
                .extracting(message -> message.disposition())
                .containsExactly(Disposition.DROPPED_ILLEGAL_DATA, Disposition.ACCEPTED);
        assertThat(device().latest()).containsOnlyKeys("t");
    }

    @Test
    void message_withQos2_closesTheConnection() {
        Client client = connected("101", "86540");

        client.publishing("room", new byte[0], 2);

        assertThat(client.isDisconnectedSoon()).isTrue();
    }

    @Test
    void command_withoutAnySubscription_reachesTheDeviceAndIsAnswered() {
        Client client = connected("101", "86540");
        CompletableFuture<DeviceReply> reply = device().command("{\"open\":1}".getBytes(StandardCharsets.UTF_8), LIMIT);

        Mqtt3Publish command = client.next();
        String uuid = command.getTopic().toString().substring("$creq/".length());
        client.publish("$crsp/" + uuid, "{\"code\":200}", 1);

        assertThat(command.getPayloadAsBytes()).isEqualTo("{\"open\":1}".getBytes(StandardCharsets.UTF_8));
        assertThat(Client.await(reply).code()).hasValue(200);
    }

    @Test
    void command_answeredByAnotherDevice_isNotAnswered() {
        Client client = connected("101", "86540");
        Client other = connected("102", "86540");
        CompletableFuture<DeviceReply> reply = device().command(new byte[] {1}, Duration.ofMillis(200));

        other.publish("$crsp/" + client.next().getTopic().toString().substring("$creq/".length()), "x", 1);

        assertThat(Client.await(reply).outcome()).isEqualTo(DeviceReply.Outcome.TIMEOUT);
    }

    @Test
    void command_toADeviceThatIsOffline_endsAtOnce() {
        DeviceReply reply = Client.await(device().command(new byte[] {1}, LIMIT));

        assertThat(reply.outcome()).isEqualTo(DeviceReply.Outcome.OFFLINE);
    }

    @Test
    void session_withoutCleanSession_keepsItsSubscriptions() {
        Client client = client("101", "86540", "sn-101");
        client.connect(false, 120);
        client.subscribe("room");
        client.close();

        client("101", "86540", "sn-101").connect(false, 120);

        assertThat(device().subscriptions()).containsExactly("room");
    }

    private String register(String query, String body) throws Exception {
        URI uri = URI.create(simulator.onenetLegacy().httpUri() + "/register_de" + query);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void registration_ofOneSerialNumberTwice_givesOneDevice() throws Exception {
        String first = register("?register_code=rc", "{\"sn\":\"s-1\",\"title\":\"cellar\"}");
        String again = register("?register_code=rc", "{\"sn\":\"s-1\"}");

        assertThat(first).contains("\"errno\":0").isEqualTo(again);
        assertThat(simulator.onenetLegacy().devices()).hasSize(4);
        assertThat(simulator.onenetLegacy().devices().get(3).title()).isEqualTo("cellar");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | {\"sn\":\"1\"} | 7",
                "?register_code=no | {\"sn\":\"1\"} | 3",
                "?register_code=rc | {\"sn\": | 4",
                "?register_code=rc | {} | 7",
                "?register_code=rc | {\"sn\":7} | 6"
            })
    void registration_withWhatIsWrong_isRefusedWithANumber(String query, String body, int errno) throws Exception {
        assertThat(register(query, body)).contains("\"errno\":" + errno);
    }

    @Test
    void settings_withADeviceNumberTwice_areRefused() {
        OneNetLegacySettings.Builder settings =
                OneNetLegacySettings.builder().product("1", product -> product.device("7", "a"));

        assertThatThrownBy(() -> settings.product("2", product -> product.device("7", "b")))
                .isInstanceOf(SimulatorConfigurationException.class)
                .hasMessageContaining("[7]");
    }
}
