package org.iotconnector.simulator.internal.onenet.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iotconnector.simulator.internal.json.Json;
import org.iotconnector.simulator.internal.onenet.DeviceState;
import org.iotconnector.simulator.internal.onenet.OneNetCloud;
import org.iotconnector.simulator.internal.onenet.ProductState;
import org.iotconnector.simulator.internal.onenet.model.ThingModel;
import org.iotconnector.simulator.onenet.OneNetRule;
import org.iotconnector.simulator.onenet.PropertyValue;
import org.jspecify.annotations.Nullable;

/** {@code /thingmodel/…} as far as the platform answers it from memory. OneNET, "API list", read 2026-05-29. */
final class ThingModelApi {
    private static final int DESCENDING = 2;

    private final Targets targets;
    private final boolean listObject;
    private final ValueText text;

    ThingModelApi(OneNetCloud cloud, Targets targets) {
        this.targets = targets;
        this.listObject = cloud.settings().has(OneNetRule.PROPERTIES_AS_LIST_OBJECT);
        this.text = new ValueText(cloud.settings().has(OneNetRule.QUOTED_TEXT_VALUES));
    }

    void addTo(Routes routes) {
        routes.get("/thingmodel/query-thing-model", targets.onProduct((product, parameters) -> model(product)));
        routes.get("/thingmodel/query-device-property", targets.onDevice((device, parameters) -> latest(device)));
        routes.get("/thingmodel/query-device-property-history", targets.onDevice(this::history));
    }

    private static @Nullable Object model(ProductState product) {
        if (product.modelJson() == null) {
            throw noModel(product);
        }
        try {
            return Json.read(product.modelJson().getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new IllegalStateException("The model was readable at the start.", impossible);
        }
    }

    private Object latest(DeviceState device) {
        List<Map<String, @Nullable Object>> list = new ArrayList<>();
        requireModel(device).properties().forEach((identifier, property) -> {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("identifier", identifier);
            entry.put("name", property.name());
            PropertyValue value = device.properties().latest().get(identifier);
            if (value != null) {
                entry.put("time", value.time().toEpochMilli());
                entry.put("value", text.of(value.value()));
            }
            entry.put("data_type", property.type().name());
            entry.put("access_mode", property.writable() ? "rw" : "r");
            entry.put("expect_value", expected(device, identifier));
            list.add(entry);
        });
        return listObject ? Map.of("list", list) : list;
    }

    private String expected(DeviceState device, String identifier) {
        var desired = device.desired().values().get(identifier);
        return desired == null ? "" : text.of(desired.value());
    }

    private Map<String, @Nullable Object> history(DeviceState device, Parameters parameters) {
        String identifier = parameters.text("identifier");
        Period period = Period.of(parameters);
        if (!requireModel(device).properties().containsKey(identifier)) {
            throw new ApiFailure(ApiCode.QUERY_PROPERTY, "identifier: " + identifier + ", error: identifier not exist");
        }
        List<Map<String, Object>> values = new ArrayList<>();
        device.properties().history(identifier).stream()
                .filter(value -> period.contains(value.time()))
                .forEach(value ->
                        values.add(Map.of("time", value.time().toEpochMilli(), "value", text.of(value.value()))));
        if (parameters.number("sort", 1, DESCENDING, 1) == DESCENDING) {
            Collections.reverse(values);
        }
        return Page.of(parameters).cut(values);
    }

    private static ThingModel requireModel(DeviceState device) {
        ThingModel model = device.product().model();
        if (model == null) {
            throw noModel(device.product());
        }
        return model;
    }

    private static ApiFailure noModel(ProductState product) {
        return new ApiFailure(
                ApiCode.QUERY_PROPERTY, "query failed: product [" + product.productId() + "] has no thing model");
    }
}
