package org.iotconnector.core.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/** What a certificate says, for messages: short, on one line, whatever a stranger has put into it. */
final class CertificateText {
    private static final int LONGEST = 100;
    private static final int MOST_NAMES = 8;
    /** The kinds of names in RFC 5280 section 4.2.1.6 that a host can have. */
    private static final int DNS_NAME = 2;

    private static final int IP_ADDRESS = 7;

    private CertificateText() {}

    static String subject(X509Certificate certificate) {
        return name(certificate.getSubjectX500Principal());
    }

    static String issuer(X509Certificate certificate) {
        return name(certificate.getIssuerX500Principal());
    }

    private static String name(X500Principal principal) {
        String name = principal.getName();
        return name.isEmpty() ? "a nameless one" : clean(name);
    }

    /** The hosts that the certificate was issued for, such as {@code a.example.com, 192.0.2.1}; empty if it names none. */
    static String hosts(X509Certificate certificate) {
        List<String> hosts = new ArrayList<>();
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            for (List<?> name : names == null ? List.<List<?>>of() : names) {
                boolean host = name.get(0).equals(DNS_NAME) || name.get(0).equals(IP_ADDRESS);
                if (host && name.get(1) instanceof String text) {
                    hosts.add(clean(text));
                }
            }
        } catch (CertificateParsingException e) {
            return "";
        }
        int more = hosts.size() - MOST_NAMES;
        return more <= 0
                ? String.join(", ", hosts)
                : String.join(", ", hosts.subList(0, MOST_NAMES)) + " and " + more + " more";
    }

    /** To the second, as nobody wants to read more. */
    static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static String clean(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
