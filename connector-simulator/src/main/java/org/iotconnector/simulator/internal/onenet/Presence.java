package org.iotconnector.simulator.internal.onenet;

import java.time.Clock;

/** Who is online: told to servers, and noted with the device. */
final class Presence {
    private final NoticeSender notices;
    private final Clock clock;

    Presence(NoticeSender notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    void online(DeviceState device) {
        device.seen(clock.instant());
        notices.lifeCycle(device, true);
    }

    /** With a gateway its sub-devices go. */
    void offline(DeviceState device) {
        device.topology().children().forEach(this::logout);
        device.seen(clock.instant());
        notices.lifeCycle(device, false);
    }

    /** A gateway logs in a sub-device. */
    void login(DeviceState child) {
        if (!child.topology().isLoggedIn()) {
            child.topology().loggedIn(true);
            online(child);
        }
    }

    /** A gateway logs out a sub-device, or loses it. */
    void logout(DeviceState child) {
        if (child.topology().isLoggedIn()) {
            child.topology().loggedIn(false);
            child.seen(clock.instant());
            notices.lifeCycle(child, false);
        }
    }
}
