package org.iotconnector.simulator.internal.mqtt;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.iotconnector.simulator.internal.spi.BrokerControl;
import org.iotconnector.simulator.internal.spi.Census;
import org.iotconnector.simulator.internal.spi.Message;
import org.iotconnector.simulator.internal.time.SimulatorLoop;

/** What the broker tells about itself, retained and anew every interval. mosquitto manual, "$SYS topics", read 2026-11. */
final class SysTopics {
    static final String PREFIX = "$SYS/";
    private static final String BROKER = PREFIX + "broker/";
    private static final String VERSION = "mosquitto version 2.0.11";

    private final BrokerControl broker;
    private final SimulatorLoop loop;
    private final Duration interval;
    private final Instant start;
    private final Map<String, LoadSeries> loads = new LinkedHashMap<>();
    private int mostConnected;

    SysTopics(BrokerControl broker, SimulatorLoop loop, Duration interval) {
        this.broker = broker;
        this.loop = loop;
        this.interval = interval;
        this.start = loop.clock().instant();
        load("connections", Census::connects);
        load("messages/received", Census::packetsReceived);
        load("messages/sent", Census::packetsSent);
        load("bytes/received", Census::bytesReceived);
        load("bytes/sent", Census::bytesSent);
        load("publish/received", Census::publishesReceived);
        load("publish/sent", Census::publishesSent);
        load("publish/dropped", Census::publishesDropped);
    }

    private void load(String name, ToLongFunction<Census> counter) {
        loads.put("load/" + name, new LoadSeries(counter));
    }

    /** Publishes for the first time, and from then on by the clock. */
    void start() {
        tell();
        loop.schedule(interval, this::tick);
    }

    /** A client has come; the most there ever were is of interest. */
    void connected() {
        mostConnected = Math.max(mostConnected, broker.census().connected());
    }

    private void tick() {
        Census census = broker.census();
        loads.values().forEach(load -> load.update(census, interval));
        tell();
        loop.schedule(interval, this::tick);
    }

    private void tell() {
        Census census = broker.census();
        put("version", VERSION);
        put("uptime", Duration.between(start, loop.clock().instant()).toSeconds() + " seconds");
        put("clients/connected", census.connected());
        put("clients/active", census.connected());
        put("clients/disconnected", census.disconnected());
        put("clients/inactive", census.disconnected());
        put("clients/total", census.connected() + (long) census.disconnected());
        put("clients/maximum", mostConnected);
        put("messages/received", census.packetsReceived());
        put("messages/sent", census.packetsSent());
        put("bytes/received", census.bytesReceived());
        put("bytes/sent", census.bytesSent());
        put("publish/messages/received", census.publishesReceived());
        put("publish/messages/sent", census.publishesSent());
        put("publish/messages/dropped", census.publishesDropped());
        put("retained messages/count", census.retained());
        put("subscriptions/count", census.subscriptions());
        put("shared_subscriptions/count", census.sharedSubscriptions());
        loads.forEach((name, load) -> {
            put(name + "/1min", load.one.text());
            put(name + "/5min", load.five.text());
            put(name + "/15min", load.fifteen.text());
        });
    }

    private void put(String name, long number) {
        put(name, Long.toString(number));
    }

    private void put(String name, String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        broker.distribute(Message.of(BROKER + name, payload, 2).with(2, true));
    }

    private static final class LoadSeries {
        private final ToLongFunction<Census> counter;
        private final LoadAverage one = new LoadAverage(Duration.ofMinutes(1));
        private final LoadAverage five = new LoadAverage(Duration.ofMinutes(5));
        private final LoadAverage fifteen = new LoadAverage(Duration.ofMinutes(15));
        private long before;

        LoadSeries(ToLongFunction<Census> counter) {
            this.counter = counter;
        }

        void update(Census census, Duration interval) {
            long now = counter.applyAsLong(census);
            one.add(now - before, interval);
            five.add(now - before, interval);
            fifteen.add(now - before, interval);
            before = now;
        }
    }
}
