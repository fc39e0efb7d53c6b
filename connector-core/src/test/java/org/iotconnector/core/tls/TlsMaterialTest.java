package org.iotconnector.core.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.tls.TestCertificates.Issued;
import org.iotconnector.core.tls.TlsFailure.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TlsMaterialTest {
    private static final Issued AUTHORITY = TestCertificates.authority("CN=Test CA");
    private static final Issued SERVER = TestCertificates.server(AUTHORITY);

    @Test
    void exchange_trustedServer_works() throws IOException {
        assertThat(exchange(trusting(), SERVER)).isEqualTo(1);
    }

    @Test
    void exchange_selfSignedServerTrustedItself_works() throws IOException {
        Issued selfSigned = TestCertificates.of("CN=self").names("localhost").create();

        assertThat(exchange(TlsOptions.builder().trustPem(selfSigned.certificatePem()), selfSigned))
                .isEqualTo(1);
    }

    @Test
    void exchange_pinOfTheLeaf_works() throws IOException {
        assertThat(exchange(trusting().pin(CertificatePin.of(SERVER.certificate())), SERVER))
                .isEqualTo(1);
    }

    @Test
    void exchange_pinOfTheRootThatTheServerDoesNotSend_works() throws IOException {
        assertThat(exchange(trusting().pin(CertificatePin.of(AUTHORITY.certificate())), SERVER))
                .isEqualTo(1);
    }

    @Test
    void exchange_pinOfTheIntermediate_works() throws IOException {
        Issued intermediate = TestCertificates.of("CN=Intermediate")
                .issuedBy(AUTHORITY)
                .asAuthority()
                .create();
        Issued server = TestCertificates.server(intermediate);

        assertThat(exchange(
                        trusting().pin(CertificatePin.of(intermediate.certificate())),
                        server,
                        intermediate.certificate()))
                .isEqualTo(1);
    }

    @Test
    void exchange_pinnedCertificateMerelyAppendedToTheChain_isRefused() throws IOException {
        Issued pinned = TestCertificates.authority("CN=Pinned");

        try (TlsTestServer server = TlsTestServer.tls(SERVER, pinned.certificate())) {
            TlsMaterial material = trusting()
                    .pin(CertificatePin.of(pinned.certificate()))
                    .build()
                    .load();
            assertThat(TlsFailures.describe(TlsTestClient.failure(material, server, "localhost"))
                            .kind())
                    .isEqualTo(Kind.PIN_MISMATCH);
        }
    }

    @Test
    void exchange_pinMatchesButHostDoesNot_isRefused() throws IOException {
        try (TlsTestServer server = TlsTestServer.tls(SERVER)) {
            TlsMaterial material = trusting()
                    .pin(CertificatePin.of(SERVER.certificate()))
                    .build()
                    .load();

            assertThat(TlsFailures.describe(TlsTestClient.failure(material, server, "broker.example.com"))
                            .kind())
                    .isEqualTo(Kind.WRONG_HOST);
        }
    }

    @Test
    void exchange_hostNameCheckOff_acceptsAnotherName() throws IOException {
        try (TlsTestServer server = TlsTestServer.tls(SERVER)) {
            TlsMaterial material =
                    trusting().dangerouslySkipHostNameCheck().build().load();

            assertThat(TlsTestClient.exchange(material, server, "broker.example.com"))
                    .isEqualTo(1);
            assertThat(material.hostnameVerifier()).isPresent();
        }
    }

    @Test
    void exchange_clientCertificate_isShown() throws IOException {
        Issued client = TestCertificates.of("CN=lamp-1").issuedBy(AUTHORITY).create();
        TlsOptions options = trusting()
                .clientCertificatePem(client.certificatePem(), Secret.of(client.keyPem()), null)
                .build();

        try (TlsTestServer server = TlsTestServer.tls(
                socket -> socket.setNeedClientAuth(true),
                trusting().build().load().trustManager(),
                SERVER)) {
            assertThat(TlsTestClient.exchange(options.load(), server, "localhost"))
                    .isEqualTo(1);
        }
    }

    @Test
    void parameters_byDefault_checkTheHostNameAndOfferNewVersions() {
        TlsMaterial material = TlsOptions.standard().load();

        assertThat(material.parameters().getEndpointIdentificationAlgorithm()).isEqualTo("HTTPS");
        assertThat(material.parameters().getProtocols()).containsExactly("TLSv1.3", "TLSv1.2");
        assertThat(material.hostnameVerifier()).isEmpty();
        assertThat(material.keyManagerFactory()).isEmpty();
        assertThat(material.trustManager().getAcceptedIssuers()).isNotEmpty();
    }

    @Test
    void trustManagerFactory_inNetty_acceptsTheServer() throws Exception {
        assertThat(nettyHandshake(trusting().pin(CertificatePin.of(SERVER.certificate())), "localhost"))
                .isNull();
    }

    @Test
    void trustManagerFactory_inNetty_checksTheHostName() throws Exception {
        Throwable failure = nettyHandshake(trusting().pin(CertificatePin.of(SERVER.certificate())), "example.com");

        assertThat(TlsFailures.describe(failure).kind()).isEqualTo(Kind.WRONG_HOST);
    }

    @Test
    void trustManagerFactory_inNetty_checksPins() throws Exception {
        Throwable failure = nettyHandshake(
                trusting().pin(new CertificatePin("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")), "localhost");

        assertThat(TlsFailures.describe(failure).kind()).isEqualTo(Kind.PIN_MISMATCH);
    }

    @Test
    void plainPort_inNetty_isRecognised() throws Exception {
        try (TlsTestServer server = TlsTestServer.plain()) {
            Throwable failure = nettyHandshake(trusting(), "localhost", server.port());

            assertThat(TlsFailures.describe(failure).kind()).isEqualTo(Kind.PLAIN_PORT);
        }
    }

    private static TlsOptions.Builder trusting() {
        return TlsOptions.builder().trustPem(AUTHORITY.certificatePem());
    }

    private static int exchange(TlsOptions.Builder options, Issued identity, X509Certificate... issuers)
            throws IOException {
        try (TlsTestServer server = TlsTestServer.tls(identity, issuers)) {
            return TlsTestClient.exchange(options.build().load(), server, "localhost");
        }
    }

    private static Throwable nettyHandshake(TlsOptions.Builder options, String host) throws Exception {
        try (TlsTestServer server = TlsTestServer.tls(SERVER)) {
            return nettyHandshake(options, host, server.port());
        }
    }

    /** Shakes hands as the MQTT client does: with an engine and the factories; gives the failure, null if none. */
    private static Throwable nettyHandshake(TlsOptions.Builder options, String host, int port) throws Exception {
        TlsMaterial material = options.build().load();
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        NioEventLoopGroup group = new NioEventLoopGroup(1);
        try {
            new Bootstrap()
                    .group(group)
                    .channel(NioSocketChannel.class)
                    .handler(new ChannelInitializer<SocketChannel>() {
                        @Override
                        protected void initChannel(SocketChannel channel) throws SSLException {
                            SslHandler handler = context(material).newHandler(channel.alloc(), host, port);
                            handler.engine().setSSLParameters(material.parameters());
                            handler.handshakeFuture().addListener(future -> outcome.complete(future.cause()));
                            channel.pipeline().addLast(handler);
                        }
                    })
                    .connect(InetAddress.getLoopbackAddress(), port)
                    .addListener(connected -> {
                        if (!connected.isSuccess()) {
                            outcome.completeExceptionally(connected.cause());
                        }
                    });
            return outcome.get(30, TimeUnit.SECONDS);
        } finally {
            group.shutdownGracefully(0, 5, TimeUnit.SECONDS).sync();
        }
    }

    private static SslContext context(TlsMaterial material) throws SSLException {
        return SslContextBuilder.forClient()
                .trustManager(material.trustManagerFactory())
                .keyManager(material.keyManagerFactory().orElse(null))
                .protocols(List.copyOf(material.protocols()))
                .build();
    }
}
