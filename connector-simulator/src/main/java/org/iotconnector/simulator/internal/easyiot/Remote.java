package org.iotconnector.simulator.internal.easyiot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.iotconnector.simulator.easyiot.EasyIotMessage;
import org.iotconnector.simulator.internal.easyiot.store.Account;
import org.iotconnector.simulator.internal.easyiot.store.Device;
import org.iotconnector.simulator.internal.easyiot.store.Site;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** What the control API shows and does, in plain values. */
final class Remote {
    private static final String VALUE = "value";
    private static final String OUTCOME = "outcome";

    private Remote() {}

    /** Every device; it is online while somebody is subscribed to it. */
    static List<Map<String, Object>> describe(Site site, Predicate<String> subscribed) {
        List<Map<String, Object>> devices = new ArrayList<>();
        for (Account account : site.accounts()) {
            for (Device device : account.devices()) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("device", device.topic());
                entry.put("online", subscribed.test(device.topic()));
                entry.put("account", account.iotId());
                entry.put("name", device.name());
                entry.put("stored", device.stored());
                device.history().stream().findFirst().ifPresent(last -> entry.put("last", last.text()));
                devices.add(entry);
            }
        }
        return devices;
    }

    static String value(Map<String, @Nullable Object> values) {
        Object value = values.get(VALUE);
        if (value == null) {
            throw new IllegalArgumentException("Member [value] is missing; give the text to send.");
        }
        return value instanceof String text ? text : Json.text(value);
    }

    static Map<String, @Nullable Object> sent(List<String> receivers) {
        Map<String, @Nullable Object> outcome = new LinkedHashMap<>();
        outcome.put(OUTCOME, "SENT");
        outcome.put("sent", !receivers.isEmpty());
        outcome.put("devices", receivers);
        return outcome;
    }

    static Map<String, @Nullable Object> invoke(Device device, String service, Map<String, @Nullable Object> input) {
        Map<String, @Nullable Object> outcome = new LinkedHashMap<>();
        switch (service) {
            case "history" -> {
                outcome.put(OUTCOME, "DONE");
                outcome.put(
                        "messages",
                        device.history().stream()
                                .limit(limit(input))
                                .map(Remote::row)
                                .toList());
            }
            case "clear" -> {
                outcome.put(OUTCOME, "DONE");
                outcome.put("removed", device.stored());
                device.clear();
            }
            default ->
                throw new IllegalArgumentException(
                        "Easy IoT has no service [" + service + "]; it has send, history and clear.");
        }
        return outcome;
    }

    private static int limit(Map<String, @Nullable Object> input) {
        Object count = input.get("count");
        if (count == null) {
            return Integer.MAX_VALUE;
        }
        if (!(count instanceof Integer number) || number < 1) {
            throw new IllegalArgumentException("Member [count] is [" + count + "]; give 1 or more.");
        }
        return number;
    }

    private static Map<String, Object> row(EasyIotMessage message) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", message.id());
        row.put("time", message.time().toString());
        row.put("text", message.text());
        return row;
    }
}
