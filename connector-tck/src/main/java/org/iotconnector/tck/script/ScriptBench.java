package org.iotconnector.tck.script;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.iotconnector.core.Connector;
import org.iotconnector.core.session.MqttTransport;
import org.iotconnector.core.session.MqttTransportFactory;
import org.iotconnector.core.session.VirtualTime;
import org.iotconnector.tck.Await;
import org.iotconnector.tck.Script;
import org.iotconnector.tck.ScriptedTransport;

/**
 * A connector on a scripted network and a virtual clock, on which scripts run one after the other, each with a session of
 * its own. For one thread at a time.
 */
public final class ScriptBench implements AutoCloseable {
    private final VirtualTime time = VirtualTime.create();
    private final UnaryOperator<MqttTransport> between;
    private final Connector connector;
    private ScriptedTransport wire = new ScriptedTransport(Script.MANUAL);
    private Script script = Script.MANUAL;
    private volatile double jitter;
    private volatile Duration clockBehind = Duration.ZERO;
    private int runs;

    /** A bench for sessions as they are. */
    public ScriptBench() {
        this(UnaryOperator.identity());
    }

    /** A bench that puts something between each session and the scripted network, such as a fault of the session's own. */
    public ScriptBench(UnaryOperator<MqttTransport> between) {
        this.between = between;
        MqttTransportFactory transports = () -> {
            wire = new ScriptedTransport(script);
            return this.between.apply(wire);
        };
        this.connector = Connector.builder()
                .transports(transports)
                .time(time)
                .jitter(() -> jitter)
                .serverTime(reference -> CompletableFuture.supplyAsync(() -> platformTime(), Runnable::run))
                .build();
    }

    private Instant platformTime() {
        if (clockBehind.isZero()) {
            throw new IllegalStateException("nobody answers");
        }
        return time.now().plus(clockBehind);
    }

    /** Makes ready for the next session, whose transport {@code next} answers. */
    int begin(Script next) {
        script = next;
        jitter = 0.5;
        clockBehind = Duration.ZERO;
        return ++runs;
    }

    Connector connector() {
        return connector;
    }

    VirtualTime time() {
        return time;
    }

    /** The transport of the newest session. */
    ScriptedTransport wire() {
        return wire;
    }

    void jitter(double next) {
        jitter = next;
    }

    void clockBehind(Duration behind) {
        clockBehind = behind;
    }

    /** Closes the connector while time passes. */
    @Override
    public void close() {
        CompletableFuture<Void> closed = CompletableFuture.runAsync(connector::close);
        Await.until("the connector is closed", () -> {
            time.advance(Duration.ofSeconds(1));
            return closed.isDone();
        });
        closed.join();
    }
}
