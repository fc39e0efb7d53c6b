package org.iotconnector.onenet.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.iotconnector.core.http.ApiCall;
import org.iotconnector.core.spi.Json;
import org.iotconnector.core.thing.ThingModel;
import org.iotconnector.core.thing.ThingModelFormat;
import org.iotconnector.core.thing.Value;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.OneNetDeviceId;
import org.iotconnector.onenet.internal.api.ApiClient;
import org.iotconnector.onenet.internal.api.ApiRequest;
import org.iotconnector.onenet.internal.api.ValueText;

/**
 * Properties and services of devices whose product has a thing model: {@code /thingmodel/…}. Operations that ask the
 * device wait for it about 10 s and are refused if it does not answer. Thread-safe. OneNET, "API list" and "Service
 * call", read 2026-11.
 */
public final class ThingModelApi {
    private final ApiClient client;

    ThingModelApi(ApiClient client) {
        this.client = client;
    }

    /** The thing model of a product. */
    public ApiCall<ThingModel> model(String productId) {
        return get(
                "/thingmodel/query-thing-model",
                Parameters.ofProduct(productId),
                answer -> ThingModelFormat.ONENET.parse(Json.toText(answer.requireData())));
    }

    /**
     * Sets properties on a device that is online, and waits for its answer.
     *
     * @param values each as the thing model declares it
     * @return the device's answer, which may be a failure: see {@link DeviceReply#isDone()}
     */
    public ApiCall<DeviceReply> setProperties(OneNetDeviceId device, Values values) {
        return post("/thingmodel/set-device-property", body(device).put("params", values), answer -> {
            Values reply = answer.requireData().asStruct();
            return new DeviceReply(
                    reply.find("id").map(Value::asText).orElse(""),
                    reply.integer("code"),
                    reply.find("msg").map(Value::asText).orElse(""));
        });
    }

    /** What the platform knows of each property of a device, whether it is online or not. */
    public ApiCall<List<PropertyState>> properties(OneNetDeviceId device) {
        return get("/thingmodel/query-device-property", Parameters.of(device), answer -> {
            Value data = answer.requireData();
            // Seen both ways.
            List<Value> list =
                    data instanceof Value.Struct wrapped ? wrapped.value().list("list") : data.asList();
            return list.stream().map(Value::asStruct).map(PropertyState::read).toList();
        });
    }

    /** Asks a device that is online for values; those it left out are missing. */
    public ApiCall<Values> readProperties(OneNetDeviceId device, List<String> identifiers) {
        return post(
                "/thingmodel/query-device-property-detail",
                body(device).put("params", identifiers),
                answer -> answer.requireData().asStruct());
    }

    /** What a property was from {@code from} to {@code to}, both included. */
    public ApiList<PropertyPoint> history(
            OneNetDeviceId device, String identifier, Instant from, Instant to, SortOrder order) {
        Map<String, String> parameters = new LinkedHashMap<>(Parameters.period(Parameters.of(device), from, to));
        parameters.put("identifier", identifier);
        parameters.put("sort", order.parameter());
        return new ApiList<>((offset, limit) -> get(
                "/thingmodel/query-device-property-history",
                Parameters.page(parameters, offset, limit),
                answer -> ApiPage.read(
                        answer, data -> new PropertyPoint(data.instant("time"), ValueText.read(data.get("value"))))));
    }

    /**
     * Calls a service of a device that is online.
     *
     * @param input every input that the thing model declares
     * @return the outputs; empty if there are none, or if the service is asynchronous and its result comes by push
     */
    public ApiCall<Values> callService(OneNetDeviceId device, String service, Values input) {
        return post(
                "/thingmodel/call-service",
                body(device).put("identifier", service).put("params", input),
                answer -> answer.data().map(Value::asStruct).orElse(Values.empty()));
    }

    /**
     * Sets what properties shall become: at once if the device is online, else when it asks. No public page shows the
     * form of this request; it is that of the device's own messages.
     */
    public ApiCall<ApiAnswer> setDesired(OneNetDeviceId device, Values values) {
        return post("/thingmodel/set-device-desired-property", body(device).put("params", values), Function.identity());
    }

    /** What is desired, by identifier; of those asked for, if any are named, else of all. */
    public ApiCall<Map<String, DesiredValue>> desired(OneNetDeviceId device, List<String> identifiers) {
        Values.Builder body = body(device);
        if (!identifiers.isEmpty()) {
            body.put("params", identifiers);
        }
        return post("/thingmodel/query-device-desired-property", body, answer -> {
            Map<String, DesiredValue> found = new LinkedHashMap<>();
            answer.requireData().asStruct().forEach((identifier, desired) -> {
                Values entry = desired.asStruct();
                found.put(
                        identifier, new DesiredValue(ValueText.read(entry.get("value")), entry.longInteger("version")));
            });
            return found;
        });
    }

    /** Deletes what is desired, whatever its version. */
    public ApiCall<ApiAnswer> deleteDesired(OneNetDeviceId device, List<String> identifiers) {
        Values.Builder conditions = Values.builder();
        identifiers.forEach(identifier -> conditions.put(identifier, Values.empty()));
        return deleteDesired(device, conditions.build());
    }

    /** Deletes what is desired where it still has the version given; the platform passes over others in silence. */
    public ApiCall<ApiAnswer> deleteDesiredVersions(OneNetDeviceId device, Map<String, Long> versions) {
        Values.Builder conditions = Values.builder();
        versions.forEach((identifier, version) -> conditions.put(identifier, Values.of("version", version)));
        return deleteDesired(device, conditions.build());
    }

    private ApiCall<ApiAnswer> deleteDesired(OneNetDeviceId device, Values conditions) {
        return post(
                "/thingmodel/delete-device-desired-property",
                body(device).put("params", conditions),
                Function.identity());
    }

    private static Values.Builder body(OneNetDeviceId device) {
        return Values.builder().put("product_id", device.productId()).put("device_name", device.deviceName());
    }

    private <T> ApiCall<T> get(String path, Map<String, String> parameters, Function<ApiAnswer, T> read) {
        return ApiCall.of(() -> client.send(ApiRequest.get(path, parameters)), read);
    }

    private <T> ApiCall<T> post(String path, Values.Builder body, Function<ApiAnswer, T> read) {
        Values sent = body.build();
        return ApiCall.of(() -> client.send(ApiRequest.post(path, sent)), read);
    }
}
