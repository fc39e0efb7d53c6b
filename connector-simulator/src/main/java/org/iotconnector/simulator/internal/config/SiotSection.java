package org.iotconnector.simulator.internal.config;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iotconnector.simulator.SimulatorBuilder;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.siot.SiotGeneration;
import org.iotconnector.simulator.siot.SiotRule;

/** The {@code siot} block. */
final class SiotSection {
    static final String NAME = "siot";

    private static final Set<String> KEYS = Stream.concat(
                    Stream.of("version", "mqtt", "mqtts", "ws", "http", "users", "zone"),
                    Stream.of(SiotRule.values()).map(SiotRule::key))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> USER_KEYS = Set.of("username", "password");

    private SiotSection() {}

    static void apply(SimulatorBuilder builder, Section top) {
        Section section = Section.of(NAME, top.raw(NAME), KEYS);
        int mqtt = section.port("mqtt")
                .orElseThrow(() -> section.error("mqtt", "is missing: give the port of MQTT; 0 takes a free one."));
        builder.siot(settings -> {
            section.text("version").ifPresent(name -> settings.generation(generation(section, name)));
            settings.listen(Transport.TCP, mqtt);
            section.port("mqtts").ifPresent(port -> settings.listen(Transport.TLS, port));
            section.port("ws").ifPresent(port -> settings.listen(Transport.WS, port));
            section.port("http").ifPresent(settings::http);
            section.text("zone").ifPresent(name -> settings.zone(zone(section, name)));
            for (SiotRule rule : SiotRule.values()) {
                section.flag(rule.key()).ifPresent(inForce -> settings.rule(rule, inForce));
            }
            section.sections("users", USER_KEYS)
                    .forEach(user -> settings.user(user.requiredText("username"), user.requiredText("password")));
        });
    }

    private static SiotGeneration generation(Section section, String name) {
        try {
            return SiotGeneration.named(name);
        } catch (SimulatorConfigurationException unknown) {
            throw section.error("version", "is [" + name + "]; give v1 or v2.");
        }
    }

    private static ZoneId zone(Section section, String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw section.error("zone", "is [" + name + "]; give a zone such as Asia/Shanghai or +08:00.");
        }
    }
}
