package org.iotconnector.simulator;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * What every platform of the simulator offers to tests. Implemented by the simulator only, so it may grow. Thread-safe; the
 * waiting methods must not be called from a callback of the simulator.
 */
public interface SimulatedPlatform {

    /** The platform's word in configuration and control API, for example {@code aliyun}. */
    String id();

    /**
     * Address for MQTT over TCP.
     *
     * @throws IllegalStateException if there is no such listener
     */
    URI mqttUri();

    /**
     * Address for MQTT over TLS.
     *
     * @throws IllegalStateException if there is no such listener
     */
    URI mqttsUri();

    /**
     * Address for MQTT over WebSocket.
     *
     * @throws IllegalStateException if there is no such listener
     */
    URI wsUri();

    /**
     * Address for MQTT over WebSocket and TLS.
     *
     * @throws IllegalStateException if there is no such listener
     */
    URI wssUri();

    /** All addresses of this platform, named {@code <platform> <scheme>}. */
    List<Endpoint> endpoints();

    /**
     * What devices published, oldest first, dropped and refused messages included. Kept are the last 50 000 messages, or
     * fewer if their payloads exceed 64 MiB.
     */
    List<ReceivedMessage> received();

    /**
     * Waits until there is a received message that fits, past ones included, and returns the first.
     *
     * @throws SimulatorTimeoutException if none comes in time
     */
    ReceivedMessage awaitReceived(Predicate<ReceivedMessage> condition, Duration timeout);

    /**
     * Waits until {@code condition} holds. It is looked at after everything that happens on the platform.
     *
     * @param what the condition in words, for the error
     * @throws SimulatorTimeoutException if it does not hold in time
     */
    void await(String what, BooleanSupplier condition, Duration timeout);

    /** Clients that are logged in now. */
    List<ConnectionInfo> connections();

    /** What was counted since the start. */
    Counters counters();

    /** Arms a fault for all devices of the platform. */
    void inject(Fault fault);

    /** Arms a fault for one device, named as the platform names it; it need not exist or be connected. */
    void inject(String device, Fault fault);

    /** Disarms all faults, ends a stall, and lifts bans. */
    void clearFaults();

    /** Cuts all connections without DISCONNECT. Persistent sessions stay. */
    void dropAllConnections();

    /**
     * Closes the listeners and cuts all connections, as if the platform's servers had died. Persistent sessions stay. Has
     * no effect when already stopped.
     */
    void stopListening();

    /**
     * Opens the listeners again on the ports they had. Has no effect when open.
     *
     * @throws SimulatorConfigurationException if a port was taken meanwhile
     */
    void startListening();
}
