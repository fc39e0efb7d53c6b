package org.iotconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.mqtt3.Mqtt3ClientBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import javax.net.ssl.TrustManagerFactory;
import org.iotconnector.simulator.testing.AliyunCredentials;
import org.iotconnector.simulator.testing.Client;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransportsTest {
    private static final String TOPIC = "/a1Demo0Prod/lamp-1/user/update";

    private final Simulator simulator = Simulator.demo();

    @AfterAll
    void stop() {
        simulator.close();
    }

    @Test
    void tls_trustingTheGeneratedCa_works() {
        assertThat(transportSeen(simulator.aliyun().mqttsUri(), builder -> builder.sslConfig(trust())))
                .isEqualTo(Transport.TLS);
    }

    @Test
    void tls_trustingTheJdkOnly_fails() {
        Client client = Client.to(
                simulator.aliyun().mqttsUri(), AliyunCredentials.lamp(), Mqtt3ClientBuilder::sslWithDefaultConfig);

        assertThatThrownBy(client::connect)
                .hasRootCauseMessage("unable to find valid certification path to requested target");
    }

    @Test
    void webSocket_plain_works() {
        assertThat(transportSeen(
                        simulator.aliyun().wsUri(),
                        builder ->
                                builder.webSocketConfig().serverPath("any/path").applyWebSocketConfig()))
                .isEqualTo(Transport.WS);
    }

    @Test
    void webSocket_overTls_works() {
        assertThat(transportSeen(
                        simulator.aliyun().wssUri(),
                        builder -> builder.sslConfig(trust()).webSocketWithDefaultConfig()))
                .isEqualTo(Transport.WSS);
    }

    @Test
    void webSocket_withoutMqttSubProtocol_isRefused() {
        URI uri = simulator.aliyun().wsUri();
        HttpClient http = HttpClient.newHttpClient();

        assertThatThrownBy(() -> http.newWebSocketBuilder()
                        .buildAsync(uri, new WebSocket.Listener() {})
                        .join())
                .isInstanceOf(CompletionException.class);
    }

    @Test
    void webSocketPort_plainHttp_isAnsweredWithASentence() throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + simulator.aliyun().wsUri().getPort() + "/");

        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(426);
        assertThat(response.body()).contains("MQTT over WebSocket");
    }

    @Test
    void webSocket_largeMessage_passesInFull() {
        try (Client client = Client.to(
                        simulator.aliyun().wsUri(),
                        AliyunCredentials.lamp(),
                        Mqtt3ClientBuilder::webSocketWithDefaultConfig)
                .connect()) {
            client.publish(TOPIC, "x".repeat(200_000), 1);

            assertThat(simulator.aliyun().received()).anyMatch(message -> message.size() == 200_000);
        }
    }

    @Test
    void caFile_written_holdsTheCertificate(@TempDir Path folder) throws IOException {
        simulator.writeCaCertificate(folder.resolve("ca.pem"));

        assertThat(Files.readString(folder.resolve("ca.pem")))
                .isEqualTo(simulator.caCertificatePem())
                .startsWith("-----BEGIN CERTIFICATE-----");
    }

    @Test
    void caFile_folderMissing_isAClearError(@TempDir Path folder) {
        assertThatThrownBy(() -> simulator.writeCaCertificate(folder.resolve("none/ca.pem")))
                .isInstanceOf(SimulatorConfigurationException.class)
                .hasMessageContaining("ca.pem");
    }

    private Transport transportSeen(URI uri, UnaryOperator<Mqtt3ClientBuilder> more) {
        try (Client client = Client.to(uri, AliyunCredentials.lamp(), more).connect()) {
            client.publish(TOPIC, "x", 1);
            return simulator.aliyun().connections().get(0).transport();
        }
    }

    /** Trusts the simulator's CA and checks the host name, which the client does by default. */
    private MqttClientSslConfig trust() {
        try {
            Certificate ca = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(
                            simulator.caCertificatePem().getBytes(StandardCharsets.US_ASCII)));
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("ca", ca);
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return MqttClientSslConfig.builder().trustManagerFactory(factory).build();
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
