package org.iotconnector.mqtt.network;

import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.simulator.Simulator;
import org.iotconnector.simulator.Transport;
import org.iotconnector.tck.ContractBroker;

/** The simulator's general broker. It keeps its sessions in memory, so a killed one has forgotten everything. */
final class SimulatedBroker implements ContractBroker {
    private final MqttVersion version;
    private final int port;
    private Simulator simulator;

    SimulatedBroker(MqttVersion version) {
        this.version = version;
        this.simulator = open(0);
        this.port = simulator.mqtt().mqttUri().getPort();
    }

    private static Simulator open(int port) {
        return Simulator.builder()
                .mqtt(mqtt -> mqtt.listen(Transport.TCP, port).maxQueued(10_000))
                .start();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public ConnectParameters.Builder login(String clientIdentifier, int through) {
        return ConnectParameters.builder(
                        Endpoint.of(Endpoint.Transport.TCP, "127.0.0.1", through),
                        ClientIdentifier.of(clientIdentifier))
                .version(version);
    }

    @Override
    public void kill() {
        simulator.close();
    }

    @Override
    public void start() {
        simulator = open(port);
    }

    @Override
    public void close() {
        kill();
    }
}
