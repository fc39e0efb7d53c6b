package org.iotconnector.mqtt.homie;

import java.util.List;
import java.util.Locale;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.Device;
import org.iotconnector.core.session.Publication;
import org.iotconnector.core.session.QualityOfService;
import org.iotconnector.core.session.Registration;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.TopicName;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.mqtt.homie.internal.HomieIds;
import org.iotconnector.mqtt.homie.internal.HomieTopics;

/**
 * What a Homie device says beside its values: its state, alerts, its log, statistics; and what is said to all devices.
 * Thread-safe; nothing blocks.
 */
public final class HomieAnnouncements {
    private final Device device;
    private final HomieConfig config;
    private final HomieTopics topics;

    private HomieAnnouncements(Device device, HomieConfig config) {
        this.device = device;
        this.config = config;
        this.topics = new HomieTopics(config.homieVersion(), config.domain(), config.device());
    }

    /** Those of {@code device}, which was opened with {@code config}. */
    public static HomieAnnouncements of(Device device, HomieConfig config) {
        return new HomieAnnouncements(device, config);
    }

    /** How much a line of the log matters. */
    public enum Level {
        DEBUG,
        INFO,
        WARN,
        ERROR,
        FATAL
    }

    /**
     * Says another state, such as sleeping before the network is switched off. A new connection says ready again.
     *
     * @throws IllegalArgumentException for alert in version 5, which has alerts with texts instead
     */
    public Delivery state(HomieState state) {
        if (state == HomieState.ALERT && config.homieVersion() == HomieVersion.V5) {
            throw new IllegalArgumentException("Version 5 has no state alert; raise one with alert(id, text).");
        }
        return keep(HomieTopics.STATE, state.text());
    }

    /**
     * Version 5: raises an alert, or changes its text.
     *
     * @param id the alert's own id
     * @param text what is wrong; not empty
     * @throws UnsupportedOperationException in versions 3 and 4, which have a state for it
     * @throws IllegalArgumentException if the id breaks the rules of ids
     */
    public Delivery alert(String id, String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("An alert needs a text; clearAlert takes it back.");
        }
        return keep(alertPath(id), text);
    }

    /** Version 5: takes an alert back; see {@link #alert}. */
    public Delivery clearAlert(String id) {
        return keep(alertPath(id), "");
    }

    private String alertPath(String id) {
        needs5("alerts", "use state(HomieState.ALERT)");
        HomieIds.problem(id, config.homieVersion()).ifPresent(rule -> {
            throw new IllegalArgumentException("The alert id \"" + id + "\" " + rule + ".");
        });
        return "$alert/" + id;
    }

    /**
     * Version 5: says a line of the device's log; the broker does not keep it.
     *
     * @throws UnsupportedOperationException in versions 3 and 4
     */
    public Delivery log(Level level, String text) {
        needs5("a log", "use an event or a property");
        return device.session()
                .publish(new Publication(
                        topics.attribute("$log/" + level.name().toLowerCase(Locale.ROOT)),
                        Bytes.ofUtf8(text),
                        QualityOfService.AT_MOST_ONCE,
                        false));
    }

    private void needs5(String what, String instead) {
        if (config.homieVersion() != HomieVersion.V5) {
            throw new UnsupportedOperationException(
                    "Homie " + config.homieVersion() + " has no " + what + "; " + instead + ".");
        }
    }

    /**
     * Versions 3 and 4: says one statistic, such as {@code uptime} in seconds or {@code signal} in percent. In version 4 it
     * needs {@code statsInterval}, which turns the extension on.
     *
     * @throws UnsupportedOperationException in version 5, and in 4 without the extension
     */
    public Delivery statistic(String name, String value) {
        boolean there = config.homieVersion() == HomieVersion.V3
                || (config.homieVersion() == HomieVersion.V4
                        && config.statsInterval().isPresent());
        if (!there) {
            throw new UnsupportedOperationException("Homie " + config.homieVersion()
                    + " has no statistics here; version 4 has them with statsInterval.");
        }
        return keep("$stats/" + name, value);
    }

    private Delivery keep(String path, String payload) {
        return device.session()
                .publish(new Publication(topics.attribute(path), Bytes.ofUtf8(payload), config.qos(), true));
    }

    /** Hears from now on what is said to all devices. */
    public Registration onBroadcast(BroadcastHandler handler) {
        return device.session().subscribe(List.of(new Subscription(topics.broadcasts(), config.qos())), message -> {
            TopicName topic = message.topic();
            handler.onBroadcast(topics.broadcastLevel(topic), message.text());
        });
    }

    /** Hears broadcasts. */
    @FunctionalInterface
    public interface BroadcastHandler {
        /**
         * Something was said to all devices. Called on a handler thread, one call at a time.
         *
         * @param level its topic below {@code $broadcast}; in version 5 it may have several levels
         */
        void onBroadcast(String level, String text) throws Exception;
    }
}
