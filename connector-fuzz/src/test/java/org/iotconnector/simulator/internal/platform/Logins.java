package org.iotconnector.simulator.internal.platform;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.DeviceConfigs;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.settings.SettingSource;
import org.iotconnector.core.spi.Providers;
import org.iotconnector.simulator.DemoSet;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.internal.spi.ConnectRequest;
import org.jspecify.annotations.Nullable;

/** Right credentials of the demo set's devices, made by their providers. */
final class Logins {
    private static final Map<String, ConnectRequest> REQUESTS = all();

    private Logins() {}

    static ConnectRequest of(AbstractPlatform<?> platform) {
        return Objects.requireNonNull(REQUESTS.get(platform.id()), platform.id());
    }

    private static Map<String, ConnectRequest> all() {
        Map<String, ConnectRequest> all = new LinkedHashMap<>();
        all.put(
                "aliyun",
                request(Map.of(
                        "platform", "aliyun",
                        "productKey", DemoSet.PRODUCT_KEY,
                        "deviceName", DemoSet.DEVICE_NAME,
                        "deviceSecret", DemoSet.DEVICE_SECRET,
                        "endpoint", "mqtt://127.0.0.1:1")));
        all.put(
                "onenet",
                request(Map.of(
                        "platform", "onenet",
                        "productId", DemoSet.ONENET_PRODUCT_ID,
                        "deviceName", DemoSet.DEVICE_NAME,
                        "deviceKey", DemoSet.ONENET_DEVICE_KEY)));
        all.put(
                "onenetLegacy",
                request(Map.of(
                        "platform",
                        "onenetlegacy",
                        "productId",
                        "123456",
                        "deviceId",
                        "654321",
                        "authInfo",
                        "lamp-0001")));
        all.put(
                "adafruit",
                request(Map.of(
                        "platform", "adafruit", "username", DemoSet.ADAFRUIT_USERNAME, "key", DemoSet.ADAFRUIT_KEY)));
        all.put(
                "easyiot",
                request(Map.of(
                        "platform",
                        "easyiot",
                        "iotId",
                        DemoSet.EASYIOT_ID,
                        "iotPwd",
                        DemoSet.EASYIOT_PASSWORD,
                        "topics",
                        "light=" + DemoSet.EASYIOT_TOPIC)));
        all.put(
                "siot",
                request(Map.of(
                        "platform",
                        "siot",
                        "password",
                        DemoSet.SIOT_PASSWORD,
                        "topics",
                        "light=siot/lamp",
                        "endpoint",
                        "mqtt://127.0.0.1:1")));
        all.put("mqtt", request("fuzz", "u", "p"));
        return all;
    }

    private static ConnectRequest request(Map<String, String> settings) {
        return request(DeviceConfigs.load(Providers.load(), Map.of(), SettingSource.options(settings)));
    }

    private static <C extends DeviceConfig<C>> ConnectRequest request(DeviceConfig<C> config) {
        ConnectParameters parameters = config.provider().connect(config.self(), Instant.now());
        return request(
                parameters.clientIdentifier().text(),
                parameters.username().orElse(null),
                parameters.password().map(Secret::reveal).orElse(null));
    }

    private static ConnectRequest request(String clientId, @Nullable String userName, @Nullable String password) {
        return new ConnectRequest(4, clientId, userName, password, 60, true, 0xC2, Transport.TCP, "127.0.0.1:5");
    }
}
