package org.iotconnector.simulator.internal.easyiot;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.iotconnector.simulator.easyiot.EasyIotDevice;
import org.iotconnector.simulator.easyiot.EasyIotMessage;
import org.iotconnector.simulator.internal.easyiot.store.Device;

/** One device for tests, on any thread. */
final class DeviceHandle implements EasyIotDevice {
    private final EasyIotPlatform platform;
    private final Device device;

    DeviceHandle(EasyIotPlatform platform, Device device) {
        this.platform = platform;
        this.device = device;
    }

    @Override
    public String topic() {
        return device.topic();
    }

    @Override
    public String name() {
        return platform.onLoop(device::name);
    }

    @Override
    public void rename(String name) {
        platform.change(() -> device.rename(name));
    }

    @Override
    public void send(String text) {
        platform.onLoop(() -> platform.send(device, text, 0));
    }

    @Override
    public List<EasyIotMessage> history() {
        return platform.onLoop(device::history);
    }

    @Override
    public Optional<EasyIotMessage> last() {
        return history().stream().findFirst();
    }

    @Override
    public void clear() {
        platform.change(device::clear);
    }

    @Override
    public EasyIotMessage awaitMessage(String text, Duration timeout) {
        platform.await(
                "message [" + text + "] of [" + topic() + "]", () -> first(text).isPresent(), timeout);
        return first(text).orElseThrow();
    }

    private Optional<EasyIotMessage> first(String text) {
        return history().stream().filter(message -> message.text().equals(text)).reduce((newer, older) -> older);
    }

    @Override
    public void awaitSubscribed(Duration timeout) {
        platform.await(
                "a subscriber of [" + topic() + "]",
                () -> platform.onLoop(() -> platform.isSubscribed(topic())),
                timeout);
    }
}
