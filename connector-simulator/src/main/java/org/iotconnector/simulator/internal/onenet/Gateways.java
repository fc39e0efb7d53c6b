package org.iotconnector.simulator.internal.onenet;

import java.util.Map;
import java.util.Optional;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.onenet.NodeType;
import org.jspecify.annotations.Nullable;

/** What a gateway asks for its sub-devices. OneNET Studio, "Gateway and sub-devices", read 2026-11. */
final class Gateways {
    private static final int MAX_SUB_DEVICES = 1500;

    private final OneNetCloud cloud;
    private final Presence presence;

    Gateways(OneNetCloud cloud, Presence presence) {
        this.cloud = cloud;
        this.presence = presence;
    }

    OneJsonReply login(DeviceState gateway, OneJsonRequest request) throws Refused {
        presence.login(bound(gateway, cloud.registry(), params(request)));
        return OneJsonReply.success();
    }

    OneJsonReply logout(DeviceState gateway, OneJsonRequest request) throws Refused {
        presence.logout(bound(gateway, cloud.registry(), params(request)));
        return OneJsonReply.success();
    }

    /** Binding a sub-device again is fine; taking one from another gateway is not. */
    OneJsonReply add(DeviceState gateway, OneJsonRequest request) throws Refused {
        DeviceState child = trusted(gateway, request);
        Optional<DeviceState> owner = child.topology().gateway();
        if (owner.isPresent() && owner.get() != gateway) {
            throw new Refused(
                    Refused.BAD_REQUEST, "bad request: [" + child.identity() + "] is bound to another gateway");
        }
        if (gateway.topology().children().size() >= MAX_SUB_DEVICES && owner.isEmpty()) {
            throw new Refused(Refused.BAD_REQUEST, "bad request: the gateway has 1500 sub-devices already");
        }
        gateway.topology().bind(child);
        return OneJsonReply.success();
    }

    OneJsonReply delete(DeviceState gateway, OneJsonRequest request) throws Refused {
        DeviceState child = trusted(gateway, request);
        if (gateway.topology().holds(child)) {
            presence.logout(child);
            gateway.topology().unbind(child);
        }
        return OneJsonReply.success();
    }

    OneJsonReply get(DeviceState gateway, OneJsonRequest request) throws Refused {
        requireGateway(gateway);
        return OneJsonReply.success(SubDevices.list(gateway));
    }

    /** The sub-device that {@code productID} and {@code deviceName} name, which must be bound to this gateway. */
    static DeviceState bound(DeviceState gateway, OneNetRegistry registry, Map<String, @Nullable Object> names)
            throws Refused {
        DeviceState child = named(gateway, registry, names);
        if (!gateway.topology().holds(child)) {
            throw new Refused(
                    Refused.BAD_DEVICE, "bad device: [" + child.identity() + "] is not bound to this gateway");
        }
        return child;
    }

    /** The sub-device that is named, proven by its own token. */
    private DeviceState trusted(DeviceState gateway, OneJsonRequest request) throws Refused {
        Map<String, @Nullable Object> params = params(request);
        DeviceState child = named(gateway, cloud.registry(), params);
        if (child.product().nodeType() != NodeType.SUB_DEVICE) {
            throw new Refused(Refused.BAD_REQUEST, "bad request: [" + child.identity() + "] is no sub-device");
        }
        TokenVerdict verdict = cloud.tokens()
                .check(
                        params.get("sasToken") instanceof String token ? token : null,
                        TokenCheck.DEVICE_VERSIONS,
                        scope -> scope.covers(child.product().productId(), child.deviceName()));
        if (!verdict.isGood()) {
            throw new Refused(verdict.code(), verdict.text());
        }
        return child;
    }

    private static DeviceState named(DeviceState gateway, OneNetRegistry registry, Map<String, @Nullable Object> names)
            throws Refused {
        requireGateway(gateway);
        if (!(names.get("productID") instanceof String productId)
                || !(names.get("deviceName") instanceof String deviceName)) {
            throw new Refused(Refused.JSON_FORMAT, "json format error: [productID] and [deviceName] must be texts");
        }
        return registry.device(productId, deviceName)
                .orElseThrow(() -> new Refused(
                        Refused.BAD_DEVICE, "bad device: there is no [" + productId + "/" + deviceName + "]"));
    }

    private static void requireGateway(DeviceState device) throws Refused {
        if (device.product().nodeType() != NodeType.GATEWAY) {
            throw new Refused(Refused.BAD_REQUEST, "bad request: [" + device.identity() + "] is no gateway");
        }
    }

    private static Map<String, @Nullable Object> params(OneJsonRequest request) throws Refused {
        return Json.object(request.params())
                .orElseThrow(() -> new Refused(Refused.JSON_FORMAT, "json format error: [params] must be an object"));
    }
}
