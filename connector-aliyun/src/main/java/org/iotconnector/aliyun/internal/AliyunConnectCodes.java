package org.iotconnector.aliyun.internal;

import java.util.Optional;
import org.iotconnector.aliyun.AliyunConfig;
import org.iotconnector.core.session.Failure;
import org.iotconnector.core.session.FailureKind;

/**
 * What CONNACK and DISCONNECT codes mean on the platform. It documents those of MQTT 3.1.1; of MQTT 5 it names only
 * that reason codes are sent, so those are read as the standard has them. Aliyun IoT, "MQTT-TCP connection", read
 * 2026-11.
 */
public final class AliyunConnectCodes {
    private AliyunConnectCodes() {}

    /** The failure that {@code code} stands for; empty where the standard says it all. */
    public static Optional<Failure> explain(AliyunConfig config, int code) {
        return Optional.ofNullable(
                switch (code) {
                    case 1, 0x84 -> version(config, code);
                    case 2, 0x85 -> clientIdentifier(config, code);
                    case 3, 0x88 -> unavailable(config, code);
                    case 4, 0x86 -> credentials(config, code);
                    case 5, 0x87 -> notAuthorized(config, code);
                    case 0x89, 0x97, 0x9F -> throttled(config, code);
                    case 0x8A ->
                        Failure.ofCode(
                                FailureKind.BANNED,
                                code,
                                named(config, code, "has locked out"),
                                "Look at the device's page in the console; it may be disabled or blocked.");
                    case 0x8D ->
                        Failure.ofCode(
                                FailureKind.TIMEOUT,
                                code,
                                named(config, code, "heard nothing for one and a half keep-alive times from"),
                                "If it happens again and again, shorten keepAlive: a network between may forget idle"
                                        + " connections.");
                    case 0x8E -> duplicate(config, code);
                    case 0x90 ->
                        Failure.ofCode(
                                FailureKind.FORBIDDEN_TOPIC,
                                code,
                                named(config, code, "did not take a topic of"),
                                "A device may use only topics that hold its own productKey and deviceName.");
                    case 0x95 ->
                        Failure.ofCode(
                                FailureKind.POISON_MESSAGE,
                                code,
                                named(config, code, "got too large a message from"),
                                "Payloads end at 256 KB; split the message.");
                    case 0x98 ->
                        Failure.ofCode(
                                FailureKind.NOT_AUTHORIZED,
                                code,
                                named(config, code, "threw out, on an administrator's order,"),
                                "See in the console whether the device was disabled or deleted.");
                    case 0x9B ->
                        Failure.ofCode(
                                FailureKind.PROTOCOL_ERROR,
                                code,
                                named(config, code, "got a QoS 2 message from"),
                                "The platform takes QoS 0 and 1 only.");
                    default -> null;
                });
    }

    private static Failure version(AliyunConfig config, int code) {
        return Failure.ofCode(
                FailureKind.UNSUPPORTED_VERSION,
                code,
                named(config, code, "does not speak the MQTT version of"),
                "Use mqttVersion 3.1.1; MQTT 5 exists on purchased instances only.");
    }

    private static Failure clientIdentifier(AliyunConfig config, int code) {
        return Failure.ofCode(
                FailureKind.CREDENTIAL_REFUSED,
                code,
                named(config, code, "cannot read the client identifier of"),
                "Check clientId, at most 64 characters without |, and extensions. With another kind of login a"
                        + " parameter may be missing.");
    }

    private static Failure unavailable(AliyunConfig config, int code) {
        return Failure.ofCode(
                FailureKind.SERVER_UNAVAILABLE,
                code,
                named(config, code, "is not available for"),
                "It also answers so when the keep alive is outside 30 s to 1200 s; it is "
                        + config.keepAlive().toSeconds() + " s.");
    }

    private static Failure credentials(AliyunConfig config, int code) {
        return Failure.ofCode(
                FailureKind.CREDENTIAL_REFUSED,
                code,
                named(config, code, "refused user name or password of"),
                "Likely causes: the deviceSecret is not this device's (it is on the device's page; the product secret"
                        + " does not log in); deviceName and productKey are swapped; the device is none of "
                        + place(config) + "; or the password was computed with another method than signMethod="
                        + config.signMethod() + " or over another clientId or timestamp than was sent.");
    }

    private static Failure notAuthorized(AliyunConfig config, int code) {
        return Failure.ofCode(
                FailureKind.NOT_AUTHORIZED,
                code,
                named(config, code, "does not admit"),
                "See in the console whether the device is disabled, and whether its product is one of " + place(config)
                        + ". Accounts opened after 2022-08-02 may not connect without TLS.");
    }

    private static Failure throttled(AliyunConfig config, int code) {
        return Failure.ofCode(
                FailureKind.THROTTLED,
                code,
                named(config, code, "limits"),
                "A device may connect 5 times a minute and send 30 QoS 0 and 10 QoS 1 messages a second; leave pacing"
                        + " on.");
    }

    private static Failure duplicate(AliyunConfig config, int code) {
        return Failure.ofCode(
                FailureKind.DUPLICATE_CLIENT,
                code,
                named(config, code, "closed this connection because of another login of"),
                "Each device may be connected once, whatever its clientId. Stop the other program, or register a device"
                        + " of its own for it.");
    }

    private static String named(AliyunConfig config, int code, String does) {
        return "Aliyun IoT " + does + " device " + config.deviceId() + " (code " + code + ").";
    }

    /** To be read after "one of". */
    private static String place(AliyunConfig config) {
        String host = config.endpoint().host();
        if (!host.endsWith(".aliyuncs.com")) {
            return "the server at " + config.endpoint();
        }
        return config.instanceId()
                .map(id -> "instance " + id)
                .orElseGet(() -> "region " + config.region() + " on the legacy public instance (all others need"
                        + " instanceId)");
    }
}
