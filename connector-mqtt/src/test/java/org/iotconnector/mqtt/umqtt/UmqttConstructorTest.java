package org.iotconnector.mqtt.umqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.SessionConfig;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.tls.TlsOptions;
import org.iotconnector.simulator.ConnectionInfo;
import org.iotconnector.simulator.Transport;
import org.iotconnector.tck.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the arguments of {@code MQTTClient(…)} become. */
class UmqttConstructorTest extends UmqttBench {
    private ConnectionInfo connection() {
        broker.await("the client is there", () -> !broker.connections().isEmpty(), Await.LIMIT);
        return broker.connections().get(0);
    }

    @Test
    void client_ofAnIdentifierAndAServer_connectsByItself() {
        // tag::client[]
        ConnectParameters lamp = ConnectParameters.builder(Endpoint.parse(server), ClientIdentifier.of("lamp-1"))
                .build();
        MqttSession session = connector.session(SessionConfig.of(lamp, SessionOptions.standard()));
        // end::client[]

        session.awaitOnline(Await.LIMIT);
        assertThat(connection().clientId()).isEqualTo("lamp-1");
    }

    @Test
    void clientId_ofMoreThan23Characters_isTaken() {
        // tag::client_id[]
        ClientIdentifier id = ClientIdentifier.of("lamp-in-the-hall-of-the-third-floor");
        // end::client_id[]
        MqttSession session = connector.session(SessionConfig.of(
                ConnectParameters.builder(Endpoint.parse(server), id).build(), SessionOptions.standard()));

        session.awaitOnline(Await.LIMIT);

        assertThat(connection().clientId()).isEqualTo("lamp-in-the-hall-of-the-third-floor");
    }

    @Test
    void port_leftOut_isThatOfTheScheme() {
        // tag::port0[]
        Endpoint plain = Endpoint.parse("mqtt://192.168.1.10");
        Endpoint secure = Endpoint.parse("mqtts://192.168.1.10");
        // end::port0[]

        assertThat(plain.port()).isEqualTo(1883);
        assertThat(secure.port()).isEqualTo(8883);
    }

    @Test
    void serverAndPort_givenApart_areConnectedTo() {
        String host = broker.mqttUri().getHost();
        int port = broker.mqttUri().getPort();

        // tag::server[]
        Endpoint endpoint = Endpoint.of(Endpoint.Transport.TCP, host, port);
        // end::server[]

        MqttSession session = connector.session(SessionConfig.of(
                ConnectParameters.builder(endpoint, ClientIdentifier.of("lamp-1"))
                        .build(),
                SessionOptions.standard()));
        session.awaitOnline(Await.LIMIT);
        assertThat(connection().clientId()).isEqualTo("lamp-1");
    }

    @Test
    void userAndPassword_whenRight_areTaken() {
        Secret password = Secret.of(PASSWORD);

        // tag::user[]
        parameters.credentials("lamp-1", password);
        // end::user[]

        online();
        assertThat(broker.counters().connectsRefused()).isZero();
        assertThat(parameters.build().toString()).doesNotContain(PASSWORD);
    }

    @Test
    void keepAlive_of30Seconds_isAskedFor() {
        // tag::keepalive[]
        parameters.keepAlive(Duration.ofSeconds(30));
        // end::keepalive[]

        online();
        assertThat(connection().keepAliveSeconds()).isEqualTo(30);
    }

    @Test
    void keepAlive_of0Seconds_isOffAndNotTheDefault() {
        assertThat(parameters.build().keepAlive()).isEqualTo(Duration.ofSeconds(60));

        // tag::keepalive0[]
        parameters.keepAlive(Duration.ZERO);
        // end::keepalive0[]

        online();
        assertThat(connection().keepAliveSeconds()).isZero();
    }

    @Test
    void ssl_withTheServersRoot_connects() {
        String server = broker.mqttsUri().toString();
        String root = simulator.caCertificatePem();

        // tag::ssl[]
        TlsOptions tls = TlsOptions.builder().trustPem(root).build();
        ConnectParameters lamp = ConnectParameters.builder(Endpoint.parse(server), ClientIdentifier.of("lamp-1"))
                .tls(tls)
                .build();
        // end::ssl[]

        connector.session(SessionConfig.of(lamp, SessionOptions.standard())).awaitOnline(Await.LIMIT);
        assertThat(connection().transport()).isEqualTo(Transport.TLS);
    }

    @Test
    void ssl_ofAnUnknownIssuer_isRefused() {
        Endpoint secure = Endpoint.parse(broker.mqttsUri().toString());
        ConnectParameters.Builder parameters = ConnectParameters.builder(secure, ClientIdentifier.of("lamp-1"));

        // tag::cert_none[]
        parameters.tls(TlsOptions.standard());
        // end::cert_none[]

        MqttSession session = connector.session(SessionConfig.of(parameters.build(), SessionOptions.standard()));
        Await.until("it is refused", () -> session.state().failure().isPresent());
        assertThat(session.state().failure().map(Failure::kind)).hasValue(FailureKind.TLS);
    }

    @Test
    void sslParams_withCertificateAndKey_showThem(@TempDir Path folder) throws Exception {
        try (MutualTlsListener listener = new MutualTlsListener(folder)) {
            String certificate = listener.certificatePem();
            String root = certificate;
            String key = listener.keyPem();

            // tag::ssl_params[]
            TlsOptions tls = TlsOptions.builder()
                    .trustPem(root)
                    .clientCertificatePem(certificate, Secret.of(key), null)
                    .build();
            // end::ssl_params[]

            connector.session(SessionConfig.of(
                    ConnectParameters.builder(listener.endpoint(), ClientIdentifier.of("lamp-1"))
                            .tls(tls)
                            .build(),
                    SessionOptions.standard()));
            assertThat(Await.value(listener.shown())).isEqualTo("CN=lamp-1");
        }
    }

    @Test
    void serverHostname_whenNotToBeChecked_hasToBeSaidSo() {
        String root = simulator.caCertificatePem();

        // tag::server_hostname[]
        TlsOptions tls = TlsOptions.builder()
                .trustPem(root)
                .dangerouslySkipHostNameCheck()
                .build();
        // end::server_hostname[]

        Endpoint secure = Endpoint.parse(broker.mqttsUri().toString());
        connector
                .session(SessionConfig.of(
                        ConnectParameters.builder(secure, ClientIdentifier.of("lamp-1"))
                                .tls(tls)
                                .build(),
                        SessionOptions.standard()))
                .awaitOnline(Await.LIMIT);
        assertThat(tls.verifyHostName()).isFalse();
        assertThat(TlsOptions.standard().verifyHostName()).isTrue();
    }
}
