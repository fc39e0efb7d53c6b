package org.iotconnector.mqtt;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.Values;
import org.iotconnector.tck.ContractPlatform;
import org.iotconnector.tck.ProviderContract;

/** What every provider owes its users, asked of this one over a real broker. */
class MqttContractTest extends ProviderContract<MqttConfig> {
    private static final Path MODEL = Models.lampFile();

    MqttContractTest() {
        super(new MqttProvider());
    }

    @Override
    protected Map<String, String> identity() {
        return Map.of(
                "endpoint", "mqtt://127.0.0.1:1",
                "deviceName", "lamp-1",
                "username", "lamp",
                "password", "k9WmZq3TfLx7RvB2",
                "thingModel", MODEL.toString(),
                "availabilityTopic", "{deviceName}/status",
                "commandReplyTopic", "{deviceName}/{property}/set/reply");
    }

    @Override
    protected ContractPlatform startPlatform() {
        return new BrokerPlatform("lamp-1/#") {
            @Override
            protected Optional<Values> report(Message message) {
                return message.topic().text().equals("lamp-1/Level")
                        ? Optional.of(Values.of("Level", Integer.parseInt(message.text())))
                        : Optional.empty();
            }

            @Override
            protected Optional<OptionalInt> answer(Message message) {
                return message.topic().text().endsWith("/set/reply")
                        ? Optional.of(OptionalInt.of(
                                Json.readObject(message.payload().toArray()).integer("code")))
                        : Optional.empty();
            }

            @Override
            protected String commandTopic(String property) {
                return "lamp-1/" + property + "/set";
            }
        };
    }

    @Override
    protected Values report(int number) {
        return Values.of("Level", number);
    }

    @Override
    protected Values set() {
        return Values.of("Light", true);
    }

    @Override
    protected int refusedCode() {
        return 5;
    }

    @Override
    protected Map<String, String> brokenSettings() {
        return Map.of("mqttVersion", "3.1", "propertyTopic", "all", "eventTopic", "events", "pointer", "x");
    }
}
