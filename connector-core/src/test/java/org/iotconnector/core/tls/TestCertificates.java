package org.iotconnector.core.tls;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
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
import org.jspecify.annotations.Nullable;

/** Makes certificates for the tests: {@code of("CN=server").issuedBy(ca).names("localhost").create()}. */
public final class TestCertificates {
    /** A certificate with its key. */
    public record Issued(X509Certificate certificate, KeyPair keys) {
        public String certificatePem() {
            return pem(certificate);
        }

        String keyPem() {
            return pem(new PemObject("PRIVATE KEY", keys.getPrivate().getEncoded()));
        }
    }

    private final String subject;
    private final List<GeneralName> names = new ArrayList<>();
    private @Nullable Issued issuer;
    private boolean authority;
    private String algorithm = "EC";
    private Instant from = Instant.now().minus(Duration.ofDays(10));
    private Instant until = Instant.now().plus(Duration.ofDays(10));

    private TestCertificates(String subject) {
        this.subject = subject;
    }

    static TestCertificates of(String subject) {
        return new TestCertificates(subject);
    }

    public static Issued authority(String name) {
        TestCertificates request = of(name);
        request.authority = true;
        return request.create();
    }

    public static Issued server(Issued authority) {
        return of("CN=server").issuedBy(authority).names("localhost").create();
    }

    TestCertificates issuedBy(Issued authorityOfIt) {
        this.issuer = authorityOfIt;
        return this;
    }

    TestCertificates asAuthority() {
        this.authority = true;
        return this;
    }

    TestCertificates names(String... dnsNames) {
        for (String name : dnsNames) {
            names.add(new GeneralName(GeneralName.dNSName, name));
        }
        return this;
    }

    TestCertificates rsa() {
        this.algorithm = "RSA";
        return this;
    }

    TestCertificates valid(Instant first, Instant last) {
        this.from = first;
        this.until = last;
        return this;
    }

    Issued create() {
        KeyPair keys = keys(algorithm);
        Issued by = issuer;
        KeyPair signing = by == null ? keys : by.keys();
        X500Principal name = new X500Principal(subject);
        X500Principal issuerName = by == null ? name : by.certificate().getSubjectX500Principal();
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                            issuerName,
                            new BigInteger(64, new SecureRandom()),
                            Date.from(from),
                            Date.from(until),
                            name,
                            keys.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (!names.isEmpty()) {
                builder.addExtension(
                        Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(new GeneralName[0])));
            }
            String signature = signing.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            return new Issued(
                    new JcaX509CertificateConverter()
                            .getCertificate(
                                    builder.build(new JcaContentSignerBuilder(signature).build(signing.getPrivate()))),
                    keys);
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair keys(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(algorithm.equals("RSA") ? 2048 : 256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The objects as PEM: certificates, keys, or what else {@link JcaPEMWriter} knows. */
    static String pem(Object... objects) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (Object object : objects) {
                writer.writeObject(object);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    /** A store of the given type that holds the key and its certificates; JKS takes chains that do not fit too. */
    public static KeyStore keyStore(String type, String password, Issued identity, X509Certificate... issuers) {
        try {
            KeyStore store = KeyStore.getInstance(type);
            store.load(null, null);
            List<X509Certificate> chain = new ArrayList<>(List.of(issuers));
            chain.add(0, identity.certificate());
            store.setKeyEntry(
                    "key", identity.keys().getPrivate(), password.toCharArray(), chain.toArray(new X509Certificate[0]));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
