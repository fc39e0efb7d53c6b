package org.iotconnector.core.tls;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.settings.Secret;
import org.jspecify.annotations.Nullable;

/**
 * How a client speaks TLS: whom it trusts, which keys it insists on, as whom it shows itself. By default it trusts the
 * Java runtime's roots, checks host names, shows no certificate, and speaks TLS 1.3 or 1.2. Equal if all options are;
 * files count by path. Immutable, thread-safe.
 */
public final class TlsOptions {
    private static final List<String> DEFAULT_PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    final @Nullable Path trustFile;
    final @Nullable Secret trustPem;
    final @Nullable Secret trustPassword;
    final @Nullable Path clientCertificateFile;
    final @Nullable Path clientKeyFile;
    final @Nullable Secret clientCertificatePem;
    final @Nullable Secret clientKeyPem;
    final @Nullable Secret clientKeyPassword;
    private final Set<CertificatePin> pins;
    private final boolean verifyHostName;
    private final List<String> protocols;

    private TlsOptions(Builder builder) {
        this.trustFile = builder.trustFile;
        this.trustPem = builder.trustPem;
        this.trustPassword = builder.trustPassword;
        this.clientCertificateFile = builder.clientCertificateFile;
        this.clientKeyFile = builder.clientKeyFile;
        this.clientCertificatePem = builder.clientCertificatePem;
        this.clientKeyPem = builder.clientKeyPem;
        this.clientKeyPassword = builder.clientKeyPassword;
        this.pins = Set.copyOf(builder.pins);
        this.verifyHostName = builder.verifyHostName;
        this.protocols = builder.protocols;
    }

    /** The defaults. */
    public static TlsOptions standard() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A builder that begins with these options. */
    public Builder extend() {
        Builder builder = new Builder();
        builder.trustFile = trustFile;
        builder.trustPem = trustPem;
        builder.trustPassword = trustPassword;
        builder.clientCertificateFile = clientCertificateFile;
        builder.clientKeyFile = clientKeyFile;
        builder.clientCertificatePem = clientCertificatePem;
        builder.clientKeyPem = clientKeyPem;
        builder.clientKeyPassword = clientKeyPassword;
        builder.pins.addAll(pins);
        builder.verifyHostName = verifyHostName;
        builder.protocols = protocols;
        return builder;
    }

    /**
     * Reads the files. Blocks for the disk; logs a warning for certificates that are not valid today.
     *
     * @throws InvalidConfigurationException with every problem of the files: missing, damaged, wrong password, no
     *     certificate, a key of another certificate
     */
    public TlsMaterial load() {
        return TlsLoader.load(this);
    }

    /** The file whose certificates are trusted instead of the Java runtime's roots. */
    public Optional<Path> trustFile() {
        return Optional.ofNullable(trustFile);
    }

    /** Whether the Java runtime's roots are trusted, because no certificates were given in their place. */
    public boolean trustsJavaRoots() {
        return trustFile == null && trustPem == null;
    }

    /** The certificates given as PEM text that are trusted instead of the Java runtime's roots. */
    public Optional<String> trustPem() {
        return Optional.ofNullable(trustPem).map(Secret::reveal);
    }

    /** The public keys of which the server's verified certificates must have one; empty for no such rule. */
    public Set<CertificatePin> pins() {
        return pins;
    }

    /** Whether the client shows a certificate of its own. */
    public boolean hasClientCertificate() {
        return clientCertificateFile != null || clientCertificatePem != null;
    }

    public boolean verifyHostName() {
        return verifyHostName;
    }

