package org.iotconnector.tck.mosquitto;

import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.tck.ContractBroker;
import org.iotconnector.tck.SessionContract;

class MosquittoSecureWebSocketSessionTest extends SessionContract {
    @Override
    protected ContractBroker startBroker() {
        return Mosquitto.start(MqttVersion.V3_1_1, Endpoint.Transport.WEBSOCKET_TLS);
    }
}
