package org.iotconnector.easyiot;

import java.util.Set;
import org.iotconnector.easyiot.broker.SharedTopicBroker;
import org.junit.jupiter.api.AfterEach;

class EchoTest extends EchoRules {
    private final SharedTopicBroker broker = SharedTopicBroker.start(ID, PASSWORD, Set.of(LIGHT));

    @Override
    String endpoint() {
        return broker.mqttUri().toString();
    }

    @AfterEach
    void stop() {
        broker.close();
    }
}
