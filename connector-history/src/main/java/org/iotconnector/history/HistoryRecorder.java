package org.iotconnector.history;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.iotconnector.core.Delivery;
import org.iotconnector.core.Device;
import org.iotconnector.core.DeviceConfig;
import org.iotconnector.core.MappingException;
import org.iotconnector.core.session.Message;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.RetryLaterException;
import org.iotconnector.core.session.Subscription;
import org.iotconnector.core.session.SubscriptionHandle;
import org.iotconnector.core.spi.Interest;
import org.iotconnector.core.thing.Values;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts what comes over MQTT into a history. A message of QoS 1 or 2 is acknowledged to the server after its values are
 * stored, so a value that was acknowledged is in the file; one that was not comes again and may stand there twice. While
 * the file cannot be written, as on a full disk, messages wait unacknowledged and are tried again every two seconds.
 * Retained messages are left out: they were stored when they were news. Thread-safe.
 */
public final class HistoryRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryRecorder.class);

    /** A full disk is emptied by people, and a locked file is let go by another program: neither in a moment. */
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final History history;
    private final InstantSource clock;
    private final AtomicLong stored = new AtomicLong();
    private final AtomicLong unreadable = new AtomicLong();

    private HistoryRecorder(History history, InstantSource clock) {
        this.history = history;
        this.clock = clock;
    }

    /** Stores in {@code history}, which stays the caller's to close. */
    public static HistoryRecorder into(History history) {
        return into(history, InstantSource.system());
    }

    /** As {@link #into(History)}, with another clock. */
    public static HistoryRecorder into(History history, InstantSource clock) {
        return new HistoryRecorder(history, clock);
    }

    /**
     * Stores what is said on the device's topics, by itself and by others, from now on: for platforms on which reports
     * and commands share their topics (Easy IoT, SIoT, Adafruit IO). On others it is what the platform sets.
     *
     * @param config that of {@code device}
     */
    public <C extends DeviceConfig<C>> SubscriptionHandle follow(Device device, C config) {
        List<Subscription> topics = config.provider().codec(config).subscriptions(Interest.REPLIES_ONLY.withSets());
        return record(device.session(), topics, MessageReader.of(config));
    }

    /** Stores what {@code reader} finds in the messages of these subscriptions, from now on. */
    public SubscriptionHandle record(MqttSession session, List<Subscription> topics, MessageReader reader) {
        return session.subscribe(topics, message -> store(message, reader));
    }

    /**
     * Reports values, and stores them when the platform has acknowledged them: for platforms that do not send a device
     * its own reports.
     *
     * @return completes when they are stored; exceptionally as {@link Delivery#acknowledged} does, and with
     *     {@link HistoryException}
     */
    public CompletableFuture<Void> report(Device device, Values values) {
        Instant now = clock.instant();
        return device.report(values).acknowledged().thenRun(() -> {
            List<Sample> samples = new ArrayList<>();
            values.forEach((property, value) -> samples.add(new Sample(device.id(), property, now, value)));
            add(samples);
        });
    }

    /** How many samples were stored. */
    public long stored() {
        return stored.get();
    }

    /** How many messages nobody could read, so that they are not in the history. */
    public long unreadable() {
        return unreadable.get();
    }

    private void store(Message message, MessageReader reader) throws RetryLaterException {
        if (message.retained()) {
            return;
        }
        List<Sample> samples;
        try {
            samples = reader.read(message, clock.instant());
        } catch (MappingException e) {
            unreadable.incrementAndGet();
            LOG.debug("A message on {} has no place in {}: {}", message.topic(), history, e.getMessage());
            return;
        }
        try {
            add(samples);
        } catch (HistoryException e) {
            throw new RetryLaterException(RETRY, String.valueOf(e.getMessage()), e);
        }
    }

    private void add(List<Sample> samples) {
        history.addAll(samples);
        stored.addAndGet(samples.size());
    }
}
