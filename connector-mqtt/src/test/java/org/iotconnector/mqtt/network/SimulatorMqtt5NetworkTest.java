package org.iotconnector.mqtt.network;

import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.tck.ContractBroker;
import org.iotconnector.tck.NetworkContract;

class SimulatorMqtt5NetworkTest extends NetworkContract {
    @Override
    protected ContractBroker startBroker() {
        return new SimulatedBroker(MqttVersion.V5);
    }
}
