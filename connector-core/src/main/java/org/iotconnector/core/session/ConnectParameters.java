package org.iotconnector.core.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.tls.TlsOptions;
import org.jspecify.annotations.Nullable;

/**
 * Everything one CONNECT needs. It is computed anew for every attempt, because a password may hold the time. Immutable;
 * two are equal when every field is.
 */
public final class ConnectParameters {
    private final Endpoint endpoint;
    private final TlsOptions tls;
    private final MqttVersion version;
    private final ClientIdentifier clientIdentifier;
    private final @Nullable String username;
    private final @Nullable Secret password;
    private final Duration keepAlive;
    private final boolean cleanStart;
    private final @Nullable Duration sessionExpiry;
    private final @Nullable Will will;
    private final @Nullable Instant validUntil;

    private ConnectParameters(Builder builder) {
        this.endpoint = builder.endpoint;
        this.clientIdentifier = builder.clientIdentifier;
        this.tls = builder.tls;
        this.version = builder.version;
        this.username = builder.username;
        this.password = builder.password;
        this.keepAlive = builder.keepAlive;
        this.cleanStart = builder.cleanStart;
        this.sessionExpiry = builder.sessionExpiry;
        this.will = builder.will;
        this.validUntil = builder.validUntil;
    }

    /** Starts with what has no default. */
    public static Builder builder(Endpoint endpoint, ClientIdentifier clientIdentifier) {
        return new Builder(endpoint, clientIdentifier);
    }

    /** Where to connect. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** How to trust the server, when the endpoint uses TLS. */
    public TlsOptions tls() {
        return tls;
    }

    /** The protocol version; default 3.1.1. */
    public MqttVersion version() {
        return version;
    }

    /** The client identifier. */
    public ClientIdentifier clientIdentifier() {
        return clientIdentifier;
    }

    /** The user name; empty for none. */
    public Optional<String> username() {
        return Optional.ofNullable(username);
    }

    /** The password; empty for none. */
    public Optional<Secret> password() {
        return Optional.ofNullable(password);
    }

    /**
     * Longest silence before the client sends PINGREQ, in whole seconds: 1 s to 65 535 s, default 60 s; 0 s turns it
     * off. MQTT 3.1.1 section 3.1.2.10.
     */
    public Duration keepAlive() {
        return keepAlive;
    }

    /**
     * Whether the server forgets the session's earlier state; default true. With false the server keeps subscriptions
     * and waiting messages while the client is away. MQTT 3.1.1 section 3.1.2.4.
     */
    public boolean cleanStart() {
        return cleanStart;
    }

    /**
     * How long the server keeps the session after the connection has ended, in whole seconds: 0 s to 4 294 967 295 s, the
     * last for ever. Empty for what {@link #cleanStart} says: nothing with true, for ever with false. MQTT 5 section
     * 3.1.2.11.2; MQTT 3.1.1 has no such time, and servers of it keep sessions as long as they like.
     */
    public Optional<Duration> sessionExpiry() {
        return Optional.ofNullable(sessionExpiry);
    }

    /** What the server publishes when the client is lost; empty for nothing. */
    public Optional<Will> will() {
        return Optional.ofNullable(will);
    }

    /**
     * When these credentials end; empty for never. The session connects anew, with new ones, shortly before.
     */
    public Optional<Instant> validUntil() {
        return Optional.ofNullable(validUntil);
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof ConnectParameters that)) {
            return false;
        }

        return endpoint.equals(that.endpoint)
                && tls.equals(that.tls)
                && version == that.version
                && clientIdentifier.equals(that.clientIdentifier)
                && Objects.equals(username, that.username)
                && Objects.equals(password, that.password)
                && keepAlive.equals(that.keepAlive)
                && cleanStart == that.cleanStart
                && Objects.equals(sessionExpiry, that.sessionExpiry)
                && Objects.equals(will, that.will)
                && Objects.equals(validUntil, that.validUntil);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                endpoint,
                tls,
                version,
                clientIdentifier,
                username,
                password,
                keepAlive,
                cleanStart,
                sessionExpiry,
                will,
                validUntil);
    }

    /** All fields but the password. */
    @Override
    public String toString() {
        return "ConnectParameters[endpoint=" + endpoint + ", client=" + clientIdentifier + ", username=" + username
                + ", password=" + password + ", version=" + version + ", keepAlive=" + keepAlive + ", cleanStart="
                + cleanStart + "]";
    }

    /** Collects the fields; not thread-safe. */
    public static final class Builder {
        private final Endpoint endpoint;
        private final ClientIdentifier clientIdentifier;
        private TlsOptions tls = TlsOptions.standard();
        private MqttVersion version = MqttVersion.V3_1_1;
        private @Nullable String username;
        private @Nullable Secret password;
        private Duration keepAlive = Duration.ofSeconds(60);
        private boolean cleanStart = true;
        private @Nullable Duration sessionExpiry;
        private @Nullable Will will;
        private @Nullable Instant validUntil;

        private Builder(Endpoint endpoint, ClientIdentifier clientIdentifier) {
            this.endpoint = endpoint;
            this.clientIdentifier = clientIdentifier;
        }

        /** Sets how to trust the server. */
        public Builder tls(TlsOptions options) {
            this.tls = options;
            return this;
        }

        /** Sets the protocol version. */
        public Builder version(MqttVersion mqttVersion) {
            this.version = mqttVersion;
            return this;
        }

        /** Sets user name and password; null for none. */
        public Builder credentials(@Nullable String user, @Nullable Secret secret) {
            this.username = user;
            this.password = secret;
            return this;
        }

        /**
         * Sets the keep alive.
         *
         * @throws IllegalArgumentException outside 0 s to 65 535 s
         */
        public Builder keepAlive(Duration interval) {
            if (interval.isNegative() || interval.toSeconds() > 65_535) {
                throw new IllegalArgumentException(
                        "Keep alive is " + interval.toSeconds() + " s; MQTT allows 0 s to 65535 s.");
            }
            this.keepAlive = Duration.ofSeconds(interval.toSeconds());
            return this;
        }

        /** Sets whether the server forgets earlier state. */
        public Builder cleanStart(boolean clean) {
            this.cleanStart = clean;
            return this;
        }

        /**
         * Sets how long the server keeps the session; null for what clean start says.
         *
         * @throws IllegalArgumentException outside 0 s to 4 294 967 295 s
         */
        public Builder sessionExpiry(@Nullable Duration interval) {
            if (interval != null && (interval.isNegative() || interval.toSeconds() > 4_294_967_295L)) {
                throw new IllegalArgumentException(
                        "Session expiry is " + interval.toSeconds() + " s; MQTT allows 0 s to 4294967295 s.");
            }
            this.sessionExpiry = interval == null ? null : Duration.ofSeconds(interval.toSeconds());
            return this;
        }

        /** Sets the Will; null for none. */
        public Builder will(@Nullable Will lastWill) {
            this.will = lastWill;
            return this;
        }

        /** Sets when the credentials end; null for never. */
        public Builder validUntil(@Nullable Instant end) {
            this.validUntil = end;
            return this;
        }

        /** Builds them. */
        public ConnectParameters build() {
            return new ConnectParameters(this);
        }
    }
}
