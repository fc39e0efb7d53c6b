package org.iotconnector.simulator.internal.aliyun;

import java.time.Clock;
import java.util.Map;
import org.iotconnector.simulator.aliyun.ReportedEvent;
import org.iotconnector.simulator.aliyun.ValidationLevel;
import org.iotconnector.simulator.internal.aliyun.tsl.DataType;
import org.iotconnector.simulator.internal.aliyun.tsl.ThingModel;
import org.iotconnector.simulator.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** Events. Unlike a property, a bad event is dropped and answered with its code. */
final class EventReports {
    private final Clock clock;
    private final PropertyReports properties;

    EventReports(Clock clock, PropertyReports properties) {
        this.clock = clock;
        this.properties = properties;
    }

    /** Takes {@code {"value":{…},"time":…}} and, as one vendor client sends, the outputs directly. */
    AlinkReply post(DeviceState device, String identifier, @Nullable Object params) {
        ReportedValue reported = ReportedValue.of(params);
        if (!(reported.value() instanceof Map)) {
            // An output may itself be called value, so a wrapper around something else is none.
            reported = new ReportedValue(params, null, true);
        }
        Map<String, @Nullable Object> outputs = Json.object(reported.value()).orElse(null);
        if (outputs == null) {
            return AlinkReply.failure(AlinkCode.PARAMETER_ERROR);
        }
        int code =
                properties.isTimeGood(reported) ? check(device.product(), identifier, outputs) : AlinkCode.TIME_FORMAT;
        if (code != 0) {
            return AlinkReply.failure(code);
        }
        device.add(new ReportedEvent(identifier, outputs, reported.time() == null ? clock.instant() : reported.time()));
        return AlinkReply.success();
    }

    private static int check(ProductState product, String identifier, Map<String, @Nullable Object> outputs) {
        ThingModel model = product.model();
        if (model == null || product.validation() == ValidationLevel.NONE) {
            return 0;
        }
        Map<String, DataType> types = model.events().get(identifier);
        if (types == null) {
            return AlinkCode.NOT_IN_MODEL;
        }
        for (Map.Entry<String, @Nullable Object> output : outputs.entrySet()) {
            DataType type = types.get(output.getKey());
            int code = type == null
                    ? AlinkCode.UNKNOWN_MEMBER
                    : type.check(output.getValue(), product.validation() == ValidationLevel.STRONG);
            if (code != 0) {
                return code;
            }
        }
        return 0;
    }
}
