package org.iotconnector.simulator.internal.onenet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.onenet.PropertyValue;
import org.iotconnector.simulator.onenet.ReportedEvent;
import org.jspecify.annotations.Nullable;

/** Reports about several devices at once, and of values of the past. OneNET Studio, "Gateway and sub-devices", read 2026-11. */
final class PackReports {
    private static final int MAX_SUB_DEVICES = 10;
    private static final int MAX_POINTS = 100;

    private final OneNetRegistry registry;
    private final ValueReader values;
    private final Reports reports;

    PackReports(OneNetRegistry registry, ValueReader values, Reports reports) {
        this.registry = registry;
        this.values = values;
        this.reports = reports;
    }

    private record Entry(DeviceState device, Map<String, List<PropertyValue>> properties, List<ReportedEvent> events) {}

    OneJsonReply pack(DeviceState device, OneJsonRequest request) throws Refused {
        return report(device, request, false);
    }

    OneJsonReply history(DeviceState device, OneJsonRequest request) throws Refused {
        return report(device, request, true);
    }

    /** All is read before anything is kept. */
    private OneJsonReply report(DeviceState device, OneJsonRequest request, boolean history) throws Refused {
        // The HTTP access page shows a single object for a direct device.
        List<?> list = request.params() instanceof List<?> array ? array : List.of(orEmpty(request.params()));
        List<Entry> entries = new ArrayList<>();
        Set<String> subDevices = new HashSet<>();
        for (Object element : list) {
            Entry entry = entry(device, element, history);
            entries.add(entry);
            if (entry.device() != device) {
                subDevices.add(entry.device().identity());
            }
        }
        if (subDevices.size() > MAX_SUB_DEVICES) {
            throw new Refused(Refused.BAD_REQUEST, "bad request: more than 10 sub-devices in one message");
        }
        for (Entry entry : entries) {
            reports.keep(entry.device(), request.id(), entry.properties());
            reports.keep(entry.device(), request.id(), entry.events());
        }
        return OneJsonReply.success();
    }

    private Entry entry(DeviceState device, @Nullable Object element, boolean history) throws Refused {
        Map<String, @Nullable Object> json = Json.object(element)
                .orElseThrow(() ->
                        new Refused(Refused.JSON_FORMAT, "json format error: [params] must be a list of objects"));
        DeviceState target = json.containsKey("identity")
                ? Gateways.bound(
                        device, registry, Json.object(json.get("identity")).orElse(Map.of()))
                : device;
        Map<String, List<PropertyValue>> properties =
                json.containsKey("properties") ? values.properties(target, json.get("properties"), history) : Map.of();
        List<ReportedEvent> events =
                json.containsKey("events") ? values.events(target, json.get("events"), history) : List.of();
        if (!history && properties.size() + events.size() > MAX_POINTS) {
            throw new Refused(Refused.BAD_REQUEST, "bad request: more than 100 points for one device");
        }
        return new Entry(target, properties, events);
    }

    private static Object orEmpty(@Nullable Object params) {
        return params == null ? "" : params;
    }
}
