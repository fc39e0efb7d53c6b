package org.iotconnector.mqtt.homie;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.thing.Values;
import org.iotconnector.mqtt.BrokerPlatform;
import org.iotconnector.mqtt.Models;
import org.iotconnector.tck.ContractPlatform;
import org.iotconnector.tck.ProviderContract;

/** What every provider owes its users, asked of this one over a real broker. */
class HomieContractTest extends ProviderContract<HomieConfig> {
    private static final Path MODEL = Models.lampFile();

    HomieContractTest() {
        super(new HomieProvider());
    }

    @Override
    protected Map<String, String> identity() {
        // QoS 1, since with 2 a broker delivers only after the second step, which the gate does not withhold.
        return Map.of(
                "endpoint", "mqtt://127.0.0.1:1",
                "deviceId", "lamp-1",
                "username", "lamp",
                "password", "k9WmZq3TfLx7RvB2",
                "qos", "1",
                "thingModel", MODEL.toString());
    }

    @Override
    protected ContractPlatform startPlatform() {
        return new BrokerPlatform("homie/5/lamp-1/#") {
            private volatile boolean introducing;

            @Override
            protected Optional<Values> report(Message message) {
                // What it says between init and ready introduces it; only then it reports.
                if (message.topic().text().endsWith("/$state")) {
                    introducing = message.text().equals("init");
                }
                boolean level = message.topic().text().equals("homie/5/lamp-1/main/level");
                return level && !introducing && !message.retained()
                        ? Optional.of(Values.of("Level", Integer.parseInt(message.text())))
                        : Optional.empty();
            }

            @Override
            protected Optional<OptionalInt> answer(Message message) {
                return message.topic().text().endsWith("/$target")
                        ? Optional.of(OptionalInt.empty())
                        : Optional.empty();
            }

            @Override
            protected String commandTopic(String property) {
                return "homie/5/lamp-1/main/" + property.toLowerCase(Locale.ROOT) + "/set";
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
    protected Map<String, String> brokenSettings() {
        return Map.of("qos", "3", "homieVersion", "6", "domain", "a/b");
    }
}
