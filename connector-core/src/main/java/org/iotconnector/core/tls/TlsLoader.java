package org.iotconnector.core.tls;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.settings.ProblemCollector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns options into material, and reports what is wrong with trust and identity together. */
final class TlsLoader {
    private static final Logger LOG = LoggerFactory.getLogger(TlsLoader.class);
    /** Time to order, test and roll out a new certificate. */
    private static final Duration NOTICE = Duration.ofDays(90);

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
        KeyManagerFactory keyManagers = collect(problems, this::keyManagers);
        problems.throwIfAny();
        X509ExtendedTrustManager trustManager = TrustLoader.trustManager(trusted);
        if (!options.pins().isEmpty()) {
            trustManager = new PinningTrustManager(trustManager, options.pins());
        }
        return new TlsMaterial(
                trustManager, keyManagers, options.verifyHostName(), options.protocols(), trustedUntil(trusted));
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

    private @Nullable KeyManagerFactory keyManagers() {
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
        return ClientIdentityLoader.keyManagers(identity);
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
        certificates.stream()
                .filter(certificate -> !isInvalid(certificate) && endsSoon(certificate))
                .findFirst()
                .ifPresent(certificate -> LOG.warn(
                        "The certificate {} in {} ({}) ends on {}. Replace it before.",
                        certificate.getSubjectX500Principal().getName(),
                        input.name(),
                        input.setting(),
                        certificate.getNotAfter().toInstant()));
    }

    private boolean endsSoon(X509Certificate certificate) {
        return now.plus(NOTICE).isAfter(certificate.getNotAfter().toInstant());
    }

    private boolean isInvalid(X509Certificate certificate) {
        return now.isBefore(certificate.getNotBefore().toInstant())
                || now.isAfter(certificate.getNotAfter().toInstant());
    }
}
