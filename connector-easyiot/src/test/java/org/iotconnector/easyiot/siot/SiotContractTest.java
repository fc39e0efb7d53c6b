package org.iotconnector.easyiot.siot;

import java.util.Map;
import org.iotconnector.core.thing.Values;
import org.iotconnector.easyiot.broker.SharedTopicPlatform;
import org.iotconnector.tck.ContractPlatform;
import org.iotconnector.tck.ProviderContract;

/** What every provider owes its users, asked of this one. */
class SiotContractTest extends ProviderContract<SiotConfig> {
    private static final String PASSWORD = "sc-lamp-9Vq2";

    SiotContractTest() {
        super(new SiotProvider());
    }

    @Override
    protected Map<String, String> identity() {
        return Map.of("password", PASSWORD, "topics", "temperature=climate,light=siot/lamp");
    }

    @Override
    protected ContractPlatform startPlatform() {
        return new SharedTopicPlatform("siot", PASSWORD, "siot/climate", "siot/lamp");
    }

    @Override
    protected Values report(int number) {
        return Values.of("temperature", number);
    }

    @Override
    protected Values set() {
        return Values.of("light", "on");
    }

    @Override
    protected Map<String, String> brokenSettings() {
        return Map.of("qos", "1", "topics", "a=lamp,b=lamp");
    }
}
