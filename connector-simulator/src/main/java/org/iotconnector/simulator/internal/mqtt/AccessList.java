package org.iotconnector.simulator.internal.mqtt;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.iotconnector.simulator.internal.broker.TopicFilters;
import org.iotconnector.simulator.mqtt.MqttAccess;
import org.iotconnector.simulator.mqtt.MqttAclEntry;

/** Who may read and write what. mosquitto.conf manual, "acl_file", read 2026-11. */
final class AccessList {
    private final List<MqttAclEntry> entries;

    AccessList(List<MqttAclEntry> entries) {
        this.entries = entries;
    }

    boolean mayRead(MqttLogin login, String topic) {
        return allows(login, MqttAccess::allowsRead, filter -> TopicFilters.matches(filter, topic));
    }

    boolean mayWrite(MqttLogin login, String topic) {
        return allows(login, MqttAccess::allowsWrite, filter -> TopicFilters.matches(filter, topic));
    }

    /** Whether all that the filter asks for may be read. */
    boolean mayReadAll(MqttLogin login, String asked) {
        return allows(login, MqttAccess::allowsRead, filter -> FilterCover.covers(filter, asked));
    }

    private boolean allows(MqttLogin login, Predicate<MqttAccess> access, Predicate<String> fits) {
        return entries.isEmpty()
                || entries.stream()
                        .filter(entry -> access.test(entry.access()))
                        .filter(entry ->
                                entry.username().map(login.username()::equals).orElse(true))
                        .flatMap(entry -> filled(entry.filter(), login))
                        .anyMatch(fits);
    }

    /** A name with a wildcard in it must not open more than the line means, and an absent one nothing at all. */
    private static Stream<String> filled(String filter, MqttLogin login) {
        boolean unusable = (filter.contains("%u") && isUnusable(login.username()))
                || (filter.contains("%c") && isUnusable(login.clientId()));
        return unusable
                ? Stream.empty()
                : Stream.of(filter.replace("%u", login.username()).replace("%c", login.clientId()));
    }

    private static boolean isUnusable(String name) {
        return name.isEmpty() || name.contains("+") || name.contains("#") || name.contains("/");
    }
}
