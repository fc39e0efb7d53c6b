package org.iotconnector.onenet;

import java.util.Map;
import java.util.Optional;
import org.iotconnector.core.thing.Values;
import org.iotconnector.tck.ContractPlatform;
import org.iotconnector.tck.ProviderContract;

/** What every provider owes its users, asked of this one over the simulated platform. */
class OneNetContractTest extends ProviderContract<OneNetConfig> {
    OneNetContractTest() {
        super(new OneNetProvider());
    }

    @Override
    protected Map<String, String> identity() {
        return Map.of(
                "productId", Devices.PRODUCT_ID,
                "deviceName", Devices.DEVICE_NAME,
                "deviceKey", Devices.DEVICE_KEY,
                "pacing", "false");
    }

    @Override
    protected ContractPlatform startPlatform() {
        return new SimulatedOneNet();
    }

    @Override
    protected Values report(int number) {
        return Values.of("level", number);
    }

    @Override
    protected Values set() {
        return Values.of("switch", true);
    }

    @Override
    protected Optional<String> service() {
        return Optional.of("blink");
    }

    @Override
    protected Map<String, String> brokenSettings() {
        return Map.of("productId", "a 1", "deviceName", "x y", "keepAlive", "5s");
    }
}
