package org.iotconnector.simulator.internal.onenet.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iotconnector.simulator.internal.http.Request;
import org.iotconnector.simulator.internal.http.Response;
import org.iotconnector.simulator.internal.onenet.DeviceState;
import org.iotconnector.simulator.internal.onenet.OneNetCloud;
import org.iotconnector.simulator.internal.onenet.ota.OtaCode;
import org.iotconnector.simulator.internal.onenet.ota.OtaJob;
import org.iotconnector.simulator.internal.onenet.ota.OtaRefusal;
import org.iotconnector.simulator.internal.onenet.ota.OtaTasks;
import org.iotconnector.simulator.onenet.OtaStatus;
import org.iotconnector.simulator.onenet.OtaType;
import org.jspecify.annotations.Nullable;

/**
 * Upgrades, {@code /fuse-ota/{pid}/{dev}/…} and, with the envelope of Studio, {@code /ota/{pid}/{dev}/…}. OneNET, "OTA", read
 * 2026-11.
 */
final class OtaApi {
    private static final int TYPE_FULL = 1;
    private static final int MAX_STEP = 999;

    private final OneNetCloud cloud;
    private final Authorization authorization;

    OtaApi(OneNetCloud cloud, Authorization authorization) {
        this.cloud = cloud;
        this.authorization = authorization;
    }

    /** Answers {@code {base}/{pid}/{dev}/{operation}} or {@code {base}/{pid}/{dev}/{tid}/{operation}}. */
    Response answer(Request request, Envelope envelope) {
        List<String> path = request.segments();
        if (path.size() != 4 && path.size() != 5) {
            throw nothingAt(request);
        }
        DeviceState device = device(request, path.get(1), path.get(2));
        try {
            return path.size() == 4
                    ? ofDevice(request, envelope, device, path.get(3))
                    : ofTask(request, envelope, device, path.get(3), path.get(4));
        } catch (OtaRefusal refusal) {
            Response answer = envelope.failure(200, refusal.code().code(), String.valueOf(refusal.getMessage()));
            return answer.with("Ota-Errno", Integer.toString(refusal.code().code()));
        }
    }

    private DeviceState device(Request request, String productId, String deviceName) {
        authorization.requireDevice(request, productId, deviceName);
        return cloud.registry()
                .device(productId, deviceName)
                .orElseThrow(() ->
                        new ApiFailure(ApiCode.NOT_FOUND, "device not found: [" + productId + "/" + deviceName + "]"));
    }

    private static Response ofDevice(Request request, Envelope envelope, DeviceState device, String operation) {
        return switch (request.method() + " " + operation) {
            case "POST version" -> envelope.success(report(device, Parameters.ofBody(request)));
            case "GET version" -> envelope.success(device.otaVersions());
            case "GET check" -> envelope.success(check(device, Parameters.ofQuery(request)));
            default -> throw nothingAt(request);
        };
    }

    private static Response ofTask(
            Request request, Envelope envelope, DeviceState device, String tid, String operation) {
        OtaJob job = (tid.matches("[0-9]{1,18}")
                        ? device.ota().find(Long.parseLong(tid))
                        : device.ota().find(0))
                .orElseThrow(() -> new OtaRefusal(OtaCode.NO_TASK, "tid is [" + tid + "]"));
        return switch (request.method() + " " + operation) {
            case "GET check" -> envelope.success(Map.of("status", job.status().number()));
            case "GET download" -> download(request, job);
            case "POST status" -> envelope.success(step(device, job, Parameters.ofBody(request)));
            default -> throw nothingAt(request);
        };
    }

    private static @Nullable Object report(DeviceState device, Parameters parameters) {
        boolean any = false;
        for (OtaType type : OtaType.values()) {
            String version = parameters.optionalText(type.versionKey());
            if (version != null) {
                device.otaVersion(type.versionKey(), requireVersion(version));
                any = true;
            }
        }
        if (!any) {
            throw new OtaRefusal(OtaCode.PARAMETER, "s_version and f_version are both missing");
        }
        return null;
    }

    private static Map<String, @Nullable Object> check(DeviceState device, Parameters parameters) {
        OtaType type = parameters.number("type", 1, 2) == 1 ? OtaType.FIRMWARE : OtaType.SOFTWARE;
        String running = requireVersion(parameters.text("version"));
        OtaJob job = device.ota()
                .open(type)
                .filter(open -> !open.target().equals(running))
                .orElseThrow(() -> new OtaRefusal(OtaCode.NO_TASK, ""));
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("target", job.target());
        data.put("tid", job.id());
        data.put("size", job.image().length);
        data.put("md5", job.md5());
        data.put("status", job.status().number());
        data.put("type", TYPE_FULL);
        return data;
    }

    private static Response download(Request request, OtaJob job) {
        ByteRange range = ByteRange.parse(request.header("Range").orElse(null), job.image().length);
        job.download(range.first(), range.last());
        return range.of(job.image(), job.target() + ".bin").with("Ota-Errno", "0");
    }

    private static @Nullable Object step(DeviceState device, OtaJob job, Parameters parameters) {
        job.step((int) parameters.number("step", 0, MAX_STEP));
        if (job.status() == OtaStatus.SUCCEEDED) {
            device.otaVersion(job.type().versionKey(), job.target());
        }
        return null;
    }

    private static String requireVersion(String version) {
        if (!OtaTasks.isVersion(version)) {
            throw new OtaRefusal(
                    OtaCode.VERSION_FORMAT, "[" + version + "], expected 1 to 20 letters, digits or _ . -");
        }
        return version;
    }

    private static ApiFailure nothingAt(Request request) {
        return new ApiFailure(
                404, ApiCode.NOT_FOUND, "there is nothing at [" + request.method() + " " + request.path() + "]");
    }
}
