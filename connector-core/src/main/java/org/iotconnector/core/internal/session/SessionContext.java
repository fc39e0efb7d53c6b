package org.iotconnector.core.internal.session;

import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import org.iotconnector.core.internal.outbox.OutboxStores;
import org.iotconnector.core.session.MqttTransportFactory;
import org.iotconnector.core.session.TimeSource;

/**
 * What all sessions of a connector share.
 *
 * @param time the clock and the timers
 * @param transports makes each session's transport
 * @param handlers runs user code
 * @param completions completes the futures that users hold, also after the handlers have ended
 * @param onHandlerThread whether the calling thread runs user code, and so must not wait for other user code
 * @param jitter random numbers from 0 inclusive to 1 exclusive
 * @param quotas the counts that several sessions share
 * @param clocks how far this machine's clock is off the platforms'
 * @param stores opens the stores of durable outboxes
 */
public record SessionContext(
        TimeSource time,
        MqttTransportFactory transports,
        Executor handlers,
        Executor completions,
        BooleanSupplier onHandlerThread,
        DoubleSupplier jitter,
        QuotaRegistry quotas,
        PlatformClocks clocks,
        OutboxStores stores) {}
