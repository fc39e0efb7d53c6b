package org.iotconnector.simulator.internal.onenet.http;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.iotconnector.simulator.internal.onenet.DeviceState;
import org.iotconnector.simulator.internal.onenet.OneNetCloud;
import org.iotconnector.simulator.internal.onenet.ProductState;
import org.iotconnector.simulator.onenet.NodeType;
import org.jspecify.annotations.Nullable;

/** {@code /device/…} and {@code /product/…}. OneNET, "API list", read 2026-05-29. */
final class DeviceApi {
    private static final String DEVICE_NAME = "[A-Za-z0-9_-]{1,64}";
    private static final List<String> ATTRIBUTES = List.of("desc", "imei", "imsi", "psk", "auth_code");
    private static final int KEY_BYTES = 32;

    private final OneNetCloud cloud;
    private final Targets targets;
    private final DeviceRecords records;
    private final SecureRandom random = new SecureRandom();

    DeviceApi(OneNetCloud cloud, Targets targets, DeviceRecords records) {
        this.cloud = cloud;
        this.targets = targets;
        this.records = records;
    }

    void addTo(Routes routes) {
        routes.post("/device/create", targets.onProduct(this::create));
        routes.get("/device/list", targets.onProduct(this::list));
        routes.get("/device/detail", targets.onDevice((device, parameters) -> describe(device)));
        routes.post("/device/update", targets.onDevice(this::update));
        routes.post("/device/delete", targets.onDevice((device, parameters) -> delete(device)));
        routes.post("/device/reset-seckey", targets.onDevice((device, parameters) -> resetKey(device)));
        routes.get("/device/status-history", targets.onDevice(this::statusHistory));
        routes.get("/device/event-log", targets.onDevice(DeviceApi::eventLog));
        routes.get("/product/detail", targets.onProduct((product, parameters) -> describe(product)));
    }

    private Map<String, @Nullable Object> create(ProductState product, Parameters parameters) {
        String name = parameters.text("device_name");
        if (!name.matches(DEVICE_NAME)) {
            throw Parameters.invalid(
                    "device_name is [" + name + "], expected 1 to 64 letters, digits, hyphens or underscores");
        }
        if (cloud.registry().device(product.productId(), name).isPresent()) {
            throw new ApiFailure(
                    ApiCode.EXISTS, "device exists: [" + product.productId() + "/" + name + "], choose another name");
        }
        Map<String, String> attributes = attributes(parameters);
        DeviceState device = cloud.registry().create(product, name, newKey());
        records.attributes(device).putAll(attributes);
        return describe(device);
    }

    private Map<String, @Nullable Object> list(ProductState product, Parameters parameters) {
        String name = parameters.optionalText("device_name");
        return Page.of(parameters)
                .cut(cloud.registry().devices().stream()
                        .filter(device -> device.product().equals(product))
                        .filter(device -> name == null || device.deviceName().equals(name))
                        .map(this::describe)
                        .toList());
    }

    private Map<String, @Nullable Object> update(DeviceState device, Parameters parameters) {
        records.attributes(device).putAll(attributes(parameters));
        return describe(device);
    }

    private @Nullable Object delete(DeviceState device) {
        cloud.commands().kick(device);
        cloud.registry().delete(device);
        records.forget(device);
        return null;
    }

    private Map<String, @Nullable Object> resetKey(DeviceState device) {
        device.key(newKey());
        return Map.of("sec_key", device.key());
    }

    private Map<String, @Nullable Object> statusHistory(DeviceState device, Parameters parameters) {
        Period period = Period.of(parameters);
        return Page.of(parameters)
                .cut(records.changes(device, period.start(), period.end()).stream()
                        .map(change -> Map.of("status", change.online() ? 1 : 0, "time", change.time()))
                        .toList());
    }

    private static Map<String, @Nullable Object> eventLog(DeviceState device, Parameters parameters) {
        Period period = Period.of(parameters);
        return Page.of(parameters)
                .cut(device.events().stream()
                        .filter(event -> period.contains(event.time()))
                        .map(event -> Map.of(
                                "identifier", event.identifier(),
                                "value", event.outputs(),
                                "time", event.time().toEpochMilli()))
                        .toList());
    }

    private Map<String, @Nullable Object> describe(DeviceState device) {
        Map<String, @Nullable Object> description = new LinkedHashMap<>();
        description.put("did", device.number());
        description.put("product_id", device.product().productId());
        description.put("name", device.deviceName());
        description.put("status", status(device));
        description.put("enable_status", true);
        description.put("create_time", PlatformTime.text(device.createdAt()));
        device.activatedAt().ifPresent(time -> description.put("act_time", PlatformTime.text(time)));
        device.lastOnlineAt().ifPresent(time -> description.put("last_time", PlatformTime.text(time)));
        description.put("access_pt", accessProtocol(device.product()));
        description.put("data_pt", dataProtocol(device.product()));
        description.put("sec_key", device.key());
        description.putAll(records.attributes(device));
        return description;
    }

    private static Map<String, @Nullable Object> describe(ProductState product) {
        Map<String, @Nullable Object> description = new LinkedHashMap<>();
        description.put("product_id", product.productId());
        description.put("access_pt", accessProtocol(product));
        description.put("data_pt", dataProtocol(product));
        description.put("node_type", product.nodeType().name().toLowerCase(Locale.ROOT));
        return description;
    }

    /** 0 offline, 1 online, 2 inactive. */
    private int status(DeviceState device) {
        if (cloud.isOnline(device)) {
            return 1;
        }
        return device.activatedAt().isPresent() ? 0 : 2;
    }

    private static int accessProtocol(ProductState product) {
        return product.nodeType() == NodeType.SUB_DEVICE ? 0 : 2;
    }

    private static int dataProtocol(ProductState product) {
        return switch (product.dataProtocol()) {
            case ONEJSON -> 1;
            case RAW -> 3;
            case DATASTREAM -> 4;
        };
    }

    private static Map<String, String> attributes(Parameters parameters) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String name : ATTRIBUTES) {
            String value = parameters.optionalText(name);
            if (value != null) {
                attributes.put(name, value);
            }
        }
        return attributes;
    }

    private String newKey() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
