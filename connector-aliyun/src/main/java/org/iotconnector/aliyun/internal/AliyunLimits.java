package org.iotconnector.aliyun.internal;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.iotconnector.core.session.MqttVersion;
import org.iotconnector.core.spi.Capabilities;
import org.iotconnector.core.spi.Capabilities.Feature;
import org.iotconnector.core.spi.Quotas;
import org.iotconnector.core.spi.Quotas.Counted;
import org.iotconnector.core.spi.Quotas.Rate;

/** What the platform allows a device and offers it. Aliyun IoT, "Limits", read 2026-11. */
public final class AliyunLimits {
    /** Properties one message may hold; more are answered with 6106 or 6104. */
    static final int MAX_PROPERTIES = 200;

    /**
     * Past the rates of messages the platform drops without a word. Eight filters per SUBSCRIBE is the figure of 2020;
     * newer editions may allow more.
     */
    public static final Quotas QUOTAS = new Quotas(
            List.of(
                    Rate.of(Counted.CONNECT, 5, Duration.ofMinutes(1)),
                    Rate.of(Counted.PUBLISH_AT_MOST_ONCE, 30, Duration.ofSeconds(1)),
                    Rate.of(Counted.PUBLISH_ACKNOWLEDGED, 10, Duration.ofSeconds(1))),
            100,
            256 * 1024,
            8);

    private static final Set<Feature> ALWAYS = EnumSet.of(
            Feature.REPLIES,
            Feature.EVENTS,
            Feature.SERVICES,
            Feature.DESIRED_VALUES,
            Feature.BATCH,
            Feature.HISTORY,
            Feature.RAW);

    private AliyunLimits() {}

    /** Retained messages and a Will exist with MQTT 5 only. */
    public static Capabilities capabilities(MqttVersion version) {
        Set<Feature> features = EnumSet.copyOf(ALWAYS);
        if (version == MqttVersion.V5) {
            features.add(Feature.RETAIN);
            features.add(Feature.WILL);
        }
        return new Capabilities(features);
    }
}
