package org.iotconnector.core.internal.hivemq;

import com.hivemq.client.mqtt.exceptions.MqttDecodeException;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.tls.TlsFailure;
import org.iotconnector.core.tls.TlsFailures;
import org.iotconnector.core.tls.TlsMaterial;
import org.jspecify.annotations.Nullable;

/** Turns what the HiveMQ client throws into a failure with a kind and advice. */
final class FailureReader {
    private final ConnectParameters parameters;
    private final Endpoint endpoint;
    private final ProvenPort proven;
    private final InetSocketAddress address;
    private final @Nullable TlsMaterial tls;
    private final Executor blocking;

    /** Reads failures of connections to {@code address}; {@code tls} is what they were made with, null without TLS. */
    FailureReader(
            ConnectParameters parameters,
            InetSocketAddress address,
            @Nullable TlsMaterial tls,
            ProvenPort proven,
            Executor blocking) {
        this.proven = proven;
        this.parameters = parameters;
        this.endpoint = parameters.endpoint();
        this.address = address;
        this.tls = tls;
        this.blocking = blocking;
    }

    /** Why an attempt failed; {@code result} may be called later, since an unexplained end is worth a look at the port. */
    void readAttempt(Throwable failure, Consumer<Failure> result) {
        Failure read = read(failure);
        if (!unexplained(read, failure) || proven.is(endpoint)) {
            result.accept(read);
            return;
        }
        try {
            blocking.execute(() -> result.accept(new PortProbe(endpoint, address, inside())
                    .explain(failure, read.kind() == FailureKind.TIMEOUT)
                    .orElse(read)));
        } catch (RejectedExecutionException e) {
            result.accept(read);
        }
    }

    /** What to look inside TLS with, where it was not expected. */
    private @Nullable TlsMaterial inside() {
        try {
            return tls == null ? parameters.tls().load() : tls;
        } catch (InvalidConfigurationException e) {
            return null;
        }
    }

    private static boolean unexplained(Failure read, Throwable failure) {
        return switch (read.kind()) {
            // A code is the server's own explanation, and proof that it speaks MQTT.
            case CONNECTION_CLOSED, PROTOCOL_ERROR -> read.code().isEmpty();
            // Silence after the connection was made; before, there is nobody to ask.
            case TIMEOUT -> find(failure, ConnectTimeoutException.class) == null;
            case WRONG_PORT -> true;
            case TLS -> TlsFailures.describe(failure).kind() == TlsFailure.Kind.OTHER;
            default -> false;
        };
    }

    /** Why a connection that had been accepted ended. */
    Failure readLoss(Throwable failure) {
        Failure read = read(failure);
        // The handshake had worked. Proxies that close one side only make TLS end with an alert of its own.
        return read.kind() == FailureKind.TLS || read.kind() == FailureKind.WRONG_PORT ? closed(failure) : read;
    }

    private Failure read(Throwable failure) {
        if (failure instanceof Mqtt3ConnAckException refused) {
            return ReasonCodes.connAck(refused.getMqttMessage().getReturnCode().getCode());
        } else if (failure instanceof Mqtt5ConnAckException refused) {
            return ReasonCodes.connAck(refused.getMqttMessage().getReasonCode().getCode());
        }
        ConnAckCodeException privateCode = find(failure, ConnAckCodeException.class);
        if (privateCode != null) {
            return ReasonCodes.connAck(privateCode.code());
        } else if (find(failure, MqttDecodeException.class) != null) {
            // With MQTT 5 our own client answers garbage with a DISCONNECT, which must not pass for the server's.
            return Failure.of(
                    FailureKind.PROTOCOL_ERROR,
                    "What came from " + endpoint + " is not valid MQTT.",
                    "Check that an MQTT server listens on this port.",
                    failure);
        } else if (failure instanceof Mqtt5DisconnectException ended) {
            return ReasonCodes.disconnect(ended.getMqttMessage().getReasonCode().getCode());
        }
        TlsMaterial made = tls;
        Optional<TlsFailure> told = made == null ? Optional.empty() : made.explain(failure);
        if (told.isPresent()) {
            return failure(told.get(), failure);
        }
        // Only with an answer: a connection that ended before it says nothing of the path.
        WebSocketClientHandshakeException upgrade = find(failure, WebSocketClientHandshakeException.class);
        return upgrade == null ? readNetwork(failure) : notUpgraded(upgrade, failure);
    }

    static Failure failure(TlsFailure told, Throwable cause) {
        FailureKind kind = switch (told.kind()) {
            case PLAIN_PORT -> FailureKind.WRONG_PORT;
            case NOT_YET_VALID -> FailureKind.CLOCK;
            // As a server does that is about to go or to come.
            case CLOSED -> FailureKind.CONNECTION_CLOSED;
            default -> FailureKind.TLS;
        };
        return Failure.of(kind, told.message(), told.advice(), cause);
    }

    private Failure notUpgraded(WebSocketClientHandshakeException upgrade, Throwable failure) {
        return Failure.of(
                FailureKind.WRONG_PORT,
                "The web server at " + endpoint + " does not speak MQTT over WebSocket there (" + upgrade.getMessage()
                        + ").",
                "Check the path at the end of the endpoint; many servers use /mqtt, some /ws or none.",
                failure);
    }

    private Failure readNetwork(Throwable failure) {
        if (find(failure, SocketTimeoutException.class) != null
                || find(failure, TimeoutException.class) != null
                || find(failure, ConnectTimeoutException.class) != null) {
            return Failure.of(
                    FailureKind.TIMEOUT,
                    "No answer from " + endpoint + " in time.",
                    "Check host and port, and that no firewall swallows the packets.",
                    failure);
        } else if (find(failure, ConnectException.class) != null
                || find(failure, NoRouteToHostException.class) != null) {
            return Failure.of(
                    FailureKind.UNREACHABLE,
                    "Nothing accepts connections at " + endpoint + " ("
                            + address.getAddress().getHostAddress() + ").",
                    "Check host and port, and that the server runs.",
                    failure);
        }
        return closed(failure);
    }

    private Failure closed(Throwable failure) {
        return Failure.of(FailureKind.CONNECTION_CLOSED, "The connection to " + endpoint + " was closed.", "", failure);
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        // Causes can form a ring; no honest chain is longer than this.
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }
}
