package org.iotconnector.benchmarks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.iotconnector.aliyun.AliyunConfig;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.session.ConnectParameters;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.spi.ThingCodec;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.onenet.OneNetConfig;
import org.iotconnector.onenet.SignMethod;

/**
 * A device on one platform, seen through the provider SPI alone.
 *
 * @param login computes what one CONNECT needs at a moment
 * @param set ten properties that the platform sets
 */
record Platform(Function<Instant, ConnectParameters> login, ThingCodec codec, Message set) {
    private static final Map<String, Platform> BY_ID = Map.of("aliyun", aliyun(), "onenet", oneNet());

    static Platform of(String id) {
        return Optional.ofNullable(BY_ID.get(id))
                .orElseThrow(() -> new IllegalArgumentException("There is no benchmark for " + id + "."));
    }

    private static Platform aliyun() {
        AliyunConfig config = AliyunConfig.builder()
                .productKey("a1Demo0Prod")
                .deviceName("lamp-1")
                .deviceSecret(Secret.of("0123456789abcdef0123456789abcdef"))
                .build();
        return of(
                config,
                "/sys/a1Demo0Prod/lamp-1/thing/service/property/set",
                "{\"method\":\"thing.service.property.set\",\"id\":\"1042\",\"version\":\"1.0.0\",\"params\":%s}");
    }

    private static Platform oneNet() {
        OneNetConfig config = OneNetConfig.builder()
                .productId("Demo0Prod1")
                .deviceName("lamp-1")
                .deviceKey(Secret.of("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="))
                .signMethod(SignMethod.SHA256)
                .build();
        return of(
                config,
                "$sys/Demo0Prod1/lamp-1/thing/property/set",
                "{\"id\":\"1042\",\"version\":\"1.0\",\"params\":%s}");
    }

    private static <C extends DeviceConfig<C>> Platform of(C config, String topic, String envelope) {
        Message set = new Message(
                TopicName.of(topic),
                Bytes.ofUtf8(String.format(envelope, Workload.json())),
                QualityOfService.AT_LEAST_ONCE,
                false);
        return new Platform(
                now -> config.provider().connect(config, now), config.provider().codec(config), set);
    }

    /** The payload of a report of {@link Workload#VALUES}. */
    byte[] report() {
        List<Bytes> payloads = codec.encode(Workload.REPORT, Workload.SEQUENCE).stream()
                .map(it -> it.publication().payload())
                .toList();
        return payloads.get(0).toArray();
    }
}
