package org.iotconnector.tck;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** A certificate authority, and a server certificate for this machine. */
public final class TestPki {
    private static final X500Principal AUTHORITY = new X500Principal("CN=Test authority");
    private static final X500Principal SERVER = new X500Principal("CN=Test server");
    private static final X500Principal CLIENT = new X500Principal("CN=Test client");

    private TestPki() {}

    /** The server side of TLS with a certificate of an authority that nobody knows. */
    public static SSLContext server() {
        return server(keys());
    }

    /** The server side of TLS with a certificate of the authority in {@code ca.pem}, which it writes. */
    public static SSLContext serverTrustedBy(Path folder) throws IOException {
        KeyPair authority = keys();
        try {
            Files.writeString(
                    folder.resolve("ca.pem"), pem(certificate(AUTHORITY, authority, true, authority.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
        return server(authority);
    }

    private static SSLContext server(KeyPair authority) {
        try {
            KeyPair server = keys();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("key", server.getPrivate(), new char[0], new Certificate[] {
                certificate(SERVER, server, false, authority.getPrivate())
            });
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes {@code ca.pem}, {@code server.pem} and {@code server.key}, and the same for a client. */
    public static void writeTo(Path folder) throws IOException {
        try {
            KeyPair authority = keys();
            KeyPair server = keys();
            X509Certificate ca = certificate(AUTHORITY, authority, true, authority.getPrivate());
            X509Certificate certificate = certificate(SERVER, server, false, authority.getPrivate());
            Files.writeString(folder.resolve("ca.pem"), pem(ca));
            Files.writeString(folder.resolve("server.pem"), pem(certificate) + pem(ca));
            Files.writeString(
                    folder.resolve("server.key"),
                    pem(new PemObject("PRIVATE KEY", server.getPrivate().getEncoded())));
            KeyPair client = keys();
            Files.writeString(
                    folder.resolve("client.pem"), pem(certificate(CLIENT, client, false, authority.getPrivate())));
            Files.writeString(
                    folder.resolve("client.key"),
                    pem(new PemObject("PRIVATE KEY", client.getPrivate().getEncoded())));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(X500Principal name, KeyPair keys, boolean isAuthority, PrivateKey signer)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                        AUTHORITY,
                        new BigInteger(64, new SecureRandom()),
                        Date.from(Instant.now().minus(Duration.ofDays(1))),
                        Date.from(Instant.now().plus(Duration.ofDays(1))),
                        name,
                        keys.getPublic())
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
        if (!isAuthority) {
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
            }));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer)));
    }

    private static String pem(Object object) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }
}
