package org.iotconnector.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.iotconnector.core.HttpException;
import org.iotconnector.core.HttpException.Reason;
import org.iotconnector.core.tls.TestCertificates;
import org.iotconnector.core.tls.TestCertificates.Issued;
import org.iotconnector.core.tls.TlsOptions;
import org.iotconnector.core.tls.TlsTestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTlsTest {
    private static final Issued AUTHORITY = TestCertificates.authority("CN=Test CA");
    private static final Issued SERVER = TestCertificates.server(AUTHORITY);

    private final MockWebServer server = new MockWebServer();
    private final Http http = Http.create();

    @BeforeEach
    void start() throws Exception {
        server.useHttps(sockets());
        server.start();
        server.enqueue(new MockResponse.Builder().body("safe").build());
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
    }

    private static SSLSocketFactory sockets() throws Exception {
        KeyStore store = TestCertificates.keyStore("JKS", "", SERVER);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context.getSocketFactory();
    }

    private static TlsOptions trusting(Issued authority) {
        return TlsOptions.builder().trustPem(authority.certificatePem()).build();
    }

    private HttpRequest request(String host) {
        return HttpRequest.get(URI.create("https://" + host + ":" + server.getPort() + "/"))
                .build();
    }

    @Test
    void send_byDefault_refusesUnknownIssuers() {
        assertThatThrownBy(() -> http.send(request("localhost")).join())
                .cause()
                .isInstanceOfSatisfying(
                        HttpException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TLS))
                .hasMessageStartingWith(
                        "The server's certificate (CN=server) was issued by CN=Test CA, whom this client does"
                                + " not trust.")
                .hasMessageContaining("trustFile");
    }

    @Test
    void withTls_trustingTheIssuer_connects() {
        HttpAnswer answer =
                http.withTls(trusting(AUTHORITY)).send(request("localhost")).join();

        assertThat(answer.text()).isEqualTo("safe");
    }

    @Test
    void withTls_certificateOfAnotherHost_isRefused() {
        Http trusting = http.withTls(trusting(AUTHORITY));

        assertThatThrownBy(() -> trusting.send(request("127.0.0.1")).join())
                .cause()
                .hasMessageStartingWith("The server's certificate was issued for another host");
    }

    @Test
    void withTls_hostNameCheckSkipped_connects() {
        TlsOptions skipping =
                trusting(AUTHORITY).extend().dangerouslySkipHostNameCheck().build();

        HttpAnswer answer = http.withTls(skipping).send(request("127.0.0.1")).join();

        assertThat(answer.text()).isEqualTo("safe");
    }

    @Test
    void send_tlsToPlainPort_saysSo() throws Exception {
        try (TlsTestServer plain = TlsTestServer.plain()) {
            HttpRequest request = HttpRequest.get(URI.create("https://localhost:" + plain.port() + "/"))
                    .build();

            assertThatThrownBy(() -> http.send(request).join())
                    .cause()
                    .hasMessageStartingWith("The server's answer is not TLS, so the port is a plain one.")
                    .hasMessageEndingWith("or http:// for this one.");
        }
    }
}
