package org.iotconnector.cli.internal.credentials;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.iotconnector.cli.internal.settings.DeviceSetup;
import org.iotconnector.cli.internal.settings.SampleValues;
import org.iotconnector.cli.internal.settings.Texts;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.spi.Interest;
import org.iotconnector.core.spi.Outgoing;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Values;
import org.iotconnector.core.tls.TlsOptions;
import org.iotconnector.core.tls.TlsSettings;

/**
 * Everything a client of any make needs to be the device: how to log in, and what to say first. It holds the password,
 * never the secret that the password was computed from.
 *
 * @param platform the platform's name for people
 * @param device the device's name
 * @param connect what CONNECT says
 * @param example what the example reports say, for people
 * @param reports an example report as MQTT messages
 * @param subscriptions what to listen to
 * @param tls the files that TLS needs
 */
record Login(
        String platform,
        String device,
        ConnectParameters connect,
        String example,
        List<Publication> reports,
        List<Subscription> subscriptions,
        TlsFiles tls) {

    /**
     * What a client of another make has to be told about TLS.
     *
     * @param trust whose certificates to trust; empty for the well-known authorities, or those of {@code pem}
     * @param pem the certificates to trust as text, where the platform has its own and no file was given
     * @param certificate the client's certificate
     * @param key the client's key; empty when the certificate's file holds it
     * @param anyHostName whether the host name is not checked
     */
    record TlsFiles(
            Optional<Path> trust,
            Optional<String> pem,
            Optional<Path> certificate,
            Optional<Path> key,
            boolean anyHostName) {
        static TlsFiles of(DeviceSetup<?> setup, TlsOptions tls) {
            return new TlsFiles(
                    setup.find(TlsSettings.TRUST_FILE),
                    tls.trustPem().map(String::strip),
                    setup.find(TlsSettings.CLIENT_CERTIFICATE_FILE),
                    setup.find(TlsSettings.CLIENT_KEY_FILE),
                    !tls.verifyHostName());
        }
    }

    /** The login that {@code setup} stands for at {@code now}. */
    static Login of(DeviceSetup<?> setup, Instant now) {
        Values values = SampleValues.of(setup.config());
        List<Publication> reports = setup.codec().encode(Uplink.PropertyReport.of(values), 1).stream()
                .map(Outgoing::publication)
                .toList();
        ConnectParameters connect = setup.connect(now);
        return new Login(
                setup.provider().title(),
                setup.config().deviceId(),
                connect,
                Texts.of(values),
                reports,
                setup.codec().subscriptions(Interest.REPLIES_ONLY.withSets()),
                TlsFiles.of(setup, connect.tls()));
    }

    Endpoint endpoint() {
        return connect.endpoint();
    }

    String host() {
        return endpoint().host();
    }

    String clientId() {
        return connect.clientIdentifier().text();
    }

    /** When the password ends, for people; empty for never. */
    Optional<String> end() {
        return connect.validUntil().map(Instant::toString);
    }

    Optional<String> password() {
        return connect.password().map(Secret::reveal);
    }

    long keepAliveSeconds() {
        return connect.keepAlive().toSeconds();
    }
}
