package org.iotconnector.simulator.internal.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iotconnector.simulator.SimulatorBuilder;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.onenet.DataProtocol;
import org.iotconnector.simulator.onenet.NodeType;
import org.iotconnector.simulator.onenet.OneNetProduct;
import org.iotconnector.simulator.onenet.OneNetRule;
import org.iotconnector.simulator.onenet.OneNetSettings;
import org.iotconnector.simulator.onenet.PushTarget;

/** The {@code onenet} block. */
final class OneNetSection {
    private static final Set<String> KEYS = Stream.concat(
                    Stream.of("mqtt", "mqtts", "http", "https", "products", "users", "projects", "push"),
                    Stream.of(OneNetRule.values()).map(OneNetRule::key))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> PRODUCT_KEYS =
            Set.of("productId", "accessKey", "dataProtocol", "nodeType", "thingModel", "devices");
    private static final Set<String> DEVICE_KEYS = Set.of("deviceName", "deviceKey");
    private static final Set<String> USER_KEYS = Set.of("userId", "accessKey");
    private static final Set<String> PUSH_KEYS = Set.of("url", "token", "aesKey", "form");
    private static final Set<String> PROJECT_KEYS = Set.of("projectId", "accessKey", "products");

    private OneNetSection() {}

    static void apply(SimulatorBuilder builder, Section top, Path folder) {
        Section section = Section.of("onenet", top.raw("onenet"), KEYS);
        if (Stream.of("mqtt", "mqtts", "http", "https").noneMatch(section::has)) {
            throw section.error(
                    "mqtt", "is missing: give at least one port of mqtt, mqtts, http, https; 0 takes a free one.");
        }
        builder.onenet(settings -> {
            section.port("mqtt").ifPresent(port -> settings.listen(Transport.TCP, port));
            section.port("mqtts").ifPresent(port -> settings.listen(Transport.TLS, port));
            section.port("http").ifPresent(settings::http);
            section.port("https").ifPresent(settings::https);
            section.sections("push", PUSH_KEYS).forEach(push -> settings.push(push(push)));
            for (OneNetRule rule : OneNetRule.values()) {
                section.flag(rule.key()).ifPresent(inForce -> settings.rule(rule, inForce));
            }
            section.sections("products", PRODUCT_KEYS).forEach(product -> product(settings, product, folder));
            section.sections("users", USER_KEYS)
                    .forEach(user -> settings.user(user.requiredText("userId"), user.requiredText("accessKey")));
            section.sections("projects", PROJECT_KEYS)
                    .forEach(project -> settings.project(
                            project.requiredText("projectId"),
                            project.requiredText("accessKey"),
                            project.texts("products")));
        });
    }

    private static void product(OneNetSettings.Builder settings, Section section, Path folder) {
        settings.product(section.requiredText("productId"), product -> {
            section.text("accessKey").ifPresent(product::accessKey);
            section.text("dataProtocol")
                    .ifPresent(text -> product.dataProtocol(
                            word(section, "dataProtocol", text, DataProtocol.values(), "onejson, raw or datastream")));
            section.text("nodeType")
                    .ifPresent(text -> product.nodeType(
                            word(section, "nodeType", text, NodeType.values(), "direct, gateway or sub_device")));
            section.text("thingModel").ifPresent(path -> product.thingModel(folder.resolve(path)));
            section.sections("devices", DEVICE_KEYS).forEach(device -> device(product, device));
        });
    }

    private static PushTarget push(Section section) {
        String url = section.requiredText("url");
        PushTarget.Form form = section.text("form")
                .map(text -> word(section, "form", text, PushTarget.Form.values(), "studio or legacy"))
                .orElse(PushTarget.Form.STUDIO);
        try {
            PushTarget plain = PushTarget.of(new URI(url), section.requiredText("token"), form);
            return section.text("aesKey").map(plain::encrypted).orElse(plain);
        } catch (URISyntaxException malformed) {
            throw section.error("url", "is [" + url + "], which is no URL: " + malformed.getReason() + ".");
        }
    }

    private static void device(OneNetProduct.Builder product, Section section) {
        product.device(section.requiredText("deviceName"), section.requiredText("deviceKey"));
    }

    private static <E extends Enum<E>> E word(Section section, String key, String text, E[] values, String known) {
        for (E value : values) {
            if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
                return value;
            }
        }
        throw section.error(key, "is [" + text + "]; give " + known + ".");
    }
}
