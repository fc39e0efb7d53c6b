package org.iotconnector.simulator.internal.easyiot;

import java.util.List;
import java.util.stream.Collectors;
import org.iotconnector.simulator.easyiot.EasyIotAccount;
import org.iotconnector.simulator.easyiot.EasyIotDevice;
import org.iotconnector.simulator.internal.easyiot.store.Account;
import org.iotconnector.simulator.internal.platform.UnknownDeviceException;

/** One account for tests, on any thread. */
final class AccountHandle implements EasyIotAccount {
    private final EasyIotPlatform platform;
    private final Account account;

    AccountHandle(EasyIotPlatform platform, Account account) {
        this.platform = platform;
        this.account = account;
    }

    @Override
    public String iotId() {
        return account.iotId();
    }

    @Override
    public String password() {
        return platform.onLoop(account::password);
    }

    @Override
    public String regeneratePassword() {
        return platform.onLoop(() -> platform.site().regeneratePassword(account));
    }

    @Override
    public EasyIotDevice createDevice(String name) {
        return new DeviceHandle(platform, platform.onLoop(() -> platform.site().createDevice(account, name)));
    }

    @Override
    public List<EasyIotDevice> devices() {
        return platform.onLoop(account::devices).stream()
                .<EasyIotDevice>map(device -> new DeviceHandle(platform, device))
                .toList();
    }

    @Override
    public EasyIotDevice device(String topic) {
        return platform.onLoop(() -> account.device(topic))
                .map(device -> new DeviceHandle(platform, device))
                .orElseThrow(() ->
                        new UnknownDeviceException("Account [" + iotId() + "] has no device [" + topic + "]; devices: "
                                + devices().stream().map(EasyIotDevice::topic).collect(Collectors.joining(", "))
                                + "."));
    }

    @Override
    public int storedMessages() {
        return platform.onLoop(account::stored);
    }

    @Override
    public String siteToken() {
        return platform.issueToken(iotId());
    }
}
