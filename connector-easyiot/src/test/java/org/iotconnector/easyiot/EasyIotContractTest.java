package org.iotconnector.easyiot;

import java.util.Map;
import org.iotconnector.core.thing.Values;
import org.iotconnector.easyiot.broker.SharedTopicPlatform;
import org.iotconnector.tck.ContractPlatform;
import org.iotconnector.tck.ProviderContract;

/** What every provider owes its users, asked of this one. */
class EasyIotContractTest extends ProviderContract<EasyIotConfig> {
    private static final String ID = "rJ4xYq2Wb";
    private static final String PASSWORD = "h7Pq_3kVzT";

    EasyIotContractTest() {
        super(new EasyIotProvider());
    }

    @Override
    protected Map<String, String> identity() {
        return Map.of(
                "iotId", ID, "iotPwd", PASSWORD, "topics", "temperature=BJpHJt1VW,light=Bkgk2zXb4", "pacing", "false");
    }

    @Override
    protected ContractPlatform startPlatform() {
        return new SharedTopicPlatform(ID, PASSWORD, "BJpHJt1VW", "Bkgk2zXb4");
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
        return Map.of("topics", "light=a/b", "clientId", "灯", "qos", "2", "endpoint", "mqtts://127.0.0.1:8883");
    }
}
