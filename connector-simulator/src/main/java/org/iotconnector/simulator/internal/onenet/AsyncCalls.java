package org.iotconnector.simulator.internal.onenet;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.iotconnector.simulator.internal.platform.PendingCalls;
import org.jspecify.annotations.Nullable;

/** Asynchronous service calls, whose replies go to servers whenever they come. The last thousand are remembered. */
final class AsyncCalls {
    private static final int LIMIT = 1000;

    private record Call(DeviceState device, String service, Map<String, ?> input, Instant sent) {}

    private final Map<PendingCalls.Key, Call> calls = new LinkedHashMap<>();
    private final NoticeSender notices;
    private final Clock clock;

    AsyncCalls(NoticeSender notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    void expect(PendingCalls.Key key, DeviceState device, String service, Map<String, ?> input) {
        calls.put(key, new Call(device, service, input, clock.instant()));
        if (calls.size() > LIMIT) {
            calls.remove(calls.keySet().iterator().next());
        }
    }

    /** A reply has come; one that nobody expects is dropped. */
    void complete(PendingCalls.Key key, Map<String, @Nullable Object> reply) {
        Call call = calls.remove(key);
        if (call != null) {
            notices.serviceReply(call.device(), call.service(), call.input(), call.sent(), reply);
        }
    }
}
