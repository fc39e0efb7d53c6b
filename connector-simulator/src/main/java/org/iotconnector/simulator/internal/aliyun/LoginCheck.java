package org.iotconnector.simulator.internal.aliyun;

import java.util.Optional;
import org.iotconnector.simulator.aliyun.AliyunSettings;
import org.iotconnector.simulator.internal.spi.ConnectRequest;
import org.iotconnector.simulator.internal.spi.Login;
import org.iotconnector.simulator.internal.spi.Refusal;

/**
 * Decides about a CONNECT with a device signature. Codes as in Alibaba Cloud, "MQTT-TCP connection", read 2026-11-21; which of 4 and 5
 * an unknown device gets is not documented, logs show 4.
 */
final class LoginCheck {
    private static final int MIN_KEEP_ALIVE = 30;
    private static final int MAX_KEEP_ALIVE = 1200;

    private final DeviceRegistry devices;
    private final AliyunSettings settings;

    LoginCheck(DeviceRegistry devices, AliyunSettings settings) {
        this.devices = devices;
        this.settings = settings;
    }

    Login check(ConnectRequest request) {
        Optional<ClientIdText> clientId = ClientIdText.parse(request.clientId());
        if (clientId.isEmpty()) {
            return refused(Refusal.malformedClientId("client identifier is not <clientId>|k=v,...|"));
        }
        int keepAlive = request.keepAliveSeconds();
        if (settings.keepAliveRange() && (keepAlive < MIN_KEEP_ALIVE || keepAlive > MAX_KEEP_ALIVE)) {
            return refused(Refusal.unavailable("keep-alive of " + keepAlive + " s is not within 30 to 1200 s"));
        }
        Optional<DeviceState> device =
                UserName.parse(request.userName()).map(UserName::identity).flatMap(devices::find);
        if (device.isEmpty()) {
            return refused(Refusal.badCredentials("unknown device, or user name is not deviceName&productKey"));
        }
        return check(request, clientId.get(), device.get());
    }

    private Login check(ConnectRequest request, ClientIdText clientId, DeviceState device) {
        String secureMode = clientId.parameter("securemode").orElse("");
        if (!isSecureModeAllowed(secureMode, request)) {
            return refused(Refusal.notAuthorized("securemode [" + secureMode + "] does not fit"));
        }
        String content = LoginSignature.content(
                clientId.clientId(),
                device.deviceName(),
                device.product().productKey(),
                clientId.parameters().get("timestamp"));
        String password = request.password() == null ? "" : request.password();
        boolean genuine = LoginSignature.algorithm(clientId.parameters().get("signmethod"))
                .filter(algorithm -> LoginSignature.verify(algorithm, device.secret(), content, password))
                .isPresent();
        if (!genuine) {
            return refused(Refusal.badCredentials("wrong signature"));
        }
        if (device.isDisabled()) {
            return refused(Refusal.notAuthorized("device is disabled"));
        }
        return new Login.Accepted(
                device.identity(),
                new DeviceLogin(device, clientId.extendedRrpc(), clientId.systemPush()),
                request.keepAliveSeconds());
    }

    /** Console and samples mix mode and transport and the platform lets them, so only the strict switch compares. */
    private boolean isSecureModeAllowed(String secureMode, ConnectRequest request) {
        if (settings.strictTransport()) {
            return secureMode.equals(request.transport().isSecure() ? "2" : "3");
        }
        return secureMode.isEmpty() || secureMode.equals("2") || secureMode.equals("3");
    }

    private static Login refused(Refusal refusal) {
        return new Login.Refused(refusal);
    }
}
