package org.iotconnector.simulator.internal.config;

import java.nio.ByteOrder;
import java.util.Set;
import org.iotconnector.simulator.SimulatorBuilder;
import org.iotconnector.simulator.onenet.legacy.OneNetLegacySettings;

/** The {@code onenetLegacy} block. */
final class OneNetLegacySection {
    static final String NAME = "onenetLegacy";

    private static final Set<String> KEYS =
            Set.of("mqtt", "http", "products", "bigEndianFloats", "will", "keepAliveRange");
    private static final Set<String> PRODUCT_KEYS = Set.of("productId", "apiKey", "registerCode", "devices");
    private static final Set<String> DEVICE_KEYS = Set.of("deviceId", "authInfo");

    private OneNetLegacySection() {}

    static void apply(SimulatorBuilder builder, Section top) {
        Section section = Section.of(NAME, top.raw(NAME), KEYS);
        int mqtt = section.port("mqtt")
                .orElseThrow(() -> section.error("mqtt", "is missing: give the port of MQTT; 0 takes a free one."));
        builder.onenetLegacy(settings -> {
            settings.mqtt(mqtt);
            section.port("http").ifPresent(settings::http);
            section.flag("bigEndianFloats")
                    .filter(Boolean::booleanValue)
                    .ifPresent(yes -> settings.floatOrder(ByteOrder.BIG_ENDIAN));
            section.flag("will").ifPresent(settings::will);
            section.flag("keepAliveRange").ifPresent(settings::keepAliveRange);
            section.sections("products", PRODUCT_KEYS).forEach(product -> product(settings, product));
        });
    }

    private static void product(OneNetLegacySettings.Builder settings, Section section) {
        settings.product(section.requiredText("productId"), product -> {
            section.text("apiKey").ifPresent(product::apiKey);
            section.text("registerCode").ifPresent(product::registerCode);
            section.sections("devices", DEVICE_KEYS)
                    .forEach(
                            device -> product.device(device.requiredText("deviceId"), device.requiredText("authInfo")));
        });
    }
}
