package org.iotconnector.aliyun;

import java.util.Map;
import java.util.Optional;
import org.iotconnector.core.thing.Values;
import org.iotconnector.tck.ContractPlatform;
import org.iotconnector.tck.ProviderContract;

/** What every provider owes its users, asked of this one over the simulated platform. */
class AliyunContractTest extends ProviderContract<AliyunConfig> {
    AliyunContractTest() {
        super(new AliyunProvider());
    }

    @Override
    protected Map<String, String> identity() {
        return Map.of(
                "productKey", SimulatedAliyun.PRODUCT_KEY,
                "deviceName", SimulatedAliyun.DEVICE_NAME,
                "deviceSecret", Devices.SECRET,
                "timestamp", "now",
                "pacing", "false");
    }

    @Override
    protected ContractPlatform startPlatform() {
        return new SimulatedAliyun();
    }

    @Override
    protected Values report(int number) {
        return Values.of("CurrentLedADC", number);
    }

    @Override
    protected Values set() {
        return Values.of("LightSwitch", 1);
    }

    @Override
    protected Optional<String> service() {
        return Optional.of("blink");
    }

    @Override
    protected Map<String, String> brokenSettings() {
        return Map.of("productKey", "a1 Demo", "deviceName", "x", "keepAlive", "5s");
    }
}
