package org.iotconnector.tck.toy;

import java.util.Map;
import org.iotconnector.core.Connector;
import org.iotconnector.core.thing.Values;
import org.iotconnector.tck.ContractPlatform;
import org.iotconnector.tck.ProviderContract;

/** The contract on the smallest provider that keeps it. */
class ToyContractTest extends ProviderContract<ToyConfig> {
    private ToyPlatform platform = new ToyPlatform();

    ToyContractTest() {
        super(new ToyProvider());
    }

    @Override
    protected Map<String, String> identity() {
        return Map.of("device", "lamp", "key", "k9WmZq3TfLx7RvB2", "endpoint", "mqtt://127.0.0.1:1");
    }

    @Override
    protected ContractPlatform startPlatform() {
        platform = new ToyPlatform();
        return platform;
    }

    @Override
    protected Connector connector() {
        return Connector.builder().transports(platform.transports()).build();
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
        return Map.of("connectTimeout", "soon", "device", "");
    }
}
