package org.iotconnector.core.tls;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words for what a TLS connection stands on and that ends. */
final class TlsEnds {
    private TlsEnds() {}

    static List<TlsEnd> of(@Nullable X509Certificate anchor, TlsOptions options, @Nullable ClientIdentity identity) {
        List<TlsEnd> ends = new ArrayList<>();
        if (anchor != null) {
            ends.add(end(
                    "The certificate that this client trusts the server by",
                    anchor,
                    options.trustsJavaRoots()
                            ? "Update the Java runtime before, which brings newer roots; or set trustFile to the"
                                    + " authority's new one."
                            : "Get the authority's new certificate and put it into the trustFile beside the old one."));
        }
        if (identity != null) {
            ends.add(end(
                    "The client certificate",
                    identity.leaf(),
                    "Have a new one issued for this device, and set clientCertificateFile and clientKeyFile to it."));
        }
        return List.copyOf(ends);
    }

    private static TlsEnd end(String what, X509Certificate certificate, String advice) {
        Instant at = certificate.getNotAfter().toInstant();
        return new TlsEnd(
                what + " (" + CertificateText.subject(certificate) + ") ends on " + CertificateText.time(at) + ".",
                advice,
                at);
    }
}
