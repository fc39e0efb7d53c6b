package org.iotconnector.simulator.internal.config;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iotconnector.simulator.SimulatorBuilder;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.mqtt.MqttAccess;
import org.iotconnector.simulator.mqtt.MqttAclEntry;
import org.iotconnector.simulator.mqtt.MqttRule;

/** The {@code mqtt} block. */
final class MqttSection {
    static final String NAME = "mqtt";

    private static final Set<String> KEYS = Stream.concat(
                    Stream.of("mqtt", "mqtts", "ws", "wss", "allowAnonymous", "users", "acl", "sysInterval"),
                    Stream.of(MqttRule.values()).map(MqttRule::key))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> USER_KEYS = Set.of("username", "password");
    private static final Set<String> ACL_KEYS = Set.of("username", "access", "topic");

    private MqttSection() {}

    static void apply(SimulatorBuilder builder, Section top) {
        Section section = Section.of(NAME, top.raw(NAME), KEYS);
        if (Stream.of("mqtt", "mqtts", "ws", "wss").noneMatch(section::has)) {
            throw section.error(
                    "mqtt", "is missing: give at least one port of mqtt, mqtts, ws, wss; 0 takes a free one.");
        }
        builder.mqtt(settings -> {
            section.port("mqtt").ifPresent(port -> settings.listen(Transport.TCP, port));
            section.port("mqtts").ifPresent(port -> settings.listen(Transport.TLS, port));
            section.port("ws").ifPresent(port -> settings.listen(Transport.WS, port));
            section.port("wss").ifPresent(port -> settings.listen(Transport.WSS, port));
            section.flag("allowAnonymous").ifPresent(settings::allowAnonymous);
            section.seconds("sysInterval").map(Duration::ofSeconds).ifPresent(settings::sysInterval);
            for (MqttRule rule : MqttRule.values()) {
                section.flag(rule.key()).ifPresent(inForce -> settings.rule(rule, inForce));
            }
            section.sections("users", USER_KEYS)
                    .forEach(user -> settings.user(user.requiredText("username"), user.requiredText("password")));
            section.sections("acl", ACL_KEYS).forEach(entry -> settings.acl(entry(entry)));
        });
    }

    private static MqttAclEntry entry(Section section) {
        String filter = section.requiredText("topic");
        MqttAccess access =
                section.text("access").map(name -> access(section, name)).orElse(MqttAccess.READWRITE);
        return section.text("username")
                .map(user -> MqttAclEntry.forUser(user, access, filter))
                .orElseGet(() -> MqttAclEntry.forAll(access, filter));
    }

    private static MqttAccess access(Section section, String name) {
        try {
            return MqttAccess.named(name);
        } catch (SimulatorConfigurationException unknown) {
            throw section.error("access", "is [" + name + "]; give read, write or readwrite.");
        }
    }
}
