package org.iotconnector.core.tls;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.iotconnector.core.settings.Secret;

/**
 * Certificates and keys written by OpenSSL 3.0 and keytool, which are not the code that reads them here. {@code ec} is
 * a P-256 key with a self-signed certificate CN=ec, {@code rsa} one of 2048 bits with CN=rsa; {@code -legacy} is
 * PKCS#12 as OpenSSL 1.1 wrote it, {@code trust} holds the certificate of ec without its key. They are for tests only.
 */
final class Fixtures {
    static final Secret PASSWORD = Secret.of("s3cr3t");

    private Fixtures() {}

    static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(Fixtures.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
