package org.iotconnector.simulator.internal.onenet.legacy;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iotconnector.simulator.onenet.legacy.DataPoint;

/** What the platform remembers about one device. Confined to the loop thread, except what never changes. */
final class DeviceState {
    private static final int KEPT = 10_000;

    private final ProductState product;
    private final String deviceId;
    private final String title;
    private final String authInfo;
    private final String key;
    private final Deque<DataPoint> points = new ArrayDeque<>();
    private final Map<String, DataPoint> latest = new LinkedHashMap<>();

    /** {@code key} is a key of the device's own; empty for none. */
    DeviceState(ProductState product, String deviceId, String title, String authInfo, String key) {
        this.product = product;
        this.deviceId = deviceId;
        this.title = title;
        this.authInfo = authInfo;
        this.key = key;
    }

    String identity() {
        return product.productId() + "/" + deviceId;
    }

    ProductState product() {
        return product;
    }

    String deviceId() {
        return deviceId;
    }

    String title() {
        return title;
    }

    String authInfo() {
        return authInfo;
    }

    String key() {
        return key;
    }

    void store(List<DataPoint> more) {
        for (DataPoint point : more) {
            points.addLast(point);
            if (points.size() > KEPT) {
                points.removeFirst();
            }
            latest.put(point.stream(), point);
        }
    }

    List<DataPoint> points() {
        return List.copyOf(points);
    }

    Map<String, DataPoint> latest() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(latest));
    }
}
