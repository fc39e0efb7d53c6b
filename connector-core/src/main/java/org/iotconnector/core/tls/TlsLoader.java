package org.iotconnector.core.tls;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.settings.ProblemCollector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns options into material, and reports what is wrong with trust and identity together. */
final class TlsLoader {
    private static final Logger LOG = LoggerFactory.getLogger(TlsLoader.class);

    private final TlsOptions options;
    private final Instant now;

    private TlsLoader(TlsOptions options, Instant now) {
        this.options = options;
        this.now = now;
    }

    static TlsMaterial load(TlsOptions options) {
        return new TlsLoader(options, Clock.systemUTC().instant()).load();
    }

    private TlsMaterial load() {
        ProblemCollector problems = new ProblemCollector();
        List<X509Certificate> trusted = collect(problems, this::trusted);
        ClientIdentity identity = collect(problems, this::identity);
        problems.throwIfAny();
        ServerTrustManager trustManager =
                new ServerTrustManager(TrustLoader.trustManager(trusted), options.pins(), Clock.systemUTC());
        return new TlsMaterial(trustManager, identity, options, trustedUntil(trusted));
    }

    private static @Nullable Instant trustedUntil(@Nullable List<X509Certificate> trusted) {
        return trusted == null
                ? null
                : trusted.stream()
                        .map(certificate -> certificate.getNotAfter().toInstant())
                        .min(Comparator.naturalOrder())
                        .orElse(null);
    }

    private static <T> @Nullable T collect(ProblemCollector problems, Supplier<@Nullable T> part) {
        try {
            return part.get();
        } catch (InvalidConfigurationException e) {
            problems.addAll(e);
            return null;
        }
    }

    private @Nullable List<X509Certificate> trusted() {
        TlsInput input;
        if (options.trustFile != null) {
            input = TlsInput.file(TlsSettings.TRUST_FILE.key(), options.trustFile);
        } else if (options.trustPem != null) {
            input = TlsInput.text("trustPem", options.trustPem);
        } else {
            return null;
        }
        List<X509Certificate> certificates = TrustLoader.certificates(input, options.trustPassword);
        warnOfInvalid(input, certificates);
        return certificates;
    }

    private @Nullable ClientIdentity identity() {
        TlsInput certificate;
        TlsInput key = null;
        if (options.clientCertificateFile != null) {
            certificate = TlsInput.file(TlsSettings.CLIENT_CERTIFICATE_FILE.key(), options.clientCertificateFile);
            if (options.clientKeyFile != null) {
                key = TlsInput.file(TlsSettings.CLIENT_KEY_FILE.key(), options.clientKeyFile);
            }
        } else if (options.clientCertificatePem != null && options.clientKeyPem != null) {
            certificate = TlsInput.text("clientCertificatePem", options.clientCertificatePem);
            key = TlsInput.text("clientKeyPem", options.clientKeyPem);
        } else {
            return null;
        }
        ClientIdentity identity = ClientIdentityLoader.load(certificate, key, options.clientKeyPassword);
        warnOfInvalid(certificate, List.of(identity.leaf()));
        return identity;
    }

    /** Only warns: the server decides whether it minds, and a wrong clock here must not keep the device offline. */
    private void warnOfInvalid(TlsInput input, List<X509Certificate> certificates) {
        List<X509Certificate> invalid =
                certificates.stream().filter(this::isInvalid).toList();
        if (!invalid.isEmpty()) {
            X509Certificate first = invalid.get(0);
            LOG.warn(
                    "{} of {} certificates in {} ({}) are not valid today; first: {}, valid from {} to {}. Check this"
                            + " machine's clock, or renew them.",
                    invalid.size(),
                    certificates.size(),
                    input.name(),
                    input.setting(),
                    first.getSubjectX500Principal().getName(),
                    first.getNotBefore().toInstant(),
                    first.getNotAfter().toInstant());
        }
    }

    private boolean isInvalid(X509Certificate certificate) {
        return now.isBefore(certificate.getNotBefore().toInstant())
                || now.isAfter(certificate.getNotAfter().toInstant());
    }
}
