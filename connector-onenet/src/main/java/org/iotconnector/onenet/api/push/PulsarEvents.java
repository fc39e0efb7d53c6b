package org.iotconnector.onenet.api.push;

import java.util.List;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;

/**
 * Messages of the server subscription. The form of {@code thingProperty} is that of the vendor's consumer SDK 3.0.1; no
 * public page shows the other kinds, which are tried as far as their names and the device's own messages tell.
 */
final class PulsarEvents {
    private PulsarEvents() {}

    static List<PlatformEvent> read(Values message) {
        Values data = message.find("subData")
                .filter(Value.Struct.class::isInstance)
                .map(Value::asStruct)
                .orElse(Values.empty());
        EventDevice device = EventDevice.of(data, "productId", "deviceName", "deviceId");
        String kind = StudioEvents.text(message, "msgType");
        return Messages.orOther(device, kind, message, body -> switch (kind) {
            case "deviceOnline" -> List.of(new PlatformEvent.LifeCycle(device, "online", Times.of(data, "time")));
            case "deviceOffline" -> List.of(new PlatformEvent.LifeCycle(device, "offline", Times.of(data, "time")));
            case "thingProperty" ->
                List.of(new PlatformEvent.PropertyReport(device, Times.samples(data.struct("params"))));
            case "thingEvent" -> StudioEvents.events(device, data.struct("params"));
            default -> List.of(new PlatformEvent.Other(device, kind, body));
        });
    }
}
