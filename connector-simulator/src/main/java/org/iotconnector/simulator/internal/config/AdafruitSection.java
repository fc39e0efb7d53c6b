package org.iotconnector.simulator.internal.config;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iotconnector.simulator.SimulatorBuilder;
import org.iotconnector.simulator.SimulatorConfigurationException;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.adafruit.AdafruitPlan;
import org.iotconnector.simulator.adafruit.AdafruitRule;

/** The {@code adafruit} block. */
final class AdafruitSection {
    static final String NAME = "adafruit";

    private static final Set<String> KEYS = Stream.concat(
                    Stream.of("mqtt", "mqtts", "ws", "wss", "http", "accounts"),
                    Stream.of(AdafruitRule.values()).map(AdafruitRule::key))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> ACCOUNT_KEYS = Set.of("username", "key", "plan");

    private AdafruitSection() {}

    static void apply(SimulatorBuilder builder, Section top) {
        Section section = Section.of(NAME, top.raw(NAME), KEYS);
        if (Stream.of("mqtt", "mqtts", "ws", "wss", "http").noneMatch(section::has)) {
            throw section.error(
                    "mqtt", "is missing: give at least one port of mqtt, mqtts, ws, wss, http; 0 takes a free one.");
        }
        builder.adafruit(settings -> {
            section.port("mqtt").ifPresent(port -> settings.listen(Transport.TCP, port));
            section.port("mqtts").ifPresent(port -> settings.listen(Transport.TLS, port));
            section.port("ws").ifPresent(port -> settings.listen(Transport.WS, port));
            section.port("wss").ifPresent(port -> settings.listen(Transport.WSS, port));
            section.port("http").ifPresent(settings::http);
            for (AdafruitRule rule : AdafruitRule.values()) {
                section.flag(rule.key()).ifPresent(inForce -> settings.rule(rule, inForce));
            }
            section.sections("accounts", ACCOUNT_KEYS)
                    .forEach(account -> settings.account(
                            account.requiredText("username"), account.requiredText("key"), plan(account)));
        });
    }

    private static AdafruitPlan plan(Section account) {
        return account.text("plan")
                .map(name -> {
                    try {
                        return AdafruitPlan.named(name);
                    } catch (SimulatorConfigurationException unknown) {
                        throw account.error("plan", "is [" + name + "]; give free or plus.");
                    }
                })
                .orElse(AdafruitPlan.FREE);
    }
}
