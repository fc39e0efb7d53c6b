package org.iotconnector.simulator.internal.onenet.legacy;

import org.iotconnector.simulator.internal.spi.ConnectRequest;
import org.iotconnector.simulator.internal.spi.Login;
import org.iotconnector.simulator.internal.spi.Refusal;
import org.iotconnector.simulator.onenet.legacy.OneNetLegacySettings;

/** CONNECT: device number, product number, and authentication text or key. */
final class LoginCheck {
    private static final int MIN_KEEP_ALIVE = 120;
    private static final int MQTT_3_1_1 = 4;
    private static final Refusal VERSION = new Refusal(1, 0x84, "only MQTT 3.1.1 is spoken");

    private final OneNetLegacySettings settings;
    private final LegacyRegistry registry;

    LoginCheck(OneNetLegacySettings settings, LegacyRegistry registry) {
        this.settings = settings;
        this.registry = registry;
    }

    Login check(ConnectRequest request) {
        if (request.protocolLevel() != MQTT_3_1_1) {
            return new Login.Refused(VERSION);
        }
        if (settings.keepAliveRange() && request.keepAliveSeconds() < MIN_KEEP_ALIVE) {
            return new Login.Closed("keep-alive " + request.keepAliveSeconds() + " s is not within 120 to 65535 s");
        }
        if (!request.clientId().matches("[0-9]+")) {
            return new Login.Refused(Refusal.malformedClientId("the client identifier is no device number"));
        }
        return registry.find(request.clientId())
                .filter(device -> device.product().productId().equals(request.userName()))
                .filter(device -> isPassword(device, request.password() == null ? "" : request.password()))
                .<Login>map(device -> new Login.Accepted(device.identity(), device, request.keepAliveSeconds()))
                .orElseGet(() -> new Login.Refused(Refusal.badCredentials("no such device, product or password")));
    }

    private static boolean isPassword(DeviceState device, String given) {
        return !given.isEmpty()
                && (Secrets.equal(device.authInfo(), given)
                        || Secrets.equal(device.key(), given)
                        || Secrets.equal(device.product().apiKey(), given));
    }
}