    /** Java's names of the protocol versions allowed, preferred ones first. */
    public List<String> protocols() {
        return protocols;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TlsOptions that
                && Objects.equals(trustFile, that.trustFile)
                && Objects.equals(trustPem, that.trustPem)
                && Objects.equals(trustPassword, that.trustPassword)
                && Objects.equals(clientCertificateFile, that.clientCertificateFile)
                && Objects.equals(clientKeyFile, that.clientKeyFile)
                && Objects.equals(clientCertificatePem, that.clientCertificatePem)
                && Objects.equals(clientKeyPem, that.clientKeyPem)
                && Objects.equals(clientKeyPassword, that.clientKeyPassword)
                && pins.equals(that.pins)
                && verifyHostName == that.verifyHostName
                && protocols.equals(that.protocols);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                trustFile,
                trustPem,
                trustPassword,
                clientCertificateFile,
                clientKeyFile,
                clientCertificatePem,
                clientKeyPem,
                clientKeyPassword,
                pins,
                verifyHostName,
                protocols);
    }

    @Override
    public String toString() {
        String trust = trustFile != null ? trustFile.toString() : trustPem != null ? "PEM text" : "Java's roots";
        String client = clientCertificateFile != null ? clientCertificateFile.toString() : "PEM text";
        return "TlsOptions[trust=" + trust + ", pins=" + pins + ", client="
                + (hasClientCertificate() ? client : "none") + ", verifyHostName=" + verifyHostName + ", protocols="
                + protocols + "]";
    }

    /** Collects options. Confined to one thread. */
    public static final class Builder {
        private @Nullable Path trustFile;
        private @Nullable Secret trustPem;
        private @Nullable Secret trustPassword;
        private @Nullable Path clientCertificateFile;
        private @Nullable Path clientKeyFile;
        private @Nullable Secret clientCertificatePem;
        private @Nullable Secret clientKeyPem;
        private @Nullable Secret clientKeyPassword;
        private final Set<CertificatePin> pins = new LinkedHashSet<>();
        private boolean verifyHostName = true;
        private List<String> protocols = DEFAULT_PROTOCOLS;

        private Builder() {}

        /** Trusts the Java runtime's roots, the default. */
        public Builder trustJavaRoots() {
            return trust(null, null, null);
        }

        /**
         * Trusts the certificates in {@code file} only: PEM with one or many, a DER certificate, PKCS#12 or JKS; the
         * form is told by the content.
         *
         * @param password of a PKCS#12 or JKS file; null for none
         */
        public Builder trustFile(Path file, @Nullable Secret password) {
            return trust(file, null, password);
        }

        /** Trusts the certificates in {@code pem}, one or many, only. */
        public Builder trustPem(String pem) {
            return trust(null, Secret.of(pem), null);
        }

        private Builder trust(@Nullable Path file, @Nullable Secret pem, @Nullable Secret password) {
            this.trustFile = file;
            this.trustPem = pem;
            this.trustPassword = password;
            return this;
        }

        /** Demands that the server's verified certificates, root included, have one of the pinned keys. */
        public Builder pin(CertificatePin... more) {
            pins.addAll(List.of(more));
            return this;
        }

        /**
         * Shows the certificate in {@code certificateFile}: PEM, own certificate first and then its issuers, or
         * PKCS#12 or JKS with the key.
         *
         * @param keyFile the key in PEM (PKCS#1, PKCS#8 or SEC1; RSA or EC); null if {@code certificateFile} holds it
         * @param keyPassword of an encrypted key or of the PKCS#12 or JKS file; null for none
         */
        public Builder clientCertificate(Path certificateFile, @Nullable Path keyFile, @Nullable Secret keyPassword) {
            this.clientCertificateFile = certificateFile;
            this.clientKeyFile = keyFile;
            this.clientKeyPassword = keyPassword;
            this.clientCertificatePem = null;
            this.clientKeyPem = null;
            return this;
        }

        /**
         * Shows a certificate given as PEM text, own certificate first and then its issuers.
         *
         * @param keyPem the key as PEM text
         * @param keyPassword of an encrypted key; null for none
         */
        public Builder clientCertificatePem(String certificatePem, Secret keyPem, @Nullable Secret keyPassword) {
            this.clientCertificateFile = null;
            this.clientKeyFile = null;
            this.clientKeyPassword = keyPassword;
            this.clientCertificatePem = Secret.of(certificatePem);
            this.clientKeyPem = keyPem;
            return this;
        }

        /** Accepts any trusted certificate, no matter for which host it was issued: whoever owns one can listen in. */
        public Builder dangerouslySkipHostNameCheck() {
            this.verifyHostName = false;
            return this;
        }

        /**
         * Allows these protocol versions only, preferred ones first: {@code TLSv1.3}, {@code TLSv1.2}.
         *
         * @throws IllegalArgumentException if there is none, or another one
         */
        public Builder protocols(List<String> names) {
            if (names.isEmpty() || !DEFAULT_PROTOCOLS.containsAll(names)) {
                throw new IllegalArgumentException(
                        "TLS versions " + names + " must be one or both of " + DEFAULT_PROTOCOLS + ".");
            }
            this.protocols = List.copyOf(names);
            return this;
        }

        public TlsOptions build() {
            return new TlsOptions(this);
        }
    }
}
