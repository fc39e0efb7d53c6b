package org.iotconnector.core.internal.hivemq;

import com.hivemq.client.mqtt.exceptions.MqttDecodeException;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import io.netty.channel.ConnectTimeoutException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.tls.TlsFailure;
import org.iotconnector.core.tls.TlsFailures;
import org.jspecify.annotations.Nullable;

/** Turns what the HiveMQ client throws into a failure with a kind and advice. */
final class FailureReader {
    private final Endpoint endpoint;
    private final InetSocketAddress address;
    private final Executor blocking;

    FailureReader(Endpoint endpoint, InetSocketAddress address, Executor blocking) {
        this.endpoint = endpoint;
        this.address = address;
        this.blocking = blocking;
    }

    /** Why an attempt failed; {@code result} may be called later, since an unexplained end is worth a look at the port. */
    void readAttempt(Throwable failure, Consumer<Failure> result) {
        Failure read = read(failure);
        boolean vague = read.kind() == FailureKind.CONNECTION_CLOSED || read.kind() == FailureKind.PROTOCOL_ERROR;
        // A code is the server's own explanation, and proof that it speaks MQTT.
        boolean unexplained = vague && read.code().isEmpty();
        if (!unexplained || endpoint.transport().webSocket()) {
            result.accept(read);
            return;
        }
        try {
            blocking.execute(() -> result.accept(
                    new PortProbe(address).explain(endpoint, failure).orElse(read)));
        } catch (RejectedExecutionException e) {
            result.accept(read);
        }
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
        Optional<TlsFailure> tls = endpoint.tls() ? TlsFailures.find(failure) : Optional.empty();
        if (tls.isPresent()) {
            FailureKind kind =
                    tls.get().kind() == TlsFailure.Kind.PLAIN_PORT ? FailureKind.WRONG_PORT : FailureKind.TLS;
            return Failure.of(kind, tls.get().message(), tls.get().advice(), failure);
        }
        return readNetwork(failure);
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
