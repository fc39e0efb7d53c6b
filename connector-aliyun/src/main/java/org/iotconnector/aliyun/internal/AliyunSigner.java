package org.iotconnector.aliyun.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.iotconnector.aliyun.AliyunConfig;
import org.iotconnector.aliyun.SignMethod;
import org.iotconnector.core.session.ClientIdentifier;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.settings.Secret;

/** Client identifier, user name and password of a device. Aliyun IoT, "MQTT-TCP connection", read 2026-11. */
public final class AliyunSigner {
    private static final String NOW = "now";

    private AliyunSigner() {}

    /** Everything one CONNECT needs. */
    public static ConnectParameters connect(AliyunConfig config, Instant now) {
        Optional<String> timestamp =
                config.timestamp().map(text -> text.equals(NOW) ? Long.toString(now.toEpochMilli()) : text);
        String content = content(config.clientId(), config.deviceName(), config.productKey(), timestamp);
        String password = sign(config.signMethod(), config.deviceSecret(), content);
        return ConnectParameters.builder(
                        config.endpoint(),
                        ClientIdentifier.of(clientIdentifier(config, timestamp).text()))
                .credentials(username(config.deviceName(), config.productKey()), Secret.of(password))
                .tls(config.session().tls())
                .version(config.mqttVersion())
                .keepAlive(config.keepAlive())
                .cleanStart(config.cleanStart())
                .build();
    }

    /** The order is free; a fixed one makes credentials comparable. */
    private static AliyunClientId clientIdentifier(AliyunConfig config, Optional<String> timestamp) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("securemode", Integer.toString(config.secureMode()));
        parameters.put("signmethod", config.signMethod().wireName());
        timestamp.ifPresent(text -> parameters.put("timestamp", text));
        parameters.putAll(config.extensions());
        return new AliyunClientId(config.clientId(), parameters);
    }

    static String username(String deviceName, String productKey) {
        return deviceName + "&" + productKey;
    }

    /** What is signed: names and values by name; no extension parameter, and a timestamp only if it is sent. */
    static String content(String clientId, String deviceName, String productKey, Optional<String> timestamp) {
        return "clientId" + clientId + "deviceName" + deviceName + "productKey" + productKey
                + timestamp.map(text -> "timestamp" + text).orElse("");
    }

    /** Lower-case hex of the HMAC over {@code content}; the platform compares without regard to case. */
    static String sign(SignMethod method, Secret key, String content) {
        try {
            Mac mac = Mac.getInstance(method.algorithm());
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), method.algorithm()));
            return HexFormat.of().formatHex(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(
                    "This Java runtime cannot compute " + method.algorithm() + "; choose another signMethod.", missing);
        }
    }
}
