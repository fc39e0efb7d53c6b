package org.iotconnector.simulator.internal.aliyun;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.iotconnector.simulator.aliyun.PropertyValue;
import org.iotconnector.simulator.aliyun.RejectedValue;
import org.iotconnector.simulator.aliyun.ValidationLevel;
import org.iotconnector.simulator.internal.aliyun.tsl.DataType;
import org.iotconnector.simulator.internal.aliyun.tsl.ThingModel;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Property reports. A value that fails its check is filtered out and the message is still answered 200, even when nothing is left. Alibaba
 * Cloud, "Device properties, events, and services", read 2026-11-21.
 */
final class PropertyReports {
    static final int MAX_PROPERTIES = 200;
    private static final Duration TIME_WINDOW = Duration.ofHours(24);

    private final Clock clock;

    PropertyReports(Clock clock) {
        this.clock = clock;
    }

    AlinkReply post(DeviceState device, @Nullable Object params) {
        Map<String, @Nullable Object> values = Json.object(params).orElse(Map.of());
        if (values.isEmpty()) {
            return AlinkReply.failure(AlinkCode.PARAMETER_ERROR);
        }
        if (values.size() > MAX_PROPERTIES) {
            return AlinkReply.failure(AlinkCode.TOO_MANY_PROPERTIES);
        }
        values.forEach((identifier, json) -> store(device, identifier, ReportedValue.of(json)));
        return AlinkReply.success();
    }

    /** Checks one value and keeps it, unless a later one is there already. */
    void store(DeviceState device, String identifier, ReportedValue reported) {
        int code = check(device.product(), identifier, reported);
        Object value = reported.value();
        if (code != 0 || value == null) {
            int shown = code == 0 ? AlinkCode.PARAMETER_ERROR : code;
            String text = AlinkCode.message(shown) + " -> " + identifier;
            device.add(new RejectedValue(identifier, shown, text));
            return;
        }
        Instant time = reported.time() == null ? clock.instant() : reported.time();
        device.properties()
                .merge(
                        identifier,
                        new PropertyValue(value, time),
                        (old, next) -> next.time().isBefore(old.time()) ? old : next);
    }

    private int check(ProductState product, String identifier, ReportedValue reported) {
        if (!isTimeGood(reported)) {
            return AlinkCode.TIME_FORMAT;
        }
        ThingModel model = product.model();
        if (model == null || product.validation() == ValidationLevel.NONE) {
            return 0;
        }
        DataType type = model.properties().get(identifier);
        return type == null
                ? AlinkCode.UNKNOWN_MEMBER
                : type.check(reported.value(), product.validation() == ValidationLevel.STRONG);
    }

    /** Times further than a day from now are refused. */
    boolean isTimeGood(ReportedValue reported) {
        Instant time = reported.time();
        return reported.timeValid()
                && (time == null
                        || Duration.between(time, clock.instant()).abs().compareTo(TIME_WINDOW) <= 0);
    }
}
