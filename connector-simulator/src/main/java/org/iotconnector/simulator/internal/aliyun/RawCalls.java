package org.iotconnector.simulator.internal.aliyun;

import java.util.LinkedHashMap;
import java.util.Map;
import org.iotconnector.simulator.aliyun.RawScript;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Raw uplinks: through the product's parse script, or with a fixed reply where there is none. */
final class RawCalls {
    private static final Logger LOG = LoggerFactory.getLogger(RawCalls.class);
    private static final byte REPORT_REPLY = 0x02;
    private static final byte CODE_200 = (byte) 200;
    private static final int ID_BYTES = 4;

    private final AlinkRequests requests;

    RawCalls(AlinkRequests requests) {
        this.requests = requests;
    }

    /** Payload of the reply, or null for none. */
    byte @Nullable [] answer(DeviceState device, byte[] raw) {
        RawScript script = device.product().rawScript();
        if (script == null) {
            return fixedReply(raw);
        }
        try {
            Map<String, @Nullable Object> message = script.rawDataToProtocol(raw.clone());
            AlinkRequest request = AlinkRequest.of(message);
            String method = request.method();
            AlinkReply reply = method == null
                    ? AlinkReply.failure(AlinkCode.SCRIPT_WITHOUT_METHOD)
                    : requests.answer(device, method.replace('.', '/'), request);
            return request.replyWanted()
                    ? script.protocolToRawData(
                            new LinkedHashMap<>(reply.envelope(request.id(), method == null ? "" : method)))
                    : null;
        } catch (RuntimeException scriptError) {
            LOG.warn(
                    "platform=aliyun client={} the raw script failed, code {}",
                    device.identity(),
                    AlinkCode.SCRIPT_FAILED,
                    scriptError);
            return null;
        }
    }

    /** The script's view of a reply, or null where there is no script or it fails. */
    static @Nullable Map<String, @Nullable Object> parse(DeviceState device, byte[] raw) {
        RawScript script = device.product().rawScript();
        try {
            return script == null ? null : script.rawDataToProtocol(raw.clone());
        } catch (RuntimeException scriptError) {
            LOG.warn(
                    "platform=aliyun client={} the raw script failed, code {}",
                    device.identity(),
                    AlinkCode.SCRIPT_FAILED,
                    scriptError);
            return null;
        }
    }

    /**
     * As the sample script of the platform's manual answers a report: 0x02, the four bytes after the first one of the uplink (its
     * message id there; zeros where it is shorter), and 200 in one byte.
     */
    private static byte[] fixedReply(byte[] raw) {
        byte[] reply = new byte[ID_BYTES + 2];
        reply[0] = REPORT_REPLY;
        System.arraycopy(raw, Math.min(1, raw.length), reply, 1, Math.max(0, Math.min(ID_BYTES, raw.length - 1)));
        reply[ID_BYTES + 1] = CODE_200;
        return reply;
    }
}
