package org.iotconnector.simulator.internal.onenet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How gateway messages name sub-devices. */
final class SubDevices {
    private SubDevices() {}

    /** The names of one device, in the spelling of gateway messages. */
    static Map<String, Object> identity(DeviceState device) {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("productID", device.product().productId());
        identity.put("deviceName", device.deviceName());
        return identity;
    }

    /** All sub-devices of a gateway. */
    static List<Map<String, Object>> list(DeviceState gateway) {
        return gateway.topology().children().stream().map(SubDevices::identity).toList();
    }
}
