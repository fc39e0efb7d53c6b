package org.iotconnector.core.tls;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The certificates that really vouch for a server: from its own up to a trusted one, each signed by the next. What a
 * server merely appends to its chain is left out, or else anybody could append a certificate with a pinned key.
 */
final class VerifiedPath {
    private static final int LONGEST = 10;

    private VerifiedPath() {}

    /** Chooses the path for {@code chain}, leaf first, which the trust manager has accepted already. */
    static List<X509Certificate> of(X509Certificate[] chain, List<X509Certificate> anchors) {
        List<X509Certificate> presented = new ArrayList<>(Arrays.asList(chain));
        List<X509Certificate> path = new ArrayList<>();
        Optional<X509Certificate> next = Optional.of(presented.remove(0));
        while (next.isPresent() && path.size() < LONGEST) {
            X509Certificate current = next.get();
            path.add(current);
            if (anchors.contains(current)) {
                break;
            }
            next = issuer(current, anchors).or(() -> issuer(current, presented));
            next.ifPresent(presented::remove);
        }
        return path;
    }

    private static Optional<X509Certificate> issuer(X509Certificate certificate, List<X509Certificate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .filter(candidate -> isSignedBy(certificate, candidate))
                .findFirst();
    }

    private static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
