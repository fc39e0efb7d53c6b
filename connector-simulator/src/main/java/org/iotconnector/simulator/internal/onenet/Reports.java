package org.iotconnector.simulator.internal.onenet;

import java.util.List;
import java.util.Map;
import org.iotconnector.simulator.onenet.PropertyValue;
import org.iotconnector.simulator.onenet.ReportedEvent;

/** Property and event reports of a device about itself, and the keeping of what any report holds. */
final class Reports {
    private final ValueReader values;
    private final NoticeSender notices;

    Reports(ValueReader values, NoticeSender notices) {
        this.values = values;
        this.notices = notices;
    }

    OneJsonReply properties(DeviceState device, OneJsonRequest request) throws Refused {
        keep(device, request.id(), values.properties(device, request.params(), false));
        return OneJsonReply.success();
    }

    OneJsonReply events(DeviceState device, OneJsonRequest request) throws Refused {
        keep(device, request.id(), values.events(device, request.params(), false));
        return OneJsonReply.success();
    }

    void keep(DeviceState device, String requestId, Map<String, List<PropertyValue>> reported) {
        reported.forEach(
                (identifier, list) -> list.forEach(value -> device.properties().add(identifier, value)));
        notices.properties(device, requestId, reported);
    }

    void keep(DeviceState device, String requestId, List<ReportedEvent> reported) {
        reported.forEach(device::add);
        notices.events(device, requestId, reported);
    }
}
