package org.iotconnector.onenet.api;

import java.time.Instant;
import java.util.Optional;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.OneNetDeviceId;
import org.iotconnector.onenet.internal.api.PlatformTimes;

/**
 * A device as the platform describes it. Which members an answer has differs between operations and products; what is
 * not there is empty. Immutable.
 */
public final class DeviceDetail {
    private static final String KEY = "sec_key";

    private final OneNetDeviceId id;
    private final Optional<Secret> key;
    private final Values values;

    private DeviceDetail(OneNetDeviceId id, Optional<Secret> key, Values values) {
        this.id = id;
        this.key = key;
        this.values = values;
    }

    static DeviceDetail read(String productId, Values data) {
        String name = data.find("name")
                .or(() -> data.find("device_name"))
                .map(Value::asText)
                .orElseThrow(
                        () -> new MappingException("name", "is missing in the platform's description of a device."));
        String product = data.find("product_id").map(Value::asText).orElse(productId);
        Optional<Secret> key = data.find(KEY).map(Value::asText).map(Secret::of);
        return new DeviceDetail(new OneNetDeviceId(product, name), key, data.without(KEY));
    }

    public OneNetDeviceId id() {
        return id;
    }

    public Optional<DeviceStatus> status() {
        return values.find("status").map(DeviceStatus::read);
    }

    /** Whether it may connect. */
    public Optional<Boolean> enabled() {
        return values.find("enable_status").map(Value::asBool);
    }

    /** The device key, base64, with which the device makes its tokens. */
    public Optional<Secret> key() {
        return key;
    }

    public Optional<String> description() {
        return values.find("desc").map(Value::asText);
    }

    public Optional<String> imei() {
        return values.find("imei").map(Value::asText);
    }

    public Optional<Instant> createdAt() {
        return time("create_time");
    }

    /** When it connected for the first time. */
    public Optional<Instant> activatedAt() {
        return time("act_time");
    }

    /** When it was online for the last time. The platform writes Beijing time without saying so. */
    public Optional<Instant> lastOnlineAt() {
        return time("last_time");
    }

    public Optional<AccessProtocol> accessProtocol() {
        return values.find("access_pt").map(Value::asLong).flatMap(AccessProtocol::of);
    }

    /** How its product's messages are written: 1 OneJSON, 2 IPSO, 3 pass-through, 4 data streams. */
    public Optional<Integer> dataProtocol() {
        return values.find("data_pt").map(Value::asInt);
    }

    /** Everything as received, but for the key. */
    public Values values() {
        return values;
    }

    private Optional<Instant> time(String name) {
        return values.find(name).map(Value::asText).flatMap(PlatformTimes::find);
    }

    @Override
    public String toString() {
        return "DeviceDetail[" + id + ", " + values + "]";
    }
}
