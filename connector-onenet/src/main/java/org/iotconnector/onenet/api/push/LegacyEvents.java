package org.iotconnector.onenet.api.push;

import java.util.List;
import org.iotconnector.core.thing.Values;

/** Messages of the first generation. OneNET, "Data push", read 2026-11. */
final class LegacyEvents {
    private LegacyEvents() {}

    static List<PlatformEvent> read(Values message) {
        EventDevice device = EventDevice.of(message, "product_id", "device_name", "dev_id");
        String kind = StudioEvents.text(message, "type");
        return Messages.orOther(
                device,
                kind,
                message,
                body -> List.of(
                        switch (kind) {
                            case "1" ->
                                new PlatformEvent.DataPoint(
                                        device,
                                        body.text("ds_id"),
                                        new Sample(body.get("value"), Times.of(body, "at")));
                            case "2" ->
                                new PlatformEvent.LifeCycle(
                                        device, body.bool("status") ? "online" : "offline", Times.of(body, "at"));
                            case "7" -> new PlatformEvent.CommandReply(device, body.text("cmdId"), body);
                            default -> new PlatformEvent.Other(device, kind, body);
                        }));
    }
}
