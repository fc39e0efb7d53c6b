package org.iotconnector.core.tls;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Collectors;

/** None of the server's verified certificates has a pinned key. The message lists the pins seen as the setting takes them. */
final class PinMismatchException extends CertificateException {
    private static final long serialVersionUID = 1L;

    PinMismatchException(List<X509Certificate> path) {
        super("None of the server's certificates matches the setting pin. Seen, leaf first: "
                + path.stream()
                        .map(certificate -> CertificatePin.of(certificate) + " ("
                                + certificate.getSubjectX500Principal().getName() + ")")
                        .collect(Collectors.joining(", "))
                + ".");
    }
}
