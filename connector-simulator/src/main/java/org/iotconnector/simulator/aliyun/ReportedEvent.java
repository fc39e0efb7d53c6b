package org.iotconnector.simulator.aliyun;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event that a device reported and the platform accepted.
 *
 * @param identifier event identifier, with the module in front where there is one: {@code module:event}
 * @param outputs output values by identifier
 * @param time the time the device gave, or that of arrival
 */
public record ReportedEvent(String identifier, Map<String, @Nullable Object> outputs, Instant time) {}
