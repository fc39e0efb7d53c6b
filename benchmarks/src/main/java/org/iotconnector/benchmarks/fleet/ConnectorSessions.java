package org.iotconnector.benchmarks.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.iotconnector.core.Connector;
import org.iotconnector.core.Device;
import org.iotconnector.core.SetResult;
import org.iotconnector.core.session.Endpoint;
import org.iotconnector.core.session.SessionOptions;
import org.iotconnector.core.thing.Values;
import org.iotconnector.core.tls.TlsOptions;
import org.iotconnector.mqtt.MqttConfig;
import org.iotconnector.mqtt.PayloadForm;

/** Devices of this toolkit. */
final class ConnectorSessions implements Sessions {
    /** Its JSON and the name around it make about 200 bytes. */
    private static final Values VALUES = Values.of("text", "x".repeat(188));

    private final Connector connector = Connector.create();
    private final List<Device> devices = new ArrayList<>();
    private final LongAdder acknowledged = new LongAdder();
    private final Endpoint endpoint;
    private final SessionOptions options;

    ConnectorSessions(Server server) {
        endpoint = Endpoint.parse(
                (server.certificate().isPresent() ? "mqtts" : "mqtt") + "://" + server.host() + ":" + server.port());
        TlsOptions.Builder tls = TlsOptions.builder();
        server.certificate().ifPresent(file -> tls.trustFile(file, null));
        options = SessionOptions.builder().tls(tls.build()).build();
    }

    @Override
    public void open(int number) {
        devices.add(connector.open(
                MqttConfig.builder()
                        .endpoint(endpoint)
                        .deviceName("device-" + number)
                        .payload(PayloadForm.JSON)
                        .commandPayload(PayloadForm.JSON)
                        .propertyTopic("fleet/{deviceName}/report")
                        .commandTopic("fleet/{deviceName}/set")
                        .keepAlive(Duration.ofMinutes(2))
                        .session(options)
                        .build(),
                device -> device.onSet(set -> SetResult.done())));
    }

    @Override
    public int online() {
        return (int) devices.stream().filter(Device::isOnline).count();
    }

    @Override
    public void report(int number) {
        devices.get(number).report(VALUES).acknowledged().thenRun(acknowledged::increment);
    }

    @Override
    public long acknowledged() {
        return acknowledged.sum();
    }

    @Override
    public void close() {
        connector.close();
    }
}
