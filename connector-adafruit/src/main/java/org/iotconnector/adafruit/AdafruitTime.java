package org.iotconnector.adafruit;

import java.time.Instant;
import org.iotconnector.adafruit.internal.TimeCalls;
import org.iotconnector.core.Device;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.SubscriptionHandle;

/**
 * The time as the platform tells it, for devices without a clock of their own. Good to about a second, since it says when
 * a message left. Thread-safe; handlers are called on a handler thread. Adafruit IO API docs, "Time topics", read 2026-11.
 */
public final class AdafruitTime {
    private final MqttSession session;

    private AdafruitTime(MqttSession session) {
        this.session = session;
    }

    /** The time, over the session of a device of this platform. */
    public static AdafruitTime of(Device device) {
        return new AdafruitTime(device.session());
    }

    /** Is told the time about once a second, from now on. */
    public SubscriptionHandle onTime(TimeTopic topic, TimeHandler handler) {
        return TimeCalls.onTime(session, topic, handler);
    }

    /** Is told the hour of the day in UTC, 0 to 23, once an hour from now on. */
    public SubscriptionHandle onHour(HourHandler handler) {
        return TimeCalls.onHour(session, handler);
    }

    /** Follows the time. */
    @FunctionalInterface
    public interface TimeHandler {
        void onTime(Instant now) throws Exception;
    }

    /** Follows the hours. */
    @FunctionalInterface
    public interface HourHandler {
        void onHour(int hour) throws Exception;
    }
}
