package org.iotconnector.onenet.api;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.iotconnector.core.http.ApiCall;
import org.iotconnector.core.settings.Secret;
import org.iotconnector.core.thing.Values;
import org.iotconnector.onenet.OneNetDeviceId;
import org.iotconnector.onenet.internal.api.ApiClient;
import org.iotconnector.onenet.internal.api.ApiRequest;

/** Devices and products: {@code /device/…} and {@code /product/…}. Thread-safe. OneNET, "API list", read 2026-11. */
public final class DeviceApi {
    private final ApiClient client;

    DeviceApi(ApiClient client) {
        this.client = client;
    }

    /**
     * Creates a device; a name that is taken is refused.
     *
     * @param device a product, and a name of 1 to 64 letters, digits, hyphens and underscores
     * @return the device with its key
     */
    public ApiCall<DeviceDetail> create(OneNetDeviceId device, DeviceAttributes attributes) {
        return post("/device/create", device, attributes, answer -> detail(device.productId(), answer));
    }

    /** The devices of a product. */
    public ApiList<DeviceDetail> list(String productId) {
        return new ApiList<>((offset, limit) -> get(
                "/device/list",
                Parameters.page(Parameters.ofProduct(productId), offset, limit),
                answer -> ApiPage.read(answer, data -> DeviceDetail.read(productId, data))));
    }

    public ApiCall<DeviceDetail> detail(OneNetDeviceId device) {
        return get("/device/detail", Parameters.of(device), answer -> detail(device.productId(), answer));
    }

    /** Changes the attributes given and leaves the others. */
    public ApiCall<ApiAnswer> update(OneNetDeviceId device, DeviceAttributes attributes) {
        return post("/device/update", device, attributes, answer -> answer);
    }

    /** Deletes a device with everything that it reported; one that is online is disconnected. */
    public ApiCall<ApiAnswer> delete(OneNetDeviceId device) {
        return post("/device/delete", device, DeviceAttributes.none(), answer -> answer);
    }

    /**
     * Gives a device another key; tokens of the old one are refused from then on.
     *
     * @return the new key, base64
     */
    public ApiCall<Secret> resetKey(OneNetDeviceId device) {
        return post(
                "/device/reset-seckey",
                device,
                DeviceAttributes.none(),
                answer -> Secret.of(answer.requireData().asStruct().text("sec_key")));
    }

    /** When a device came and went, from {@code from} to {@code to}, both included. */
    public ApiList<StatusChange> statusHistory(OneNetDeviceId device, Instant from, Instant to) {
        return new ApiList<>((offset, limit) -> get(
                "/device/status-history",
                Parameters.page(Parameters.period(Parameters.of(device), from, to), offset, limit),
                answer -> ApiPage.read(
                        answer,
                        data -> new StatusChange(DeviceStatus.read(data.get("status")), data.instant("time")))));
    }

    public ApiCall<ProductDetail> product(String productId) {
        return get(
                "/product/detail",
                Parameters.ofProduct(productId),
                answer -> ProductDetail.read(answer.requireData().asStruct()));
    }

    private static DeviceDetail detail(String productId, ApiAnswer answer) {
        return DeviceDetail.read(productId, answer.requireData().asStruct());
    }

    private <T> ApiCall<T> get(String path, Map<String, String> parameters, Function<ApiAnswer, T> read) {
        return ApiCall.of(() -> client.send(ApiRequest.get(path, parameters)), read);
    }

    private <T> ApiCall<T> post(
            String path, OneNetDeviceId device, DeviceAttributes attributes, Function<ApiAnswer, T> read) {
        Values.Builder body =
                Values.builder().put("product_id", device.productId()).put("device_name", device.deviceName());
        attributes.addTo(body);
        Values sent = body.build();
        return ApiCall.of(() -> client.send(ApiRequest.post(path, sent)), read);
    }
}
