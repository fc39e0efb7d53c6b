package org.iotconnector.tck;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.session.SessionPhase;
import org.iotconnector.core.spi.Capabilities.Feature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A running platform and a connector for each test. */
@Timeout(60)
abstract class LiveRules<C extends DeviceConfig<C>> {
    private final ProviderContract<C> contract;
    private ContractPlatform platform;
    private Connector connector;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    LiveRules(ProviderContract<C> contract) {
        this.contract = contract;
    }

    @BeforeEach
    void startPlatform() {
        platform = contract.startPlatform();
        connector = contract.connector();
    }

    @AfterEach
    void stopPlatform() {
        try {
            connector.close();
        } finally {
            platform.close();
        }
    }

    final ProviderContract<C> contract() {
        return contract;
    }

    final ContractPlatform platform() {
        return platform;
    }

    final Connector connector() {
        return connector;
    }

    final C config(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(platform.settings());
        all.putAll(more);
        return contract.configure(all);
    }

    /** The contract's device on this test's platform, connecting. */
    final Device open() {
        return connector.open(config(Map.of()));
    }

    /** The contract's device, set up before it connects. */
    final Device open(Consumer<Device> setUp) {
        return connector.open(config(Map.of()), setUp);
    }

    /** The contract's device, online. */
    final Device online() {
        Device device = open();
        device.awaitOnline(Await.LIMIT);
        return device;
    }

    final void needs(Feature feature) {
        Assumptions.assumeTrue(
                contract.provider().capabilities(config(Map.of())).has(feature),
                () -> contract.provider().title() + " has no " + feature + ".");
    }

    static void awaitPhase(Device device, SessionPhase phase) {
        Await.until("the session is " + phase, () -> device.session().state().phase() == phase);
    }
}
