package org.iotconnector.core.session;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.iotconnector.core.spi.Capabilities;
import org.iotconnector.core.spi.Quotas;

/**
 * What a session needs beside its options: who it is and what it may do. Providers' configurations become one of these;
 * for a plain broker without a provider, {@link #of} makes one.
 *
 * @param name the session's name for logs, such as {@code aliyun a1Demo0Prod/lamp-1}; never a secret
 * @param parameters computes what one CONNECT needs; called for every attempt, must not block
 * @param connectCodes what a CONNACK or DISCONNECT code means here beyond the standard
 * @param capabilities what the server can do: QoS 2 and retained messages are refused where it cannot
 * @param quotas what the server allows
 * @param quotaScope sets apart the shared counts of different platforms, such as {@code aliyun}
 * @param options how the session behaves
 * @param timeReference a web address that tells the platform's time in its {@code Date} header, asked when a login was
 *     refused; empty if the credentials hold no time
 */
public record SessionConfig(
        String name,
        Function<Instant, ConnectParameters> parameters,
        Function<Integer, Optional<Failure>> connectCodes,
        Capabilities capabilities,
        Quotas quotas,
        String quotaScope,
        SessionOptions options,
        Optional<URI> timeReference) {

    /** A session whose credentials hold no time. */
    public SessionConfig(
            String name,
            Function<Instant, ConnectParameters> parameters,
            Function<Integer, Optional<Failure>> connectCodes,
            Capabilities capabilities,
            Quotas quotas,
            String quotaScope,
            SessionOptions options) {
        this(name, parameters, connectCodes, capabilities, quotas, quotaScope, options, Optional.empty());
    }

    /** A session on a server that can do everything MQTT has. */
    public SessionConfig(
            String name,
            Function<Instant, ConnectParameters> parameters,
            Function<Integer, Optional<Failure>> connectCodes,
            Quotas quotas,
            String quotaScope,
            SessionOptions options) {
        this(name, parameters, connectCodes, Capabilities.ALL, quotas, quotaScope, options);
    }

    /** A session with the same parameters at every attempt and no quotas. */
    public static SessionConfig of(ConnectParameters parameters, SessionOptions options) {
        return new SessionConfig(
                "mqtt " + parameters.endpoint().host() + ":"
                        + parameters.endpoint().port(),
                now -> parameters,
                code -> Optional.empty(),
                Quotas.UNLIMITED,
                "mqtt",
                options);
    }
}
