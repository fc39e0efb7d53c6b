package org.iotconnector.onenet.legacy;

import java.util.Map;
import org.iotconnector.core.thing.Values;
import org.iotconnector.tck.ContractPlatform;
import org.iotconnector.tck.ProviderContract;

/** What every provider owes its users, asked of this one over the simulated platform. */
class LegacyContractTest extends ProviderContract<LegacyConfig> {
    LegacyContractTest() {
        super(new LegacyProvider());
    }

    @Override
    protected Map<String, String> identity() {
        return Map.of(
                "productId", SimulatedLegacy.PRODUCT_ID,
                "deviceId", SimulatedLegacy.DEVICE_ID,
                "authInfo", Devices.AUTH_INFO,
                "pacing", "false");
    }

    @Override
    protected ContractPlatform startPlatform() {
        return new SimulatedLegacy();
    }

    @Override
    protected Values report(int number) {
        return Values.of("temperature", number);
    }

    @Override
    protected Values set() {
        return Values.of("threshold", 30);
    }

    @Override
    protected Map<String, String> brokenSettings() {
        return Map.of("productId", "a1B2c3D4e5", "deviceId", "x", "keepAlive", "5s");
    }
}
