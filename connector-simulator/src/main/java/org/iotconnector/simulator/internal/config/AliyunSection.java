package org.iotconnector.simulator.internal.config;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.iotconnector.simulator.SimulatorBuilder;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.aliyun.AliyunProduct;
import org.iotconnector.simulator.aliyun.AliyunSettings;
import org.iotconnector.simulator.aliyun.ValidationLevel;

/** The {@code aliyun} block. */
final class AliyunSection {
    private static final Set<String> KEYS = Set.of(
            "mqtt",
            "mqtts",
            "ws",
            "wss",
            "https",
            "products",
            "strictTransport",
            "keepAliveRange",
            "strictEnvelope",
            "rateLimits");
    private static final Set<String> PRODUCT_KEYS =
            Set.of("productKey", "productSecret", "dynamicRegistration", "thingModel", "validation", "devices");
    private static final Set<String> DEVICE_KEYS = Set.of("deviceName", "deviceSecret");

    private AliyunSection() {}

    static void apply(SimulatorBuilder builder, Section top, Path folder) {
        Section section = Section.of("aliyun", top.raw("aliyun"), KEYS);
        if (section.has("https")) {
            builder.notice(
                    "[aliyun.https] is not available in this version; the HTTPS device protocol is not started.");
        }
        boolean listens = section.has("mqtt") || section.has("mqtts") || section.has("ws") || section.has("wss");
        if (!listens) {
            throw section.error(
                    "mqtt", "is missing: give at least one port of mqtt, mqtts, ws, wss; 0 takes a free one.");
        }
        builder.aliyun(settings -> {
            section.port("mqtt").ifPresent(port -> settings.listen(Transport.TCP, port));
            section.port("mqtts").ifPresent(port -> settings.listen(Transport.TLS, port));
            section.port("ws").ifPresent(port -> settings.listen(Transport.WS, port));
            section.port("wss").ifPresent(port -> settings.listen(Transport.WSS, port));
            section.flag("strictTransport").ifPresent(settings::strictTransport);
            section.flag("keepAliveRange").ifPresent(settings::keepAliveRange);
            section.flag("strictEnvelope").ifPresent(settings::strictEnvelope);
            section.flag("rateLimits").ifPresent(settings::rateLimits);
            section.sections("products", PRODUCT_KEYS).forEach(product -> {
                noticeRegistration(builder, product);
                product(settings, product, folder);
            });
        });
    }

    private static void noticeRegistration(SimulatorBuilder builder, Section product) {
        if (product.flag("dynamicRegistration").orElse(false)) {
            builder.notice("[dynamicRegistration] is not available in this version; devices need their own secrets.");
        }
    }

    private static void product(AliyunSettings.Builder settings, Section section, Path folder) {
        // Checked only: it signs nothing but registrations.
        section.text("productSecret");
        settings.product(section.requiredText("productKey"), product -> {
            section.text("thingModel").ifPresent(path -> product.thingModel(folder.resolve(path)));
            section.text("validation").ifPresent(level -> product.validation(level(section, level)));
            section.sections("devices", DEVICE_KEYS).forEach(device -> device(product, device));
        });
    }

    private static void device(AliyunProduct.Builder product, Section section) {
        product.device(section.requiredText("deviceName"), section.requiredText("deviceSecret"));
    }

    private static ValidationLevel level(Section section, String text) {
        for (ValidationLevel level : ValidationLevel.values()) {
            if (level.name().toLowerCase(Locale.ROOT).equals(text)) {
                return level;
            }
        }
        throw section.error("validation", "is [" + text + "]; give none, weak or strong.");
    }
}
