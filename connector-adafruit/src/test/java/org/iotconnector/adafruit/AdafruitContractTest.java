package org.iotconnector.adafruit;

import java.util.Map;
import org.iotconnector.core.thing.Values;
import org.iotconnector.tck.ContractPlatform;
import org.iotconnector.tck.ProviderContract;

/** What every provider owes its users, asked of this one over the simulated platform. */
class AdafruitContractTest extends ProviderContract<AdafruitConfig> {
    AdafruitContractTest() {
        super(new AdafruitProvider());
    }

    @Override
    protected Map<String, String> identity() {
        return Map.of(
                "username", Devices.USERNAME,
                "key", Devices.KEY,
                "thingModel", "src/test/resources/lamp-tsl.json",
                // The kit counts every report; by default a newer one replaces one that waits.
                "outboxOverflow", "drop-oldest",
                "pacing", "false");
    }

    @Override
    protected ContractPlatform startPlatform() {
        return new SimulatedAdafruit();
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
    protected int refusedCode() {
        return 5;
    }

    @Override
    protected Map<String, String> brokenSettings() {
        return Map.of("username", "a b", "group", "My Group", "keepAlive", "5s");
    }
}
