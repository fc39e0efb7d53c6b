package org.iotconnector.simulator.internal.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iotconnector.simulator.SimulatorBuilder;
import org.iotconnector.simulator.Transport;
import org.iotconnector.simulator.easyiot.EasyIotRule;

/** The {@code easyiot} block. */
final class EasyIotSection {
    static final String NAME = "easyiot";

    private static final Set<String> KEYS = Stream.concat(
                    Stream.of("mqtt", "http", "accounts"),
                    Stream.of(EasyIotRule.values()).map(EasyIotRule::key))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> ACCOUNT_KEYS = Set.of("iotId", "iotPwd", "topics");
    private static final Set<String> TOPIC_KEYS = Set.of("topic", "name");

    private EasyIotSection() {}

    static void apply(SimulatorBuilder builder, Section top) {
        Section section = Section.of(NAME, top.raw(NAME), KEYS);
        int mqtt = section.port("mqtt")
                .orElseThrow(() -> section.error("mqtt", "is missing: give the port of MQTT; 0 takes a free one."));
        builder.easyiot(settings -> {
            settings.listen(Transport.TCP, mqtt);
            section.port("http").ifPresent(settings::http);
            for (EasyIotRule rule : EasyIotRule.values()) {
                section.flag(rule.key()).ifPresent(inForce -> settings.rule(rule, inForce));
            }
            section.sections("accounts", ACCOUNT_KEYS)
                    .forEach(account -> settings.account(
                            account.requiredText("iotId"), account.requiredText("iotPwd"), topics(account)));
        });
    }

    /** Names by topic; an entry is a topic, or a topic with its name. */
    private static Map<String, String> topics(Section account) {
        Map<String, String> names = new LinkedHashMap<>();
        for (Section entry : account.textsOrSections("topics", "topic", TOPIC_KEYS)) {
            String topic = entry.requiredText("topic");
            names.put(topic, entry.text("name").orElse(topic));
        }
        return names;
    }
}
