package org.iotconnector.simulator.internal.onenet.http;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.iotconnector.simulator.internal.http.Request;
import org.iotconnector.simulator.internal.onenet.DeviceState;
import org.iotconnector.simulator.internal.onenet.OneNetCloud;
import org.iotconnector.simulator.internal.onenet.ProductState;
import org.jspecify.annotations.Nullable;

/** Finds what a request is about, after its token was found good for that. */
final class Targets {
    private final OneNetCloud cloud;
    private final Authorization authorization;

    Targets(OneNetCloud cloud, Authorization authorization) {
        this.cloud = cloud;
        this.authorization = authorization;
    }

    /** An operation on a product that answers at once, with parameters from the query ({@code GET}) or the body. */
    Operation onProduct(BiFunction<ProductState, Parameters, ? extends @Nullable Object> work) {
        return request -> {
            Parameters parameters = parameters(request);
            String productId = parameters.text("product_id");
            authorization.requireApplication(request, productId, null);
            return CompletableFuture.completedFuture(work.apply(product(productId), parameters));
        };
    }

    /** An operation on a device that answers at once. */
    Operation onDevice(BiFunction<DeviceState, Parameters, ? extends @Nullable Object> work) {
        return request -> {
            Parameters parameters = parameters(request);
            return CompletableFuture.completedFuture(work.apply(device(request, parameters), parameters));
        };
    }

    /** An operation that has to wait for the device. */
    Operation askingDevice(BiFunction<DeviceState, Parameters, CompletableFuture<@Nullable Object>> work) {
        return request -> {
            Parameters parameters = parameters(request);
            return work.apply(device(request, parameters), parameters);
        };
    }

    /** The device that {@code product_id} and {@code device_name} name. */
    DeviceState device(Request request, Parameters parameters) {
        String productId = parameters.text("product_id");
        String deviceName = parameters.text("device_name");
        authorization.requireApplication(request, productId, deviceName);
        product(productId);
        return cloud.registry()
                .device(productId, deviceName)
                .orElseThrow(() ->
                        new ApiFailure(ApiCode.NOT_FOUND, "device not found: [" + productId + "/" + deviceName + "]"));
    }

    private ProductState product(String productId) {
        return cloud.registry()
                .product(productId)
                .orElseThrow(() -> new ApiFailure(ApiCode.NOT_FOUND, "product not found: [" + productId + "]"));
    }

    private static Parameters parameters(Request request) {
        return request.method().equals("GET") ? Parameters.ofQuery(request) : Parameters.ofBody(request);
    }
}
