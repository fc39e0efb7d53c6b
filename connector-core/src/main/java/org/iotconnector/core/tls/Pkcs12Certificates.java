package org.iotconnector.core.tls;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEInputDecryptorProviderBuilder;

/**
 * Every certificate in a PKCS#12 file (RFC 7292). Key stores show only some: the JDK's those with Oracle's "trusted"
 * attribute, BouncyCastle's those with a friendly name, and {@code openssl pkcs12 -export -nokeys} writes neither.
 */
final class Pkcs12Certificates {
    private Pkcs12Certificates() {}

    /** Reads a file whose password is known to be right. */
    static List<X509Certificate> read(TlsInput input, char[] password) {
        try {
            List<X509Certificate> certificates = new ArrayList<>();
            for (ContentInfo content : new PKCS12PfxPdu(input.bytes()).getContentInfos()) {
                for (PKCS12SafeBag bag : bags(content, password).getSafeBags()) {
                    if (bag.getBagValue() instanceof X509CertificateHolder holder) {
                        certificates.add(new JcaX509CertificateConverter().getCertificate(holder));
                    }
                }
            }
            return certificates;
        } catch (IOException | PKCSException | CertificateException | RuntimeException e) {
            throw input.failure("holds a certificate that cannot be read; export it anew.");
        }
    }

    private static PKCS12SafeBagFactory bags(ContentInfo content, char[] password) throws PKCSException {
        return PKCSObjectIdentifiers.encryptedData.equals(content.getContentType())
                ? new PKCS12SafeBagFactory(
                        content,
                        new JcePKCSPBEInputDecryptorProviderBuilder()
                                .setProvider(Pem.bouncyCastle())
                                .build(password))
                : new PKCS12SafeBagFactory(content);
    }
}
