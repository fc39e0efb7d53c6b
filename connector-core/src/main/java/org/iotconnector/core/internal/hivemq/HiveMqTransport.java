package org.iotconnector.core.internal.hivemq;

import io.netty.channel.nio.NioEventLoopGroup;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.iotconnector.core.InvalidConfigurationException;
import org.iotconnector.core.session.ConnectLimits;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;
import org.iotconnector.core.session.MqttTransport;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.Silence;
import org.iotconnector.core.session.SubscribeResult;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicFilter;
import org.iotconnector.core.tls.TlsMaterial;
import org.jspecify.annotations.Nullable;

/**
 * The production transport. A session that starts clean gets a new HiveMQ client for every connection, so nothing of a
 * lost connection can come back to life; one that is kept reuses its client while the identity stays the same, whatever
 * address of the host is next, since the client holds the packet identifiers that exactly-once delivery needs.
 */
final class HiveMqTransport implements MqttTransport {
    private final NioEventLoopGroup network;
    private final Executor preparing;
    private final ProvenPort proven = new ProvenPort();
    private final Object lock = new Object();
    private @Nullable Connection current;
    private int attempts;

    HiveMqTransport(NioEventLoopGroup network, Executor preparing) {
        this.network = network;
        this.preparing = preparing;
    }

    @Override
    public void connect(ConnectParameters parameters, ConnectLimits limits, Listener listener) {
        int attempt;
        synchronized (lock) {
            attempt = ++attempts;
        }
        try {
            preparing.execute(() -> prepare(attempt, parameters, limits, listener));
        } catch (RejectedExecutionException e) {
            listener.onDisconnected(Failure.of(FailureKind.CONNECTION_CLOSED, "The connector is closed.", "", e));
        }
    }

    private void prepare(int attempt, ConnectParameters parameters, ConnectLimits limits, Listener listener) {
        Endpoint endpoint = parameters.endpoint();
        InetSocketAddress address;
        TlsMaterial tls;
        try {
            InetAddress[] addresses = InetAddress.getAllByName(endpoint.host());
            address = new InetSocketAddress(addresses[(attempt - 1) % addresses.length], endpoint.port());
            tls = endpoint.tls() ? parameters.tls().load() : null;
        } catch (UnknownHostException e) {
            listener.onDisconnected(Failure.of(
                    FailureKind.UNKNOWN_HOST,
                    "The host name " + endpoint.host() + " cannot be resolved.",
                    "Check its spelling, the region or instance it is made of, and this machine's name server.",
                    e));
            return;
        } catch (InvalidConfigurationException e) {
            listener.onDisconnected(Failure.of(FailureKind.TLS, e.getMessage(), "", e));
            return;
        }
        Connection connection;
        synchronized (lock) {
            if (attempt != attempts) {
                listener.onDisconnected(
                        Failure.of(FailureKind.CONNECTION_CLOSED, "The attempt was given up.", "", null));
                return;
            }
            connection = reuse(parameters, address, tls, limits);
            current = connection;
        }
        connection.open(parameters, address, limits, listener);
    }

    private Connection reuse(
            ConnectParameters parameters, InetSocketAddress address, @Nullable TlsMaterial tls, ConnectLimits limits) {
        Connection last = current;
        if (last != null) {
            if (last.canResume(parameters)) {
                return last;
            }
            last.abandon();
        }
        return new Connection(
                parameters,
                address,
                tls,
                proven,
                preparing,
                network,
                (linkAddress, events) -> link(parameters, linkAddress, tls, limits, events));
    }

    private HiveMqLink link(
            ConnectParameters parameters,
            LinkAddress address,
            @Nullable TlsMaterial tls,
            ConnectLimits limits,
            LinkListener events) {
        return parameters.version() == MqttVersion.V5
                ? new Mqtt5Link(network, address, parameters, tls, limits, events)
                : new Mqtt3Link(network, address, parameters, tls, limits, events);
    }

    private @Nullable Connection current() {
        synchronized (lock) {
            return current;
        }
    }

    @Override
    public void publish(Publication publication, Consumer<Outcome> answer) {
        Connection connection = current();
        if (connection == null) {
            answer.accept(new Outcome.Lost());
        } else {
            connection.publish(publication, answer);
        }
    }

    @Override
    public void subscribe(List<Subscription> subscriptions, Consumer<List<SubscribeResult>> answer) {
        Connection connection = current();
        if (connection == null) {
            answer.accept(List.of());
        } else {
            connection
                    .link()
                    .subscribe(subscriptions)
                    .whenComplete((results, failure) -> answer.accept(failure == null ? results : List.of()));
        }
    }

    @Override
    public void unsubscribe(List<TopicFilter> filters, Consumer<Boolean> answer) {
        Connection connection = current();
        if (connection == null) {
            answer.accept(false);
        } else {
            connection.link().unsubscribe(filters).whenComplete((done, failure) -> answer.accept(failure == null));
        }
    }

    @Override
    public Optional<Silence> silence() {
        Connection connection = current();
        return connection == null ? Optional.empty() : connection.silence();
    }

    @Override
    public void disconnect() {
        Connection connection;
        synchronized (lock) {
            attempts++;
            connection = current;
            current = null;
        }
        if (connection != null) {
            connection.close();
        }
    }

    @Override
    public void suspend() {
        Connection connection = giveUpAttempt();
        if (connection != null) {
            connection.suspend();
        } else {
            disconnect();
        }
    }

    @Override
    public void cut() {
        Connection connection = current();
        giveUpAttempt();
        if (connection != null) {
            connection.cut();
        }
    }

    /** Whatever is being prepared reaches nobody; gives the connection to go on with later, if it is one that lasts. */
    private @Nullable Connection giveUpAttempt() {
        synchronized (lock) {
            attempts++;
            Connection connection = current;
            return connection != null && connection.isKept() ? connection : null;
        }
    }
}
