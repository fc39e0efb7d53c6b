package org.iotconnector.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.iotconnector.core.session.MqttSession;
import org.iotconnector.core.session.Registration;
import org.iotconnector.core.thing.Backlog;
import org.iotconnector.core.thing.Bytes;
import org.iotconnector.core.thing.Downlink;
import org.iotconnector.core.thing.Uplink;
import org.iotconnector.core.thing.Values;

/**
 * A device on its platform: what it reports, and what it can be told. Implemented by this toolkit only, so it may grow.
 * Thread-safe. Nothing blocks but {@link #awaitOnline}, {@link #close} and, with the outbox policy BLOCK, the reports.
 * Reports are accepted at any time, connected or not; with a thing model they are checked first and a
 * {@link MappingException} says what does not fit.
 */
public interface Device extends AutoCloseable {
    /** The device's name, such as {@code a1Demo0Prod/lamp-1}. */
    String id();

    /** The MQTT session beneath it, which other devices may share: behind a gateway it is the gateway's. */
    MqttSession session();

    /** Reports the present values of properties. */
    default Delivery report(Values values) {
        return send(Uplink.PropertyReport.of(values));
    }

    /** Reports values that properties had at {@code time}. */
    Delivery report(Values values, Instant time);

    /** Reports that an event has occurred. */
    default Delivery event(String event, Values output) {
        return send(Uplink.EventReport.of(event, output));
    }

    /** Reports several values of properties, and events, with their times, as news. */
    default Delivery batch(Backlog backlog) {
        return send(new Uplink.BatchReport(backlog));
    }

    /** Reports values and events of the past, which leave the present values alone. */
    default Delivery history(Backlog backlog) {
        return send(new Uplink.HistoryReport(backlog));
    }

    /** Reports bytes in a form of the device's own. */
    default Delivery raw(Bytes payload) {
        return send(new Uplink.RawReport(payload));
    }

    /**
     * Sends any uplink.
     *
     * @throws MappingException when the thing model or the platform's form does not allow it
     * @throws UnsupportedOperationException when the platform has no such message
     */
    Delivery send(Uplink message);

    /**
     * Asks the platform for desired values.
     *
     * @param properties the properties to ask for
     * @return completes exceptionally as {@link Delivery#replied} does
     */
    CompletableFuture<Map<String, Downlink.Desired>> desired(String... properties);

    /** Clears desired values, each only if its version is still the given one, or in any case without a version. */
    default Delivery clearDesired(Map<String, OptionalLong> versions) {
        return send(new Uplink.DesiredDelete(versions));
    }

    /**
     * Takes property sets from now on.
     *
     * @throws IllegalStateException when the device has such a handler already: one place answers the platform
     */
    Registration onSet(SetHandler handler);

    /**
     * Reads properties when the platform asks for them, from now on; without such a handler they are answered as last
     * reported.
     *
     * @throws IllegalStateException when the device has such a handler already
     */
    Registration onGet(GetHandler handler);

    /** Like {@link #onSet}, for handlers that end later. */
    Registration onSetAsync(AsyncSetHandler handler);

    /**
     * Offers a service from now on.
     *
     * @throws IllegalStateException when the device offers it already
     */
    Registration onService(String service, ServiceHandler handler);

    /** Like {@link #onService}, for handlers that end later. */
    Registration onServiceAsync(String service, AsyncServiceHandler handler);

    /**
     * Takes raw commands, and the platform's raw answers to raw reports, from now on.
     *
     * @throws IllegalStateException when the device has such a handler already
     */
    Registration onRaw(RawHandler handler);

    /**
     * Hears from now on when the platform says that a limit is reached or that it did not accept something. Any number of
     * handlers may.
     */
    Registration onNotice(NoticeHandler handler);

    /** Whether the session is online and, behind a gateway, the gateway has attached the device. */
    boolean isOnline();

    /**
     * Waits until the device is online; see {@link MqttSession#awaitOnline}. Behind a gateway it waits until the gateway
     * has attached the device, too.
     *
     * @throws PlatformRejectedException when the platform refuses to attach the device to its gateway
     */
    void awaitOnline(Duration timeout);

    /** Gives the device back; the last handle of a session closes it, as {@link MqttSession#close} does. Idempotent. */
    @Override
    void close();

    /** Gives the device back like {@link #close} without waiting. */
    CompletableFuture<Void> closeAsync();
}
