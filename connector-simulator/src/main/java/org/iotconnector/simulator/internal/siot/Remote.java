package org.iotconnector.simulator.internal.siot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.internal.platform.UnknownDeviceException;
import org.iotconnector.simulator.internal.siot.store.Desk;
import org.iotconnector.simulator.internal.siot.store.Device;
import org.iotconnector.simulator.internal.siot.store.SiotStore;
import org.iotconnector.simulator.siot.SiotMessage;
import org.jspecify.annotations.Nullable;

/** What the control API shows and does, in plain values. */
final class Remote {
    private static final String VALUE = "value";
    private static final String OUTCOME = "outcome";

    private final SiotStore store;
    private final Desk desk;
    private final Predicate<String> subscribed;

    Remote(SiotStore store, Desk desk, Predicate<String> subscribed) {
        this.store = store;
        this.desk = desk;
        this.subscribed = subscribed;
    }

    /** Every device; it is online while somebody is subscribed to it. */
    List<Map<String, Object>> describe() {
        List<Map<String, Object>> devices = new ArrayList<>();
        for (Device device : store.devices()) {
            List<SiotMessage> messages = store.messages(device.topic());
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("device", device.topic());
            entry.put("online", subscribed.test(device.topic()));
            entry.put("stored", messages.size());
            if (!messages.isEmpty()) {
                entry.put("last", messages.get(messages.size() - 1).content());
            }
            devices.add(entry);
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

    Map<String, @Nullable Object> send(String topic, String text) {
        List<String> receivers = desk.send(topic, text);
        Map<String, @Nullable Object> outcome = new LinkedHashMap<>();
        outcome.put(OUTCOME, "SENT");
        outcome.put("sent", !receivers.isEmpty());
        outcome.put("devices", receivers);
        return outcome;
    }

    Map<String, @Nullable Object> invoke(String topic, String service, Map<String, @Nullable Object> input) {
        if (service.equals("send")) {
            return send(topic, value(input));
        }
        Device device = store.device(topic)
                .orElseThrow(() -> new UnknownDeviceException("There is no device [" + topic + "]; devices: "
                        + String.join(
                                ", ",
                                store.devices().stream().map(Device::topic).toList()) + "."));
        Map<String, @Nullable Object> outcome = new LinkedHashMap<>();
        outcome.put(OUTCOME, "DONE");
        switch (service) {
            case "history" ->
                outcome.put(
                        "messages",
                        store.messages(device.topic()).stream().map(Remote::row).toList());
            case "clear" -> outcome.put("removed", store.clear(device.topic()));
            default ->
                throw new IllegalArgumentException(
                        "SIoT has no service [" + service + "]; it has send, history and clear.");
        }
        return outcome;
    }

    private static Map<String, Object> row(SiotMessage message) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", message.id());
        row.put("time", message.created().toString());
        row.put("text", message.content());
        return row;
    }
}
